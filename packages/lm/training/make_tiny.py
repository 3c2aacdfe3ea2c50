"""Writes golden/tiny/: a random GPT-2 small enough to check an exporter against, with its logits.

    python make_tiny.py
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import save

from goldens import SEED, header, rounded, write_json
from gpt2 import Gpt2, Gpt2Config

FOLDER = Path(__file__).parent / "golden" / "tiny"
PROMPTS = ([63, 1, 2, 3, 5, 8, 13, 21, 34, 55], [63, 40, 40, 7, 0, 62])


def main() -> None:
    """Weights of unit-order size, so that an error in any layer shows in the logits."""
    config = Gpt2Config(n_layer=2, n_head=2, n_embd=16, n_positions=32, vocab_size=64)
    model = Gpt2(config)
    generator = torch.Generator().manual_seed(SEED)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            centre = 1.0 if "ln_" in name and name.endswith("weight") else 0.0
            parameter.copy_(centre + 0.3 * torch.randn(parameter.shape, generator=generator))
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / "model.safetensors").write_bytes(save(model.state_dict(), metadata={"format": "pt"}))
        write_json(FOLDER / "config.json", config.to_hf(eos_token_id=63))
        cases = []
        for ids in PROMPTS:
            logits = model(torch.tensor([ids]))[0]
            cases.append({"ids": list(ids), "logits": [rounded(row) for row in logits.tolist()]})
    write_json(
        FOLDER / "logits.json",
        {**header("make_tiny.py", ["torch", "safetensors"], SEED), "dtype": "float32", "prompts": cases},
    )


if __name__ == "__main__":
    main()

"""Writes golden/tiny/: a random GPT-2 small enough to check an exporter against, with its logits.

    python make_tiny.py

`logits.json` has the weights as they are; `stored.json` has them rounded as the exporter's storages do.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import save
from torch import Tensor

from goldens import SEED, header, rounded, write_json
from gpt2 import Gpt2, Gpt2Config

FOLDER = Path(__file__).parent / "golden" / "tiny"
PROMPTS = ([63, 1, 2, 3, 5, 8, 13, 21, 34, 55], [63, 40, 40, 7, 0, 62])
# Of one length, so that they can be read as one batch.
BATCH = ([63, 1, 2, 3, 5, 8], [63, 40, 40, 7, 0, 62], [9, 9, 8, 7, 6, 5])
TOPK = 5
EMBEDDINGS = ("wte.weight", "wpe.weight")


def as_int8(name: str, weight: Tensor) -> Tensor:
    """A matrix rounded to 255 steps a channel: a column, or a row of an embedding. Vectors stay as they are."""
    if weight.dim() < 2:
        return weight
    scale = weight.abs().amax(dim=1 if name in EMBEDDINGS else 0, keepdim=True) / 127
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    return torch.round(weight / scale) * scale


def store(model: Gpt2, storage: str) -> Gpt2:
    """A copy of the model with the values that a storage keeps."""
    change = {"fp32": lambda _, w: w, "fp16": lambda _, w: w.half().float(), "int8": as_int8}[storage]
    copy = Gpt2(model.config)
    copy.load_state_dict({name: change(name, weight) for name, weight in model.state_dict().items()})
    return copy


def positions(model: Gpt2, ids: tuple[int, ...] | list[int]) -> dict[str, object]:
    """Logits after each token, the largest of them with their ids, and what they are normalised by."""
    logits = model(torch.tensor([ids]))[0]
    # Stable, so that equals come by smaller id.
    best = torch.sort(logits, dim=-1, descending=True, stable=True)
    return {
        "ids": list(ids),
        "logits": [rounded(row) for row in logits.tolist()],
        "topk_ids": best.indices[:, :TOPK].tolist(),
        "topk_logits": [rounded(row) for row in best.values[:, :TOPK].tolist()],
        "logsumexp": rounded(torch.logsumexp(logits, dim=-1).tolist()),
    }


def main() -> None:
    """Weights of unit-order size, so that an error in any layer shows in the logits."""
    config = Gpt2Config(n_layer=2, n_head=2, n_embd=16, n_positions=32, vocab_size=64)
    model = Gpt2(config)
    generator = torch.Generator().manual_seed(SEED)
    head = header("make_tiny.py", ["torch", "safetensors"], SEED)
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
        stored = {name: [positions(store(model, name), ids) for ids in BATCH] for name in ("fp32", "fp16", "int8")}
    write_json(FOLDER / "logits.json", {**head, "dtype": "float32", "prompts": cases})
    write_json(
        FOLDER / "stored.json",
        {
            **head,
            "note": "weights rounded as stored, computed in float32; int8: one scale a column, of wte and wpe a row",
            "topk": TOPK,
            "storages": stored,
        },
    )


if __name__ == "__main__":
    main()

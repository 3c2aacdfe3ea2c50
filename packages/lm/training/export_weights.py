"""Stage 6: writes models/RUN/ from the evaluated checkpoint, the log and the evaluation.

    python export_weights.py --run story-v3

Run evaluate.py first. Files are written to a folder beside the target and renamed one by one.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from importlib.metadata import version
from pathlib import Path

from safetensors.torch import save

from bpe import load_tokenizer
from card import card_page
from evaluate import load_evaluated
from goldens import SEED, write_json
from sources import END_OF_TEXT, SOURCES, WORK
from train import ADAMW_RATE, BATCH, DECAY_FROM, MUON_RATE, WARM_UP

HERE = Path(__file__).parent
HARDWARE = "2 shared virtual CPU cores (AVX512-BF16, AMX), no GPU"
CURVE_ROWS = 12


def curve(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """About a dozen rows of the log, the first and the last among them."""
    picked = {round(i * (len(rows) - 1) / (CURVE_ROWS - 1)) for i in range(CURVE_ROWS)}
    keys = ("minutes", "tokens", "train", "held_out")
    return [{key: rows[i][key] for key in keys} for i in sorted(picked)]


def main() -> None:
    """Exports weights, sizes, merges and both cards."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    run: str = parser.parse_args().run
    records = HERE / "runs" / run
    model, saved = load_evaluated(run)
    tokenizer = load_tokenizer(WORK / "merges.txt")
    evaluation = json.loads((records / "evaluation.json").read_text(encoding="utf-8"))
    logged = [json.loads(line) for line in (records / "log.jsonl").read_text().splitlines()]
    rows = [row for row in logged if row["step"] <= saved["step"]]
    minutes = saved["seconds"] / 60
    spent = {"minutes": minutes, "tokens": saved["tokens"]}
    is_done = all(spent[unit] >= allotted for unit, allotted in saved["budget"].items())
    drawn = saved["sampler"]["drawn"]
    total = sum(drawn) or 1
    card = {
        "name": run,
        "status": "final" if is_done else f"preliminary: {minutes:.0f} minutes of the budget {saved['budget']}",
        "architecture": "GPT-2 (pre-norm decoder, tied head), trained from scratch by this project",
        "parameters": model.parameter_count(),
        "languages": ["zh", "en"],
        "license": "MIT",
        "tokenizer": {"kind": "fewshot", "vocab_size": tokenizer.get_vocab_size()},
        "data": [
            {
                "name": source.name,
                "language": source.language,
                "license": source.licence,
                "origin": source.origin,
                "share_of_tokens_seen": round(seen / total, 4),
            }
            for source, seen in zip(SOURCES, drawn)
        ],
        "training": {
            "tokens_seen": saved["tokens"],
            "steps": saved["step"],
            "minutes": round(minutes, 1),
            "hardware": HARDWARE,
            "software": {name: version(name) for name in ("torch", "tokenizers", "numpy")},
            "seed": SEED,
            "precision": "bfloat16 autocast",
            "optimiser": f"Muon {MUON_RATE} (block matrices), AdamW {ADAMW_RATE} (rest)",
            "schedule": f"by the budget: warm-up {WARM_UP:.0%}, constant to {DECAY_FROM:.0%}, then linear to 0",
            "batch": {"windows": BATCH, "tokens_each": model.config.n_positions},
            "curve": curve(rows),
        },
        "evaluation": evaluation,
    }
    target = HERE.parent / "models" / run
    staging = target.with_name(f".{run}.tmp")
    staging.mkdir(parents=True, exist_ok=True)
    weights = {name: weight.half() for name, weight in model.state_dict().items()}
    (staging / "model.safetensors").write_bytes(save(weights, metadata={"format": "pt"}))
    write_json(staging / "config.json", model.config.to_hf(tokenizer.token_to_id(END_OF_TEXT)))
    shutil.copyfile(WORK / "merges.txt", staging / "merges.txt")
    write_json(staging / "card.json", card)
    notes = records / "notes.md"
    size = (staging / "model.safetensors").stat().st_size
    page = card_page(card, size, notes.read_text(encoding="utf-8") if notes.exists() else "")
    (staging / "CARD.md").write_text(page, encoding="utf-8")
    target.mkdir(exist_ok=True)
    for path in sorted(staging.iterdir()):
        os.replace(path, target / path.name)
    staging.rmdir()
    print(f"{card['status']}: {card['parameters']} parameters, {size} bytes, {saved['tokens']} tokens seen")


if __name__ == "__main__":
    main()

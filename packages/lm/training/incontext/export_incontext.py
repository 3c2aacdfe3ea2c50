"""Writes models/icl-N/ and golden/icl-N.json from the evaluated checkpoints.

    python export_incontext.py --sizes icl-1 icl-2 icl-3 icl-4 icl-5

Run evaluate_incontext.py first. Files are written to a folder beside the target and renamed one by one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save

import _paths  # noqa: F401 (puts the training folder on the path)
from bpe import byte_order
from episodes import END_OF_TEXT, SIGN, VOCABULARY, Episode, encode, whole_episode
from evaluate_incontext import load_evaluated
from generate import greedy
from goldens import SEED, header, rounded, write_json
from gpt2 import Gpt2
from incontext_card import card_page
from sizes import SIZES
from tasks import PRIMITIVES, Task, compositions
from train_incontext import RUNS, SCHEDULE

PACKAGE = Path(__file__).parent.parent.parent
MERGES = "#version: 0.2\n"
HARDWARE = "a share of 2 busy virtual CPU cores (AMX), 1 torch thread, no GPU"
CURVE_ROWS = 10
STEPS = 8
NARROWEST_GAP = 1e-3
GOLDEN_TASKS: list[Task] = [("remove",), ("copy",), ("ending",), ("reverse",), ("plus",), ("swap-ends",)]
GOLDEN_SHOTS = (0, 1, 4, 8, 32)
LOGIT_CASES = 2


def card_of(name: str, model: Gpt2, counters: dict[str, Any]) -> dict[str, Any]:
    """What the model is, was shown and can do."""
    size = SIZES[name]
    rows = [json.loads(line) for line in (RUNS / f"{name}.jsonl").read_text().splitlines()]
    picked = sorted({round(i * (len(rows) - 1) / (CURVE_ROWS - 1)) for i in range(CURVE_ROWS)})
    table = json.loads((RUNS / "table.json").read_text(encoding="utf-8"))
    return {
        "name": name,
        "status": "final",
        "architecture": "GPT-2 (pre-norm decoder, tied head), trained from scratch by this project",
        "parameters": model.parameter_count(),
        "languages": [],
        "license": "MIT",
        "tokenizer": {"kind": "fewshot", "vocab_size": VOCABULARY, "note": "bytes only, no merges"},
        "prompt": {
            "line": f"INPUT{SIGN}OUTPUT\\n",
            "note": "after <|endoftext|>, an optional description line, then examples; ends in the sign; an answer ends "
            "at the line end",
        },
        "data": [
            {
                "name": "symbolic episodes",
                "license": "MIT",
                "origin": "generated, training/incontext/episodes.py",
                "primitives": len(PRIMITIVES),
                "trained_compositions": len(compositions("trained")),
                "held_out_compositions": len(compositions("held_out")),
            }
        ],
        "training": {
            "tokens_seen": counters["tokens"],
            "steps": counters["step"],
            "minutes": round(counters["seconds"] / 60, 1),
            "hardware": HARDWARE,
            "software": {library: version(library) for library in ("torch", "numpy")},
            "seed": SEED,
            "precision": "bfloat16 autocast" if size.bfloat16 else "float32",
            "optimiser": f"Muon (block matrices) and AdamW (rest), peak rate {size.rate}",
            "schedule": SCHEDULE,
            "batch_tokens": size.batch_tokens,
            "loss": "outputs only",
            "curve": [rows[i] for i in picked],
        },
        "evaluation": {
            "measure": "exact match, greedy, on held-out words and symbols; 95 % Wilson intervals",
            "cells": [{key: cell[key] for key in ("regime", "description", "k", "items", "accuracy", "low", "high")}
                      for cell in table["cells"] if cell["model"] == name],
        },
    }


def prompt_of(episode: Episode, shots: int) -> str:
    """The episode's first `shots` lines and the next input with its sign."""
    head = Episode(episode.task, episode.opening, episode.lines[:shots]).text()
    return f"{head}{episode.lines[shots][0]}{SIGN}"


def golden_of(name: str, model: Gpt2) -> dict[str, Any]:
    """Eight greedy steps after prompts of every length, never a near-tie; full logits after two of them."""
    rng = random.Random(f"{SEED} golden")
    order = byte_order()
    cases, last = [], []
    for task in GOLDEN_TASKS:
        for shots in GOLDEN_SHOTS:
            prompt = prompt_of(whole_episode(task, rng.random() < 0.5, True, rng), shots)
            start = encode(prompt).tolist()
            if len(start) + STEPS > model.config.n_positions:
                continue
            result = greedy(model, start, STEPS)
            if min(result.gaps) < NARROWEST_GAP or END_OF_TEXT in result.ids:
                continue
            text = bytes(order[i] for i in result.ids).decode("utf-8", errors="replace")
            cases.append({"prompt": prompt, "prompt_ids": start, "greedy_ids": result.ids, "text": text,
                          "smallest_gap": round(min(result.gaps), 5)})
    for case in cases[:: len(cases) // LOGIT_CASES][:LOGIT_CASES]:
        row = model.last_logits(torch.tensor([case["prompt_ids"]]))[0]
        last.append({"ids": case["prompt_ids"], "logits": rounded(row.tolist())})
    return {
        **header("incontext/export_incontext.py", ["torch", "safetensors"], SEED),
        "model": name,
        "steps": STEPS,
        "note": "fp16 weights computed in fp32; generation does not stop at the line end; smallest_gap is the least "
        "difference between the best two logits over the steps.",
        "cases": cases,
        "last_position": last,
    }


def export(name: str) -> int:
    """Writes one model's folder and golden file; returns the bytes of its weights."""
    model, counters = load_evaluated(name)
    card = card_of(name, model, counters)
    target = PACKAGE / "models" / name
    staging = target.with_name(f".{name}.tmp")
    staging.mkdir(parents=True, exist_ok=True)
    weights = save({key: weight.half() for key, weight in model.state_dict().items()}, metadata={"format": "pt"})
    (staging / "model.safetensors").write_bytes(weights)
    write_json(staging / "config.json", model.config.to_hf(END_OF_TEXT))
    (staging / "merges.txt").write_text(MERGES, encoding="utf-8")
    write_json(staging / "card.json", card)
    (staging / "CARD.md").write_text(card_page(card, len(weights)), encoding="utf-8")
    write_json(PACKAGE / "training" / "golden" / f"{name}.json", golden_of(name, model))
    target.mkdir(exist_ok=True)
    for path in sorted(staging.iterdir()):
        os.replace(path, target / path.name)
    staging.rmdir()
    return len(weights)


def main() -> None:
    """Exports the sizes named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), choices=SIZES)
    torch.set_num_threads(1)
    sizes = {name: export(name) for name in parser.parse_args().sizes}
    print(f"{sizes}, {sum(sizes.values())} bytes together")


if __name__ == "__main__":
    main()

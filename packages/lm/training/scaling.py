"""Loss against parameters and compute: reads the logs of the scale-* runs, writes runs/scaling.json and .md.

    for size in 1 2 3 4 5 6; do python train.py --run scale-$size --tokens 3000000; done
    python scaling.py

Compute is counted as in Kaplan et al. 2020 (arXiv:2001.08361): C = 6 N D floating-point operations, where N
leaves out the embeddings and D is the number of tokens seen. The loss is the mean over the held-out sources, in
nats a token, on the first windows of each.
"""

from __future__ import annotations

import json
from pathlib import Path

from bpe import load_tokenizer
from card import table
from goldens import write_json
from gpt2 import Gpt2
from shapes import SHAPES, config_of
from sources import WORK

RUNS = Path(__file__).parent / "runs"


def measured(run: str, vocabulary: int) -> dict[str, object]:
    """Sizes of a run and its points (tokens, compute, losses) in the order they were logged."""
    model = Gpt2(config_of(run, vocabulary))
    total = model.parameter_count()
    blocks = total - model.wte.weight.numel() - model.wpe.weight.numel()
    points = []
    for line in (RUNS / run / "log.jsonl").read_text().splitlines():
        row = json.loads(line)
        losses = row["held_out"]
        mean = sum(losses.values()) / len(losses)
        points.append({"tokens": row["tokens"], "flop": 6 * blocks * row["tokens"], "loss": round(mean, 4), **losses})
    return {"run": run, "parameters": total, "non_embedding": blocks, "points": points}


def main() -> None:
    """Writes both files."""
    vocabulary = load_tokenizer(WORK / "merges.txt").get_vocab_size()
    runs = [measured(run, vocabulary) for run in SHAPES if run.startswith("scale-")]
    write_json(RUNS / "scaling.json", {"vocabulary": vocabulary, "runs": runs})
    sources = [key for key in runs[0]["points"][-1] if key not in ("tokens", "flop", "loss")]
    rows = []
    for run in runs:
        last = run["points"][-1]
        rows.append([run["run"], f"{run['non_embedding']:,}", f"{run['parameters']:,}", f"{last['tokens']:,}",
                     f"{last['flop']:.2e}", f"{last['loss']:.3f}", *(f"{last[name]:.3f}" for name in sources)])
    head = ["run", "parameters without embeddings", "all", "tokens", "FLOP", "loss", *sources]
    page = ["# Loss against size, on equal tokens", "", "Nats a token on held-out text; one run a size.", ""]
    (RUNS / "scaling.md").write_text("\n".join([*page, *table(head, rows)]), encoding="utf-8")


if __name__ == "__main__":
    main()

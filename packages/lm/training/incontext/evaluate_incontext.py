"""Measures the family on words, symbols and compositions kept from training.

    python evaluate_incontext.py --sizes icl-1 icl-2 icl-3 icl-4 icl-5 --long-seeds 3

Each item is an episode of 33 lines; line K + 1 asks with K examples before it. The greedy answer is right exactly when
every character of the true output, and the line end after it, is the likeliest one after what stands before, so one
pass over an episode answers for every K. Seeds after the first --long-seeds read only the first nine lines, K = 0 to 8,
which takes a quarter of the time. Weights are rounded to fp16 as shipped and computed in fp32. Results go to
runs/incontext/SIZE.eval.json; with all five there, table.json and table.md are written.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass

import numpy as np
import torch

import _paths  # noqa: F401 (puts the training folder on the path)
from episodes import MOST_EXAMPLES, Episode, encode_masked, whole_episode
from goldens import SEED, header, write_json
from gpt2 import Gpt2
from report import write_tables
from sizes import SIZES
from sources import WORK
from tasks import Task, compositions, primitive_tasks
from train_incontext import RUNS

ITEMS = 1000
SEEDS = (1, 2, 3)
SHOTS = (0, 1, 2, 4, 8, 16, 32)
FEW = 8
BATCH = 25


@dataclass(frozen=True)
class Regime:
    """A set of tasks; the items take them in turn. `brief`: for comparison only, one seed and K up to 8."""

    name: str
    tasks: list[Task]
    brief: bool = False


def regimes() -> list[Regime]:
    """Rules trained alone, compositions that were trained, compositions that were not."""
    return [
        Regime("primitives", primitive_tasks()),
        Regime("trained compositions", compositions("trained"), brief=True),
        Regime("unseen compositions", compositions("held_out")),
    ]


def load_evaluated(name: str) -> tuple[Gpt2, dict[str, object]]:
    """The model of a checkpoint with weights rounded to fp16, and the checkpoint's counters."""
    saved = torch.load(WORK / f"{name}.pt", weights_only=True)
    model = Gpt2(SIZES[name].config())
    model.load_state_dict({key: weight.half().float() for key, weight in saved["model"].items()})
    return model.eval(), {key: saved[key] for key in ("seconds", "step", "tokens")}


def draw_items(regime: Regime, described: bool, seed: int) -> list[Episode]:
    """The episodes of one cell and seed: the same for every size."""
    rng = random.Random(f"{SEED} evaluation {regime.name} {described} {seed}")
    return [whole_episode(regime.tasks[i % len(regime.tasks)], described, True, rng) for i in range(ITEMS)]


def shuffled(episode: Episode) -> Episode:
    """Eight examples whose outputs have moved on by one line, then a question with its true output."""
    examples = episode.lines[:FEW]
    outputs = [wanted for _, wanted in examples]
    moved = [(given, outputs[i - 1]) for i, (given, _) in enumerate(examples)]
    return Episode(episode.task, episode.opening, [*moved, episode.lines[FEW]])


@torch.no_grad()
def right_answers(model: Gpt2, episodes: list[Episode]) -> np.ndarray:
    """(episodes, lines) booleans: whether the greedy answer to each line, given those before, is exactly right."""
    encoded = [encode_masked(episode) for episode in episodes]
    order = sorted(range(len(episodes)), key=lambda i: len(encoded[i][0]))
    right = np.zeros((len(episodes), len(episodes[0].lines)), bool)
    for start in range(0, len(order), BATCH):
        rows = order[start : start + BATCH]
        ids = np.zeros((len(rows), max(len(encoded[i][0]) for i in rows)), np.int64)
        for row, i in enumerate(rows):
            ids[row, : len(encoded[i][0])] = encoded[i][0]
        best = model(torch.from_numpy(ids[:, :-1])).argmax(-1).numpy()
        for row, i in enumerate(rows):
            true, mask = encoded[i]
            hits = best[row, : len(true) - 1] == true[1:]
            # Every output ends with a line end; the sum over a line counts the characters that were missed.
            line = np.cumsum(np.concatenate(([False], mask[:-1] & ~mask[1:]))[1:])
            missed = np.bincount(line[mask[1:]], weights=~hits[mask[1:]], minlength=right.shape[1])
            right[i] = missed == 0
    return right


def shortened(episode: Episode, shots: int) -> Episode:
    """The episode up to its question with `shots` examples."""
    return Episode(episode.task, episode.opening, episode.lines[: shots + 1])


def count_by_task(regime: Regime, items: list[Episode], right: list[np.ndarray]) -> list[dict[str, object]]:
    """For each task the number of items and of right answers at each K; the last items may have fewer lines."""
    rows = []
    for task in regime.tasks:
        mine = [answers for item, answers in zip(items, right) if item.task == task]
        by_shots = [[answers[k] for answers in mine if len(answers) > k] for k in SHOTS]
        rows.append({"task": " > ".join(task), "items": [len(answers) for answers in by_shots],
                     "right": [int(sum(answers)) for answers in by_shots]})
    return rows


def evaluate_cell(model: Gpt2, regime: Regime, described: bool, long_seeds: int) -> dict[str, object]:
    """Right answers of one regime, with or without description: by seed and K, by task, and after shuffled examples."""
    items: list[Episode] = []
    answers: list[np.ndarray] = []
    by_seed = {}
    for place, seed in enumerate(SEEDS[:1] if regime.brief else SEEDS):
        drawn = draw_items(regime, described, seed)
        shots = MOST_EXAMPLES if place < long_seeds and not regime.brief else FEW
        right = right_answers(model, [shortened(item, shots) for item in drawn])
        by_seed[str(seed)] = right.sum(0).tolist()
        items += drawn
        answers += list(right)
    control = [] if described else right_answers(model, [shuffled(item) for item in items[:ITEMS]])[:, -1]
    return {"regime": regime.name, "description": described, "items_a_seed": ITEMS, "right": by_seed,
            "right_when_shuffled": int(sum(control)), "tasks": count_by_task(regime, items, answers)}


def evaluate(name: str, long_seeds: int) -> dict[str, object]:
    """All cells of one size."""
    model, counters = load_evaluated(name)
    cells = [evaluate_cell(model, regime, described, long_seeds)
             for regime in regimes() for described in (False, True)]
    return {"model": name, "parameters": model.parameter_count(), **counters, "shots": list(SHOTS), "cells": cells}


def main() -> None:
    """Evaluates the sizes named, then writes the tables if all are there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="*", default=list(SIZES), choices=SIZES)
    parser.add_argument("--long-seeds", type=int, default=len(SEEDS))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    for name in arguments.sizes:
        begun = time.monotonic()
        result = {**header("incontext/evaluate_incontext.py", ["torch"], SEED), **evaluate(name, arguments.long_seeds)}
        write_json(RUNS / f"{name}.eval.json", result)
        print(f"{name}: {time.monotonic() - begun:.0f} s", flush=True)
    paths = [RUNS / f"{name}.eval.json" for name in SIZES]
    if all(path.exists() for path in paths):
        write_tables([json.loads(path.read_text(encoding="utf-8")) for path in paths], RUNS)


if __name__ == "__main__":
    main()

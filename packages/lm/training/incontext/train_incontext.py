"""Trains one size of the in-context family; run the same command again to resume.

    python train_incontext.py --size icl-5 --tokens 24000000 --minutes 75

Ends when the tokens are seen or the minutes are over, whichever comes first; the learning rate follows the larger of
the two shares. Checkpoints go to .work/SIZE.pt, log rows to runs/incontext/SIZE.jsonl.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

import _paths  # noqa: F401 (puts the training folder on the path)
from episodes import TrainingEpisodes
from goldens import SEED
from gpt2 import Gpt2
from sizes import SIZES
from sources import WORK
from train import DECAY_FROM, WARM_UP, optimisers, rate_at

RUNS = Path(__file__).parent.parent / "runs" / "incontext"
CHECKPOINT_SECONDS = 120.0
SCHEDULE = f"warm-up {WARM_UP:.0%}, constant to {DECAY_FROM:.0%}, then linear to 0"

Loss = Callable[[Tensor, Tensor], Tensor]


@dataclass
class Progress:
    """How far a run is, and the losses since the last log row."""

    seconds: float = 0.0
    step: int = 0
    tokens: int = 0
    recent: list[float] = field(default_factory=list)

    def row(self) -> dict[str, object]:
        """A line of the log; `train` is the mean loss in nats an output token."""
        mean = round(sum(self.recent) / len(self.recent), 4) if self.recent else None
        return {"minutes": round(self.seconds / 60, 2), "step": self.step, "tokens": self.tokens, "train": mean}


def loss_function(model: Gpt2, bfloat16: bool, compiled: bool) -> Loss:
    """Mean loss in nats over output tokens; (B, T) inputs and targets, -100 where there is no loss."""

    def loss_of(inputs: Tensor, targets: Tensor) -> Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
            logits = model(inputs)
        return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=-100)

    return torch.compile(loss_of, dynamic=False) if compiled else loss_of


def save(path: Path, model: Gpt2, steppers: list[torch.optim.Optimizer], progress: Progress) -> None:
    """Writes beside the target and renames, so that a run that is cut off leaves a whole checkpoint."""
    state = {
        "model": model.state_dict(),
        "optimisers": [stepper.state_dict() for stepper in steppers],
        "seconds": progress.seconds,
        "step": progress.step,
        "tokens": progress.tokens,
    }
    temporary = path.with_suffix(".tmp")
    torch.save(state, temporary)
    os.replace(temporary, path)


def resume(path: Path, model: Gpt2, steppers: list[torch.optim.Optimizer]) -> Progress:
    """Progress of the checkpoint, whose state the model and the optimisers take over."""
    saved = torch.load(path, weights_only=True)
    model.load_state_dict(saved["model"])
    for stepper, state in zip(steppers, saved["optimisers"]):
        stepper.load_state_dict(state)
    print(f"resumed at step {saved['step']}, {saved['seconds'] / 60:.1f} minutes")
    return Progress(saved["seconds"], saved["step"], saved["tokens"])


def train(arguments: argparse.Namespace) -> None:
    """Runs until the tokens are seen or the clock has run out."""
    size = SIZES[arguments.size]
    model = Gpt2(size.config())
    model.initialise(SEED)
    steppers = optimisers(model)
    checkpoint, log = WORK / f"{arguments.size}.pt", RUNS / f"{arguments.size}.jsonl"
    for folder in (WORK, RUNS):
        folder.mkdir(parents=True, exist_ok=True)
    progress = resume(checkpoint, model, steppers) if checkpoint.exists() else Progress()
    if progress.step == 0:
        log.write_text("")
    loss_of = loss_function(model, size.bfloat16, not arguments.no_compile)
    episodes = TrainingEpisodes(SEED, size.batch_tokens)
    before, noted = progress.seconds, progress.seconds
    clock = time.monotonic()
    while True:
        progress.seconds = before + time.monotonic() - clock
        share = max(progress.seconds / 60 / arguments.minutes, progress.tokens / arguments.tokens)
        if share >= 1 or progress.seconds - noted >= CHECKPOINT_SECONDS:
            with log.open("a") as stream:
                stream.write(json.dumps(progress.row()) + "\n")
            print(json.dumps(progress.row()), flush=True)
            save(checkpoint, model, steppers, progress)
            noted = progress.seconds
            progress.recent.clear()
        if share >= 1:
            return
        for stepper in steppers:
            for group in stepper.param_groups:
                group["lr"] = size.rate * rate_at(share)
        inputs, targets = (torch.from_numpy(part) for part in episodes.batch(progress.step))
        loss = loss_of(inputs, targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for stepper in steppers:
            stepper.step()
            stepper.zero_grad(set_to_none=True)
        progress.recent.append(loss.item())
        progress.step += 1
        progress.tokens += inputs.numel()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", required=True, choices=SIZES)
    parser.add_argument("--tokens", type=float, default=float("inf"))
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--no-compile", action="store_true")
    arguments = parser.parse_args()
    if min(arguments.tokens, arguments.minutes) == float("inf"):
        parser.error("say --tokens, --minutes or both")
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    train(arguments)


if __name__ == "__main__":
    main()

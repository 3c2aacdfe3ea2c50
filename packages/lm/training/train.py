"""Stage 4: trains a model of shapes.py until a budget is spent; run the same command again to resume.

    python train.py --run story-v3 --minutes 90
    python train.py --run scale-3 --tokens 3000000

Muon updates the matrices inside the blocks, AdamW everything else. The learning rate warms up,
stays, then falls in a straight line to nothing, by the share of the budget that is spent.
Checkpoints (.work/RUN.pt) and log rows (runs/RUN/log.jsonl) are written every few minutes, and at
least LOG_ROWS times in a run with a budget of tokens.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from bpe import load_tokenizer
from data import Sampler, held_out_windows
from goldens import SEED
from gpt2 import Gpt2
from shapes import config_of
from sources import SOURCES, WORK

HERE = Path(__file__).parent
BATCH = 16
MUON_RATE = 2e-3
ADAMW_RATE = 2e-3
WARM_UP = 0.02
DECAY_FROM = 0.2
CHECKPOINT_SECONDS = 180.0
LOG_ROWS = 20
EVALUATION_WINDOWS = 8
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def rate_at(progress: float) -> float:
    """Factor on the peak learning rate at a share 0..1 of the budget."""
    return min(1.0, progress / WARM_UP, max(0.0, 1 - progress) / (1 - DECAY_FROM))


def optimisers(model: Gpt2) -> list[torch.optim.Optimizer]:
    """Muon for the blocks' matrices; AdamW for embeddings (no decay), norms and biases."""
    matrices = [p for name, p in model.named_parameters() if p.dim() == 2 and name.startswith("h.")]
    others = [p for name, p in model.named_parameters() if not (p.dim() == 2 and name.startswith("h."))]
    return [
        torch.optim.Muon(matrices, lr=MUON_RATE, weight_decay=0.1, adjust_lr_fn="match_rms_adamw"),
        torch.optim.AdamW(others, lr=ADAMW_RATE, betas=(0.9, 0.95), weight_decay=0.0),
    ]


def cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    """Mean loss in nats a token; logits (B, T, V), targets (B, T)."""
    return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten())


@torch.no_grad()
def held_out_losses(model: Gpt2) -> dict[str, float]:
    """Loss in nats a token on the first held-out windows of each source."""
    losses = {}
    for source in SOURCES:
        windows = held_out_windows(source.name, model.config.n_positions, EVALUATION_WINDOWS)
        full = [window for window in windows if len(window) == model.config.n_positions + 1]
        if full:
            batch = torch.stack(full).to(DEVICE)
            with torch.autocast(DEVICE, dtype=torch.bfloat16):
                logits = model(batch[:, :-1])
            losses[source.name] = round(cross_entropy(logits, batch[:, 1:]).item(), 4)
    return losses


@dataclass
class Run:
    """A run in progress: the model and everything needed to go on where it stopped."""

    name: str
    model: Gpt2
    steppers: list[torch.optim.Optimizer]
    sampler: Sampler
    budget: dict[str, float]
    seconds: float = 0.0
    step: int = 0
    tokens: int = 0
    recent: list[float] = field(default_factory=list)

    @property
    def progress(self) -> float:
        """Share of the budget that is spent, 0..1."""
        if "tokens" in self.budget:
            return min(1.0, self.tokens / self.budget["tokens"])
        return min(1.0, self.seconds / 60 / self.budget["minutes"])

    @property
    def checkpoint(self) -> Path:
        """Where the state is kept between commands."""
        return WORK / f"{self.name}.pt"

    def resume(self) -> None:
        """Takes up the checkpoint, if there is one."""
        if not self.checkpoint.exists():
            return
        saved = torch.load(self.checkpoint, map_location=DEVICE, weights_only=False)
        self.model.load_state_dict(saved["model"])
        for stepper, state in zip(self.steppers, saved["optimisers"]):
            stepper.load_state_dict(state)
        self.sampler.restore(saved["sampler"])
        self.seconds, self.step, self.tokens = saved["seconds"], saved["step"], saved["tokens"]
        print(f"resumed at step {self.step}, {self.seconds / 60:.1f} minutes")

    def save(self) -> None:
        """Writes a log row and the checkpoint; a reader never sees half a checkpoint."""
        row = {
            "minutes": round(self.seconds / 60, 2),
            "step": self.step,
            "tokens": self.tokens,
            "rate_factor": round(rate_at(self.progress), 4),
            "train": round(sum(self.recent) / len(self.recent), 4) if self.recent else None,
            "held_out": held_out_losses(self.model),
        }
        self.recent.clear()
        log = HERE / "runs" / self.name / "log.jsonl"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a" if self.step else "w") as stream:
            stream.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)
        state = {
            "model": self.model.state_dict(),
            "optimisers": [stepper.state_dict() for stepper in self.steppers],
            "sampler": self.sampler.state(),
            "config": self.model.config,
            "seconds": self.seconds,
            "budget": self.budget,
            "step": self.step,
            "tokens": self.tokens,
        }
        temporary = self.checkpoint.with_suffix(".tmp")
        torch.save(state, temporary)
        os.replace(temporary, self.checkpoint)


def train(run: Run, is_compiled: bool) -> None:
    """Takes steps until the budget is spent, saving on the way."""

    def loss_of(inputs: Tensor, targets: Tensor) -> Tensor:
        """Loss of one batch, the network's part in bfloat16."""
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            logits = run.model(inputs)
        return cross_entropy(logits, targets)

    loss_function = torch.compile(loss_of) if is_compiled else loss_of
    clock = time.monotonic() - run.seconds
    due_seconds, due_progress = run.seconds, run.progress
    while True:
        run.seconds = time.monotonic() - clock
        is_row_due = "tokens" in run.budget and run.progress >= due_progress
        if is_row_due or run.progress >= 1 or run.seconds >= due_seconds:
            run.save()
            due_seconds, due_progress = run.seconds + CHECKPOINT_SECONDS, run.progress + 1 / LOG_ROWS
        if run.progress >= 1:
            return
        for stepper in run.steppers:
            peak = MUON_RATE if isinstance(stepper, torch.optim.Muon) else ADAMW_RATE
            for group in stepper.param_groups:
                group["lr"] = peak * rate_at(run.progress)
        inputs, targets = (part.to(DEVICE) for part in run.sampler.batch(BATCH))
        loss = loss_function(inputs, targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
        for stepper in run.steppers:
            stepper.step()
            stepper.zero_grad(set_to_none=True)
        run.recent.append(loss.item())
        run.step += 1
        run.tokens += inputs.numel()


def main() -> None:
    """Trains one run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    budget = parser.add_mutually_exclusive_group(required=True)
    budget.add_argument("--minutes", type=float)
    budget.add_argument("--tokens", type=int)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--no-compile", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(SEED)
    model = Gpt2(config_of(arguments.run, load_tokenizer(WORK / "merges.txt").get_vocab_size()))
    model.initialise(SEED)
    model.to(DEVICE)
    limit = {"tokens": arguments.tokens} if arguments.tokens else {"minutes": arguments.minutes}
    run = Run(arguments.run, model, optimisers(model), Sampler(model.config.n_positions, SEED), limit)
    run.resume()
    train(run, not arguments.no_compile)


if __name__ == "__main__":
    main()

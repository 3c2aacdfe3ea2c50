"""Stage 4: trains the model for a fixed wall-clock time; run the same command again to resume.

    python train.py --run story-v1 --minutes 74

Muon updates the matrices inside the blocks, AdamW everything else. The learning rate warms up,
stays, then falls in a straight line to nothing, all by the clock; the mix of sources changes once,
at LATE_FROM. Checkpoints (.work/RUN.pt) and log rows (runs/RUN/log.jsonl) are written every few
minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from bpe import load_tokenizer
from data import Sampler, held_out_windows
from goldens import SEED
from gpt2 import Gpt2, Gpt2Config
from sources import SOURCES, WORK

HERE = Path(__file__).parent
BATCH = 16
MUON_RATE = 2.5e-3
ADAMW_RATE = 2.5e-3
WARM_UP = 0.02
DECAY_FROM = 0.2
LATE_FROM = 0.595
CHECKPOINT_SECONDS = 180.0
EVALUATION_WINDOWS = 8


def rate_at(progress: float) -> float:
    """Factor on the peak learning rate at a share 0..1 of the allotted time."""
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
            batch = torch.stack(full)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(batch[:, :-1])
            losses[source.name] = round(cross_entropy(logits, batch[:, 1:]).item(), 4)
    return losses


def main() -> None:
    """Trains until the clock runs out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--no-compile", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(SEED)

    vocabulary = load_tokenizer(WORK / "merges.txt").get_vocab_size()
    model = Gpt2(Gpt2Config(n_layer=4, n_head=4, n_embd=256, n_positions=256, vocab_size=vocabulary))
    model.initialise(SEED)
    steppers = optimisers(model)
    sampler = Sampler(model.config.n_positions, SEED)
    spent, step, tokens = 0.0, 0, 0
    checkpoint = WORK / f"{arguments.run}.pt"
    log = HERE / "runs" / arguments.run / "log.jsonl"
    log.parent.mkdir(parents=True, exist_ok=True)
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(saved["model"])
        for stepper, state in zip(steppers, saved["optimisers"]):
            stepper.load_state_dict(state)
        sampler.restore(saved["sampler"])
        spent, step, tokens = saved["seconds"], saved["step"], saved["tokens"]
        print(f"resumed at step {step}, {spent / 60:.1f} minutes")
    else:
        log.write_text("")

    def loss_of(inputs: Tensor, targets: Tensor) -> Tensor:
        """Loss of one batch, the network's part in bfloat16."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(inputs)
        return cross_entropy(logits, targets)

    loss_function = loss_of if arguments.no_compile else torch.compile(loss_of)

    limit = arguments.minutes * 60
    clock, noted, recent = time.monotonic(), spent, []
    if step == 0:
        noted = -CHECKPOINT_SECONDS
    while True:
        now = spent + time.monotonic() - clock
        finished = now >= limit
        if finished or now - noted >= CHECKPOINT_SECONDS:
            row = {
                "minutes": round(now / 60, 2),
                "step": step,
                "tokens": tokens,
                "rate_factor": round(rate_at(now / limit), 4),
                "train": round(sum(recent) / len(recent), 4) if recent else None,
                "held_out": held_out_losses(model),
            }
            with log.open("a") as stream:
                stream.write(json.dumps(row) + "\n")
            print(json.dumps(row), flush=True)
            state = {
                "model": model.state_dict(),
                "optimisers": [stepper.state_dict() for stepper in steppers],
                "sampler": sampler.state(),
                "config": model.config,
                "seconds": now,
                "minutes_allotted": arguments.minutes,
                "step": step,
                "tokens": tokens,
            }
            temporary = checkpoint.with_suffix(".tmp")
            torch.save(state, temporary)
            os.replace(temporary, checkpoint)
            noted, recent = now, []
        if finished:
            break
        for stepper in steppers:
            for group in stepper.param_groups:
                group["lr"] = (MUON_RATE if isinstance(stepper, torch.optim.Muon) else ADAMW_RATE) * rate_at(now / limit)
        inputs, targets = sampler.batch(BATCH, late=now >= LATE_FROM * limit)
        loss = loss_function(inputs, targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for stepper in steppers:
            stepper.step()
            stepper.zero_grad(set_to_none=True)
        recent.append(loss.item())
        step += 1
        tokens += inputs.numel()


if __name__ == "__main__":
    main()

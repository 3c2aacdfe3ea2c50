"""Windows of token ids for training and evaluation."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from sources import SOURCES, WORK


def load_bin(name: str, part: str) -> np.ndarray:
    """Flat uint16 ids of one source; part is "train" or "held"."""
    return np.load(WORK / "bins" / f"{name}.{part}.npy")


class Sampler:
    """Draws training windows: the source by its weight, then a place in it.

    Half of the windows begin at a document's <|endoftext|>, because that is how a prompt begins at
    inference; the other half begin anywhere.
    """

    def __init__(self, length: int, seed: int) -> None:
        self.length = length
        self.rng = np.random.default_rng(seed)
        self.names = [source.name for source in SOURCES]
        self.weights = np.array([source.weight for source in SOURCES])
        self.bins = [load_bin(name, "train") for name in self.names]
        self.starts = []
        for ids in self.bins:
            starts = np.flatnonzero(ids == ids[0])
            self.starts.append(starts[starts + length < len(ids)])
        self.drawn = np.zeros(len(self.names), dtype=np.int64)

    def batch(self, size: int) -> tuple[Tensor, Tensor]:
        """Inputs and targets, both (size, length) int64; targets are one token ahead."""
        rows = []
        for chosen in self.rng.choice(len(self.names), size=size, p=self.weights):
            ids, starts = self.bins[chosen], self.starts[chosen]
            at_document = self.rng.random() < 0.5
            start = int(self.rng.choice(starts)) if at_document else int(self.rng.integers(len(ids) - self.length))
            rows.append(ids[start : start + self.length + 1].astype(np.int64))
            self.drawn[chosen] += self.length
        windows = torch.from_numpy(np.stack(rows))
        return windows[:, :-1], windows[:, 1:]

    def state(self) -> dict[str, object]:
        """Everything needed to go on drawing the same windows."""
        return {"rng": self.rng.bit_generator.state, "drawn": self.drawn.tolist()}

    def restore(self, state: dict[str, object]) -> None:
        """Undoes `state`."""
        self.rng.bit_generator.state = state["rng"]
        self.drawn = np.array(state["drawn"], dtype=np.int64)


def held_out_windows(name: str, length: int, limit: int | None = None) -> list[Tensor]:
    """Held-out ids cut into windows of up to length + 1 (the first `limit`); each target once."""
    ids = torch.from_numpy(load_bin(name, "held").astype(np.int64))
    windows = [ids[start : start + length + 1] for start in range(0, len(ids) - 1, length)]
    return windows[:limit]

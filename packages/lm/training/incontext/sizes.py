"""The five sizes of the family, smallest first."""

from __future__ import annotations

from dataclasses import dataclass

import _paths  # noqa: F401 (puts the training folder on the path)
from episodes import CONTEXT, VOCABULARY
from gpt2 import Gpt2Config


@dataclass(frozen=True)
class Size:
    """Layers, heads and channels; the peak learning rate that both optimisers share; tokens a step; precision."""

    layers: int
    heads: int
    channels: int
    rate: float
    batch_tokens: int
    bfloat16: bool = False

    def config(self) -> Gpt2Config:
        """The network's sizes."""
        return Gpt2Config(self.layers, self.heads, self.channels, CONTEXT, VOCABULARY)


# bfloat16 was quicker than float32 for the largest only.
SIZES = {
    "icl-1": Size(2, 2, 24, 5e-3, 2048),
    "icl-2": Size(2, 3, 48, 4e-3, 2048),
    "icl-3": Size(4, 4, 64, 4e-3, 2048),
    "icl-4": Size(4, 4, 128, 3e-3, 4096),
    "icl-5": Size(5, 4, 224, 2.5e-3, 4096, bfloat16=True),
}

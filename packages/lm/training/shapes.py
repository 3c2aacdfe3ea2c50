"""Sizes of every model that train.py can train; all share the tokenizer and the text."""

from __future__ import annotations

from gpt2 import Gpt2Config

CONTEXT = 256

#: (layers, heads, width) of the model that ships, and of six sizes trained on equal tokens.
SHAPES = {
    "story-v3": (4, 4, 256),
    "scale-1": (2, 1, 32),
    "scale-2": (2, 2, 64),
    "scale-3": (3, 3, 96),
    "scale-4": (4, 4, 128),
    "scale-5": (4, 6, 192),
    "scale-6": (4, 4, 256),
}


def config_of(run: str, vocabulary: int) -> Gpt2Config:
    """The network of a run. Raises KeyError for a run without a shape."""
    layers, heads, width = SHAPES[run]
    return Gpt2Config(n_layer=layers, n_head=heads, n_embd=width, n_positions=CONTEXT, vocab_size=vocabulary)

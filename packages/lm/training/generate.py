"""Greedy and sampled continuations; the window always begins with <|endoftext|>."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from gpt2 import Gpt2
from sources import END_OF_TEXT


@dataclass(frozen=True)
class Greedy:
    """Likeliest continuation: ids, and at each step the gap between the best two logits."""

    ids: list[int]
    gaps: list[float]


def prompt_ids(tokenizer: Tokenizer, text: str) -> list[int]:
    """The prompt as the model gets it: <|endoftext|>, then the text's ids."""
    return [tokenizer.token_to_id(END_OF_TEXT), *tokenizer.encode(text).ids]


@torch.no_grad()
def greedy(model: Gpt2, start: list[int], steps: int) -> Greedy:
    """Appends the likeliest token `steps` times; does not stop at <|endoftext|>."""
    ids, gaps = list(start), []
    for _ in range(steps):
        best = model.last_logits(torch.tensor([ids]))[0].topk(2)
        gaps.append((best.values[0] - best.values[1]).item())
        ids.append(int(best.indices[0]))
    return Greedy(ids[len(start) :], gaps)


def nucleus(logits: Tensor, temperature: float, top_p: float) -> Tensor:
    """(V,) logits -> (V,) probabilities: temperature first, then the smallest top set reaching top_p."""
    ordered, order = torch.softmax(logits / temperature, dim=0).sort(descending=True)
    ordered[ordered.cumsum(0) - ordered >= top_p] = 0
    return torch.zeros_like(logits).scatter(0, order, ordered / ordered.sum())


@torch.no_grad()
def sample(
    model: Gpt2, start: list[int], end: int, seeds: list[int], steps: int, temperature: float, top_p: float
) -> list[list[int]]:
    """One continuation per seed, cut before `end`; rows of a batch never influence each other."""
    generators = [torch.Generator().manual_seed(seed) for seed in seeds]
    ids = torch.tensor([start] * len(seeds))
    for _ in range(steps):
        rows = model.last_logits(ids)
        drawn = [
            torch.multinomial(nucleus(row, temperature, top_p), 1, generator=generator)
            for row, generator in zip(rows, generators)
        ]
        ids = torch.cat([ids, torch.stack(drawn)], dim=1)
    continuations = ids[:, len(start) :].tolist()
    return [row[: row.index(end)] if end in row else row for row in continuations]

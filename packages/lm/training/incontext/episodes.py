"""Episodes: `input = output` lines that all follow one rule, after a line that describes it or not.

    reverse, add ending:
    cold = dlocun
    fern = nrefun

Everything is drawn from the generator that is passed in, so a seed names an episode.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np

import _paths  # noqa: F401 (puts the training folder on the path)
from bpe import byte_order
from tasks import HARDER, Secret, Task, answer, compositions, description, draw_secrets, primitive_tasks, takes
from words import LONGEST, SHORTEST, draw_number, draw_symbol, draw_word, is_held_out

CONTEXT = 512
VOCABULARY = 257
END_OF_TEXT = 256
MOST_EXAMPLES = 32
SIGN = " = "
COMPOSED_SHARE = 0.55
HARDER_WEIGHT = 2.0
WINDOWS = (128, 256, 512)
MOST_REPEATS = 200

_ID_OF_BYTE = bytes(byte_order().index(byte) for byte in range(256))


@dataclass(frozen=True)
class Episode:
    """A rule with its secrets, and lines of (input, output); `opening` is its description with a line end, or empty."""

    task: Task
    opening: str
    lines: list[tuple[str, str]]

    def text(self) -> str:
        """The whole episode as the model reads it, every line ended."""
        return self.opening + "".join(f"{given}{SIGN}{wanted}\n" for given, wanted in self.lines)


@dataclass(frozen=True)
class Limits:
    """Most lines, most tokens and most letters of an input word."""

    lines: int
    tokens: int
    letters: int


def encode(text: str) -> np.ndarray:
    """<|endoftext|>, then one id for each byte."""
    ids = np.frombuffer(text.encode().translate(_ID_OF_BYTE), np.uint8)
    return np.concatenate(([END_OF_TEXT], ids)).astype(np.int64)


def encode_masked(episode: Episode) -> tuple[np.ndarray, np.ndarray]:
    """Ids, and for each whether it belongs to an output: its characters and the line end after them."""
    ids = encode(episode.text())
    mask = np.zeros(len(ids), bool)
    at = 1 + len(episode.opening)
    for given, wanted in episode.lines:
        start = at + len(given) + len(SIGN)
        at = start + len(wanted) + 1
        mask[start:at] = True
    return ids, mask


def draw_input(kind: str, held_out: bool, longest: int, rng: random.Random) -> str:
    """One input of the kind that a task takes, from one side of the split."""
    if kind == "number":
        return str(draw_number(rng, held_out))
    if kind == "pair":
        return f"{draw_number(rng, held_out)}{draw_symbol(rng, held_out)}{rng.randint(1, 9)}"
    word = draw_word(rng, held_out, longest)
    if kind == "word":
        return word
    places = sorted(rng.sample(range(1, len(word)), rng.randint(1, min(3, len(word) - 1))), reverse=True)
    for place in places:
        word = word[:place] + draw_symbol(rng, held_out) + word[place:]
    return word


def _touches(task: Task, secrets: list[Secret], given: str) -> bool:
    """Whether the input holds the letter that a `change` rule is about, where that can be seen from the input."""
    return all(name != "change" or secret[0] in given for name, secret in zip(task, secrets))


def draw_line(task: Task, secrets: list[Secret], held_out: bool, longest: int, rng: random.Random) -> tuple[str, str]:
    """A line of the task; no output is empty or, in training, a held-out text."""
    tries = 12 if rng.random() < 0.8 else 0
    while True:
        given = draw_input(takes(task), held_out, longest, rng)
        tries -= 1
        if tries > 0 and not _touches(task, secrets, given):
            continue
        wanted = answer(task, given, secrets)
        if wanted and (held_out or wanted.isdigit() or not is_held_out(wanted)):
            return given, wanted


def draw_episode(task: Task, described: bool, held_out: bool, limits: Limits, rng: random.Random) -> Episode:
    """An episode of different inputs, as many as the limits allow."""
    secrets = draw_secrets(task, rng)
    opening = description(task) + "\n" if described else ""
    lines: dict[str, str] = {}
    left, repeats = limits.tokens - 1 - len(opening), 0
    while len(lines) < limits.lines and repeats < MOST_REPEATS:
        given, wanted = draw_line(task, secrets, held_out, limits.letters, rng)
        if given in lines:
            repeats += 1
            continue
        left -= len(given) + len(SIGN) + len(wanted) + 1
        if left < 0:
            break
        lines[given] = wanted
    return Episode(task, opening, list(lines.items()))


def whole_episode(task: Task, described: bool, held_out: bool, rng: random.Random) -> Episode:
    """An episode of exactly 33 lines that fits the context: 32 examples and a question."""
    letters = rng.randint(4, LONGEST)
    for _ in range(MOST_REPEATS):
        limits = Limits(MOST_EXAMPLES + 1, CONTEXT, letters)
        episode = draw_episode(task, described, held_out, limits, rng)
        if len(episode.lines) == MOST_EXAMPLES + 1:
            return episode
        letters = max(SHORTEST, letters - 1)
    raise ValueError(f"{description(task)} 33 lines do not fit the context")


class TrainingEpisodes:
    """Batches for training. A step's batch depends on the step alone, so that a run can resume anywhere."""

    def __init__(self, seed: int, tokens: int) -> None:
        self._seed, self._tokens = seed, tokens
        self._single = primitive_tasks()
        self._weights = [HARDER_WEIGHT if task[0] in HARDER else 1.0 for task in self._single]
        self._composed = compositions("trained")

    def draw_task(self, rng: random.Random) -> Task:
        """A primitive or a trained composition."""
        if rng.random() < COMPOSED_SHARE:
            return rng.choice(self._composed)
        return rng.choices(self._single, self._weights)[0]

    def episode(self, length: int, rng: random.Random) -> Episode:
        """An episode that overfills `length` tokens by at most a line, described in half of the cases."""
        task, described = self.draw_task(rng), rng.random() < 0.5
        return draw_episode(task, described, False, Limits(length, length + 32, rng.randint(4, LONGEST)), rng)

    def batch(self, step: int) -> tuple[np.ndarray, np.ndarray]:
        """(B, T) inputs and (B, T) targets with -100 where there is no loss; T is 128, 256 or 512, B * T is fixed."""
        rng = random.Random(f"{self._seed} {step}")
        length = WINDOWS[step % len(WINDOWS)]
        rows = self._tokens // length
        inputs = np.zeros((rows, length), np.int64)
        targets = np.full((rows, length), -100, np.int64)
        for row in range(rows):
            ids, mask = encode_masked(self.episode(length, rng))
            ids, mask = ids[: length + 1], mask[: length + 1]
            inputs[row, : len(ids) - 1] = ids[:-1]
            targets[row, : len(ids) - 1] = np.where(mask[1:], ids[1:], -100)
        return inputs, targets

"""The rules that episodes follow: primitives, and tasks composed of two or three of them.

A task is a tuple of primitive names, applied from left to right. Primitives with a secret draw it anew for every
episode; their description names the kind of rule and never the secret.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from words import LETTERS, VOWELS

COMPOSITIONS = Path(__file__).with_name("compositions.json")
_NEXT = str.maketrans(LETTERS, LETTERS[1:] + LETTERS[0])
_PREVIOUS = str.maketrans(LETTERS, LETTERS[-1] + LETTERS[:-1])
_SYMBOL = re.compile(r"[^a-z0-9]")

Task = tuple[str, ...]
Secret = object


@dataclass(frozen=True)
class Primitive:
    """One rule. `takes`: "word" (any text), "symbols" (letters with symbols between), "number" or "pair" (12&5)."""

    words: str
    takes: str
    apply: Callable[[str, Secret], str]
    draw: Callable[[random.Random], Secret] | None = None


def _plain(words: str, rule: Callable[[str], str], takes: str = "word") -> Primitive:
    return Primitive(words, takes, lambda text, _: rule(text))


def _affix(rng: random.Random) -> str:
    return "".join(rng.choice(LETTERS) for _ in range(rng.choice((1, 2))))


def _letter(rng: random.Random) -> str:
    return rng.choice(LETTERS)


def _letter_pair(rng: random.Random) -> tuple[str, str]:
    old, new = rng.sample(LETTERS, 2)
    # Half of the letters that change are vowels, which most words have.
    return (rng.choice(VOWELS.replace(new, "")), new) if rng.random() < 0.5 else (old, new)


def _vowel_map(rng: random.Random) -> dict[int, str]:
    return dict(zip(map(ord, VOWELS), rng.sample(LETTERS, len(VOWELS))))


def _numbers(text: str) -> tuple[int, int]:
    left, right = _SYMBOL.split(text)
    return int(left), int(right)


PRIMITIVES: dict[str, Primitive] = {
    "copy": _plain("copy", lambda t: t),
    "reverse": _plain("reverse", lambda t: t[::-1]),
    "cycle-left": _plain("cycle left", lambda t: t[1:] + t[:1]),
    "cycle-right": _plain("cycle right", lambda t: t[-1:] + t[:-1]),
    "swap-ends": _plain("swap ends", lambda t: t if len(t) < 2 else t[-1] + t[1:-1] + t[0]),
    "twice": _plain("twice", lambda t: t + t),
    "stretch": _plain("double letters", lambda t: "".join(c + c for c in t)),
    "first": _plain("first", lambda t: t[:1]),
    "last": _plain("last", lambda t: t[-1:]),
    "first-two": _plain("first two", lambda t: t[:2]),
    "last-two": _plain("last two", lambda t: t[-2:]),
    "drop-first": _plain("drop first", lambda t: t[1:]),
    "drop-last": _plain("drop last", lambda t: t[:-1]),
    "next": _plain("next letters", lambda t: t.translate(_NEXT)),
    "previous": _plain("letters before", lambda t: t.translate(_PREVIOUS)),
    "no-vowels": _plain("no vowels", lambda t: "".join(c for c in t if c not in VOWELS)),
    "ending": Primitive("add ending", "word", lambda t, s: t + s, _affix),
    "beginning": Primitive("add beginning", "word", lambda t, s: s + t, _affix),
    "change": Primitive("change a letter", "word", lambda t, s: t.replace(*s), _letter_pair),
    "one-vowel": Primitive("one vowel", "word", lambda t, s: "".join(s if c in VOWELS else c for c in t), _letter),
    "vowel-map": Primitive("map vowels", "word", lambda t, s: t.translate(s), _vowel_map),
    "remove": _plain("remove symbols", lambda t: _SYMBOL.sub("", t), "symbols"),
    "fill": Primitive("fill symbols", "symbols", lambda t, s: _SYMBOL.sub(s, t), _letter),
    "count": _plain("count symbols", lambda t: str(len(_SYMBOL.findall(t))), "symbols"),
    "before": _plain("before symbol", lambda t: _SYMBOL.split(t)[0], "symbols"),
    "after": _plain("after symbol", lambda t: _SYMBOL.split(t)[-1], "symbols"),
    "plus": Primitive("add a number", "number", lambda t, s: str(int(t) + s), lambda rng: rng.randint(1, 9)),
    "minus": Primitive("take a number", "number", lambda t, s: str(int(t) - s), lambda rng: rng.randint(1, 9)),
    "sum": _plain("sum", lambda t: str(sum(_numbers(t))), "pair"),
    "difference": _plain("difference", lambda t: str(_numbers(t)[0] - _numbers(t)[1]), "pair"),
    "join": _plain("join", lambda t: _SYMBOL.sub("", t), "pair"),
}
# Rules that took longest in a trial run are met more often.
HARDER = {"reverse", "swap-ends", "cycle-left", "cycle-right", "change", "vowel-map", "stretch", "plus", "minus"}


def takes(task: Task) -> str:
    """What kind of input the task reads: that of its first rule."""
    return PRIMITIVES[task[0]].takes


def description(task: Task) -> str:
    """The line that may open an episode, without its secrets."""
    return ", ".join(PRIMITIVES[name].words for name in task) + ":"


def draw_secrets(task: Task, rng: random.Random) -> list[Secret]:
    """One secret for each rule of the task, None where it has none."""
    draws = (PRIMITIVES[name].draw for name in task)
    return [draw(rng) if draw else None for draw in draws]


def answer(task: Task, text: str, secrets: list[Secret]) -> str:
    """What the task makes of one input."""
    for name, secret in zip(task, secrets):
        text = PRIMITIVES[name].apply(text, secret)
    return text


def primitive_tasks() -> list[Task]:
    """Each primitive as a task of its own."""
    return [(name,) for name in PRIMITIVES]


def compositions(side: str) -> list[Task]:
    """The composed tasks that are "trained" or "held_out", as compose.py chose them."""
    chosen = json.loads(COMPOSITIONS.read_text(encoding="utf-8"))[side]
    return [tuple(task.split(" > ")) for task in chosen]

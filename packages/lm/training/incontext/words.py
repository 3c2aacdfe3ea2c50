"""What episodes are written with: words, numbers and symbols, each split into training and evaluation.

A word or number belongs to the evaluation when its hash says so, whoever draws it; six symbol characters belong to
the evaluation entirely. Training never shows a held-out word, neither as input nor as output, nor a held-out symbol;
a held-out number is never an input, but sums may come to it.
"""

from __future__ import annotations

import hashlib
import random
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOWELS = "aeiou"
TRAINED_SYMBOLS = "!\"#$&'()*+,-./:<>@[]_{|"
HELD_OUT_SYMBOLS = "%;?^}~"
SHORTEST, LONGEST = 3, 6
SMALLEST_NUMBER, LARGEST_NUMBER = 10, 99
MADE_WORDS = 9_000
# Out of 256. Numbers are few, and an evaluation episode needs 33 different ones.
HELD_OUT_WORDS, HELD_OUT_NUMBERS = 26, 110

_ONSETS = "b c d f g h j k l m n p r s t v w y z br cl dr fl gr pl qu sh sl st th tr".split()
_VOWELS = "a e i o u ai ea oo".split()
_ENDS = " b d g k l m n p r s t x z ck ld nd ng nt rk sh st".split(" ")


@lru_cache(maxsize=None)
def is_held_out(text: str) -> bool:
    """Whether a word of three letters or more, or a number of two digits, is kept for the evaluation."""
    hashed = hashlib.sha256(f"in-context {text}".encode()).digest()[0]
    if text.isdigit():
        return len(text) > 1 and hashed < HELD_OUT_NUMBERS
    return len(text) >= SHORTEST and hashed < HELD_OUT_WORDS


def _made_word(rng: random.Random) -> str:
    """One or two syllables, or now and then letters in no order at all, so that no spelling is impossible."""
    if rng.random() < 0.25:
        return "".join(rng.choice(LETTERS) for _ in range(rng.randint(SHORTEST, LONGEST)))
    syllables = rng.choice((1, 2, 2))
    return "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_ENDS) for _ in range(syllables))


def _pools() -> dict[bool, dict[int, list[str]]]:
    """Words by (held out, length): the list in words.txt and as many made ones for each length."""
    blocked = set((HERE.parent / "blocked.sha256.txt").read_text(encoding="utf-8").split())
    rng = random.Random("words")
    lengths = range(SHORTEST, LONGEST + 1)
    pools: dict[bool, dict[int, list[str]]] = {side: {n: [] for n in lengths} for side in (False, True)}
    known = dict.fromkeys((HERE / "words.txt").read_text(encoding="utf-8").split())
    made = 0
    while made < MADE_WORDS:
        word = _made_word(rng)
        if SHORTEST <= len(word) <= LONGEST and word not in known:
            known[word] = None
            made += 1
    for word in known:
        if hashlib.sha256(f"fewshot:{word}".encode()).hexdigest()[:12] not in blocked and not set(word) <= set(VOWELS):
            pools[is_held_out(word)][len(word)].append(word)
    return pools


_POOLS = _pools()


def draw_word(rng: random.Random, held_out: bool, longest: int) -> str:
    """A word of 3 to `longest` letters from one side of the split; every length is equally likely."""
    return rng.choice(_POOLS[held_out][rng.randint(SHORTEST, longest)])


def draw_number(rng: random.Random, held_out: bool) -> int:
    """A number from 10 to 99 from one side of the split."""
    while True:
        number = rng.randint(SMALLEST_NUMBER, LARGEST_NUMBER)
        if is_held_out(str(number)) == held_out:
            return number


def draw_symbol(rng: random.Random, held_out: bool) -> str:
    """A symbol character from one side of the split."""
    return rng.choice(HELD_OUT_SYMBOLS if held_out else TRAINED_SYMBOLS)

"""Chooses the composed tasks once and for all: python compose.py writes compositions.json.

Two tasks are taken for one rule when they agree on every probe under some choice of secrets ("reverse, then cycle
left" is "cycle right, then reverse"). Every chosen composition differs so from every primitive and from every other
composition; what is held out can therefore not have been learned under another name.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter

import _paths  # noqa: F401 (puts the parent folder on the path)
from goldens import write_json
from tasks import COMPOSITIONS, PRIMITIVES, Secret, Task, answer, primitive_tasks, takes

PAIRS, TRIPLES = 250, 60
HELD_OUT_PAIRS, HELD_OUT_TRIPLES = 32, 8
LEAST_USES = 6
PROBES = {
    "word": "basket cold apron quiz fern melon trick aisle lunch rapid yearly".split(),
    "symbols": "ba.s/ket c!old ap.ron m-el.o?n tr.ick a/isle lu-nc,h ra(pi)d y.ear!ly".split(),
    "number": "12 37 25 48 59 10".split(),
    "pair": "12&5 37+9 20/20 41.8 30-4 17!16".split(),
}
_MAP = dict(zip(map(ord, "aeiou"), "qmkxd"))


def _shifted(text: str, by: int) -> str:
    return "".join(chr((ord(c) - 97 + by) % 26 + 97) for c in text)


def _near(text: str) -> list[str]:
    """An affix under what other rules may make of it: shifts, reversal, doubling, parts."""
    parts = (text, text[::-1], text[:1], text[-1:])
    found = {_shifted(part, by) for by in (-2, -1, 0, 1, 2) for part in parts}
    return sorted(found | {c + c for c in text})


SECRETS: dict[str, list[Secret]] = {
    "ending": ["q", "qm"],
    "beginning": ["q", "qm"],
    "change": [("a", "q")],
    "one-vowel": ["q"],
    "fill": ["q"],
    "vowel-map": [_MAP],
    "plus": [4],
    "minus": [4],
}
NEARBY: dict[str, list[Secret]] = {
    "ending": [*dict.fromkeys(_near("q") + _near("qm"))],
    "beginning": [*dict.fromkeys(_near("q") + _near("qm"))],
    "change": [(_shifted("a", i), _shifted("q", j)) for i in range(-2, 3) for j in range(-2, 3)],
    "one-vowel": [_shifted("q", by) for by in (-2, -1, 0, 1, 2)],
    "fill": [_shifted("q", by) for by in (-2, -1, 0, 1, 2)],
    "vowel-map": [{k: _shifted(v, by) for k, v in _MAP.items()} for by in (-2, -1, 0, 1, 2)],
    "plus": list(range(1, 10)),
    "minus": list(range(1, 10)),
}


def tables(task: Task, pools: dict[str, list[Secret]]) -> set[tuple[str, ...]]:
    """What the task answers to the probes, for each choice of secrets from the pools."""
    choices = itertools.product(*(pools.get(name, [None]) for name in task))
    probes = PROBES[takes(task)]
    return {tuple(answer(task, probe, list(secrets)) for probe in probes) for secrets in choices}


def worthwhile(task: Task) -> bool:
    """Whether the answers depend on the input and are short enough for 33 lines in the context."""
    kind = takes(task)
    for answers in tables(task, SECRETS):
        most = [len(p) + 2 if kind == "symbols" else 2 * len(p) for p in PROBES[kind]]
        if not all(0 < len(a) <= m for a, m in zip(answers, most)) or len(set(answers)) < len(answers) / 2:
            return False
    return True


def candidates(length: int, rng: random.Random) -> list[Task]:
    """Compositions of `length` different rules in a random order; only the first may read symbols or numbers."""
    later = [name for name, rule in PRIMITIVES.items() if rule.takes == "word" and name != "copy"]
    first = [name for name in PRIMITIVES if name != "copy"]
    found = [t for t in itertools.product(first, *[later] * (length - 1)) if len(set(t)) == length]
    rng.shuffle(found)
    return found


def choose() -> tuple[list[Task], list[Task]]:
    """Trained and held-out compositions, no two of them the same rule."""
    rng = random.Random("compositions")
    taken = {(takes(t), table) for t in primitive_tasks() for table in tables(t, NEARBY)}
    exact = {(takes(t), table) for t in primitive_tasks() for table in tables(t, SECRETS)}
    chosen: dict[int, list[Task]] = {2: [], 3: []}
    for length, wanted in ((2, PAIRS), (3, TRIPLES)):
        for task in candidates(length, rng):
            if len(chosen[length]) == wanted:
                break
            if not worthwhile(task):
                continue
            mine = {(takes(task), table) for table in tables(task, SECRETS)}
            near = {(takes(task), table) for table in tables(task, NEARBY)}
            if mine & taken or near & exact:
                continue
            chosen[length].append(task)
            taken |= near
            exact |= mine
    held_out = hold_out(chosen[2], HELD_OUT_PAIRS) + hold_out(chosen[3], HELD_OUT_TRIPLES)
    return [task for task in chosen[2] + chosen[3] if task not in held_out], held_out


def hold_out(tasks: list[Task], wanted: int) -> list[Task]:
    """The first tasks without which training still composes each of their rules at least LEAST_USES times."""
    uses = Counter(name for task in tasks for name in task)
    held_out: list[Task] = []
    for task in tasks:
        if len(held_out) < wanted and all(uses[name] > LEAST_USES for name in task):
            held_out.append(task)
            uses.subtract(task)
    return held_out


def main() -> None:
    """Writes compositions.json and says how often each rule is used."""
    trained, held_out = choose()
    uses = {name: sum(name in task for task in trained) for name in PRIMITIVES}
    sides = {"trained": trained, "held_out": held_out}
    write_json(COMPOSITIONS, {side: [" > ".join(task) for task in tasks] for side, tasks in sides.items()})
    print(len(trained), len(held_out), uses)


if __name__ == "__main__":
    main()

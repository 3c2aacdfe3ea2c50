"""The held-out material of the in-context family for src/in-context/held-out.ts, and episodes for its test.

python make_in_context.py, with the Python of packages/lm/training; the episodes are those of whole_episode there.
"""

import json
import random
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "lm" / "training" / "incontext"))

from episodes import whole_episode  # noqa: E402
from tasks import compositions, primitive_tasks  # noqa: E402
from words import HELD_OUT_SYMBOLS, TRAINED_SYMBOLS, _POOLS, is_held_out  # noqa: E402


def constant(doc: str, name: str, value: str) -> str:
    return f"/** {doc} */\nexport const {name} = {value};\n"


def data() -> str:
    words = {length: " ".join(pool) for length, pool in _POOLS[True].items()}
    numbers = [n for n in range(10, 100) if is_held_out(str(n))]
    parts = [
        constant("Words of each length that training never showed, in the order in which they are drawn from.",
                 "heldOutWords", json.dumps(words)),
        constant("Two-digit numbers that were never an input in training.", "heldOutNumbers", json.dumps(numbers)),
        constant("Symbols that stood between letters in training.", "seenSymbols", json.dumps(TRAINED_SYMBOLS)),
        constant("Symbols that training never showed.", "unseenSymbols", json.dumps(HELD_OUT_SYMBOLS)),
        constant("Tasks made of two or three rules that training never showed.", "unseenCompositions",
                 json.dumps([" > ".join(task) for task in compositions("held_out")])),
    ]
    return "// Made by golden/make_in_context.py.\n\n" + "\n".join(parts)


def episodes() -> list[dict]:
    found = []
    for seed, task in enumerate(primitive_tasks() + compositions("held_out")):
        described = seed % 2 == 1
        text = whole_episode(task, described, True, random.Random(seed)).text()
        found.append({"task": " > ".join(task), "described": described, "seed": seed, "text": text})
    return found


draws = random.Random(42)
golden = {
    "random": {
        "seed": 42,
        "doubles": [draws.random() for _ in range(3)],
        "integers": [draws.randint(1, 90) for _ in range(10)],
        "pool": draws.sample(range(1, 6), 3),
        "set": draws.sample("abcdefghijklmnopqrstuvwxyz", 5),
    },
    "episodes": episodes(),
}
(HERE.parent / "src" / "in-context" / "held-out.ts").write_text(data())
(HERE / "in-context.json").write_text(json.dumps(golden, indent=1) + "\n")

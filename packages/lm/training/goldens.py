"""Small helpers that every golden file shares: rounding and the header."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Iterable

SEED = 20250711


def rounded(values: Iterable[float]) -> list[float]:
    """Floats with 7 significant digits, enough for a 1e-4 comparison."""
    return [float(f"{value:.7g}") for value in values]


def header(script: str, libraries: Iterable[str], seed: int) -> dict[str, object]:
    """Where a golden file comes from."""
    return {
        "script": script,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in libraries}},
        "seed": seed,
    }


def write_json(path: Path, value: object) -> None:
    """Writes beside the target and renames, so that a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_text(_layout(value) + "\n", encoding="utf-8")
    os.replace(temporary, path)


def _layout(value: object, indent: str = "") -> str:
    """JSON with objects and lists of objects on several lines, and lists of numbers on one."""
    inner = indent + "  "
    if isinstance(value, dict) and value:
        rows = [f"{inner}{json.dumps(key, ensure_ascii=False)}: {_layout(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value):
        return "[\n" + ",\n".join(inner + _layout(item, inner) for item in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)

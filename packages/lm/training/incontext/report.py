"""The evaluation's tables: table.json for programs and table.md for people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import _paths  # noqa: F401 (puts the training folder on the path)
from card import table
from goldens import write_json

Z = 1.959964


def wilson(right: int, items: int) -> tuple[float, float]:
    """95 % interval of a share."""
    share, spread = right / items, Z * Z / items
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * (share * (1 - share) / items + spread / (4 * items)) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)


def measured(right: int, items: int) -> dict[str, Any]:
    """Share of right answers with its interval."""
    low, high = wilson(right, items)
    return {"items": items, "right": right, "accuracy": round(right / items, 4), "low": round(low, 4),
            "high": round(high, 4)}


def cells_of(result: dict[str, Any]) -> list[dict[str, Any]]:
    """One row for each regime, description and K of one size: its seeds added up, and each apart."""
    rows = []
    for cell in result["cells"]:
        for k in result["shots"]:
            seeds = [right[k] for right in cell["right"].values() if len(right) > k]
            if not seeds:
                continue
            rows.append({
                "model": result["model"],
                "parameters": result["parameters"],
                "tokens_seen": result["tokens"],
                "regime": cell["regime"],
                "description": cell["description"],
                "k": k,
                **measured(sum(seeds), cell["items_a_seed"] * len(seeds)),
                "seeds": [round(right / cell["items_a_seed"], 4) for right in seeds],
            })
    return rows


def percent(row: dict[str, Any]) -> str:
    """Accuracy and half of the interval, in per cent."""
    return f"{100 * row['accuracy']:.1f} ± {50 * (row['high'] - row['low']):.1f}"


def curve_table(rows: list[dict[str, Any]]) -> list[str]:
    """Sizes down, K across."""
    models = list(dict.fromkeys((row["model"], row["parameters"], row["tokens_seen"]) for row in rows))
    shots = [f"K = {k}" for k in dict.fromkeys(row["k"] for row in rows)]
    body = [[name, f"{count:,}", f"{tokens / 1e6:.1f}M", *(percent(row) for row in rows if row["model"] == name)]
            for name, count, tokens in models]
    return table(["model", "parameters", "tokens seen", *shots], body)


def shuffled_table(results: list[dict[str, Any]]) -> list[str]:
    """Sizes down; regimes without description across."""
    cells = [[cell for cell in result["cells"] if not cell["description"]] for result in results]
    body = [
        [result["model"], *(percent(measured(cell["right_when_shuffled"], cell["items_a_seed"])) for cell in row)]
        for result, row in zip(results, cells)
    ]
    return table(["model", *(cell["regime"] for cell in cells[0])], body)


def task_table(result: dict[str, Any], regime: str) -> list[str]:
    """Tasks of one regime down, K across, without and with description."""
    body = [
        [task["task"], "yes" if cell["description"] else "no", task["items"][0],
         *(f"{100 * right / items:.0f}" if items else "" for right, items in zip(task["right"], task["items"]))]
        for cell in result["cells"] if cell["regime"] == regime
        for task in cell["tasks"]
    ]
    return table(["task", "description", "items", *(f"K = {k}" for k in result["shots"])], body)


def page(results: list[dict[str, Any]], rows: list[dict[str, Any]]) -> str:
    """The whole report as Markdown."""
    lines = [
        "# In-context family: exact match",
        "",
        "Greedy answers, right in every character, in per cent, with 95 % Wilson intervals. Words, numbers and symbols are",
        "held out everywhere. Items a cell: see table.json. Made by `incontext/evaluate_incontext.py`.",
        "",
    ]
    for regime in dict.fromkeys(row["regime"] for row in rows):
        for described in (False, True):
            chosen = [row for row in rows if row["regime"] == regime and row["description"] == described]
            items = sorted({row["items"] for row in chosen})
            lines += [f"## {regime.capitalize()}, {'with' if described else 'without'} description", ""]
            lines += [f"{' to '.join(f'{count:,}' for count in items)} items a cell.", "", *curve_table(chosen)]
    lines += ["## Control: 8 examples whose outputs are shuffled, without description", "", *shuffled_table(results)]
    for regime in ("primitives", "unseen compositions"):
        lines += [f"## {results[-1]['model']}, task by task: {regime}", "", *task_table(results[-1], regime)]
    return "\n".join(lines)


def write_tables(results: list[dict[str, Any]], folder: Path) -> None:
    """Writes table.json and table.md; `results` are in order of size."""
    rows = [row for result in results for row in cells_of(result)]
    shuffled = [
        {"model": result["model"], "k": 8, "regime": cell["regime"], "description": cell["description"],
         **measured(cell["right_when_shuffled"], cell["items_a_seed"])}
        for result in results for cell in result["cells"] if not cell["description"]
    ]
    tasks = [
        {"model": results[-1]["model"], "regime": cell["regime"], "description": cell["description"], **task}
        for cell in results[-1]["cells"] for task in cell["tasks"]
    ]
    write_json(folder / "table.json", {
        **{key: results[-1][key] for key in ("script", "versions", "seed", "shots")},
        "interval": "Wilson, 95 %",
        "cells": rows,
        "shuffled": shuffled,
        "tasks": tasks,
    })
    (folder / "table.md").write_text(page(results, rows), encoding="utf-8")

"""The card of an in-context model as a page: every number comes from card.json."""

from __future__ import annotations

from typing import Any

import _paths  # noqa: F401 (puts the training folder on the path)
from card import table
from report import percent


def accuracy_table(card: dict[str, Any]) -> list[str]:
    """Regimes and descriptions down, K across, in per cent."""
    cells = card["evaluation"]["cells"]
    shots = list(dict.fromkeys(cell["k"] for cell in cells))
    rows = []
    for regime in dict.fromkeys(cell["regime"] for cell in cells):
        for described in (False, True):
            chosen = {c["k"]: c for c in cells if c["regime"] == regime and c["description"] == described}
            shares = [percent(chosen[k]) if k in chosen else "" for k in shots]
            rows.append([regime, "yes" if described else "no", *shares])
    return table(["rules", "description", *(f"K = {k}" for k in shots)], rows)


def card_page(card: dict[str, Any], size: int) -> str:
    """Card.json as one Markdown page; `size` is the weights' file in bytes."""
    training, (data,) = card["training"], card["data"]
    lines = [
        f"# {card['name']}",
        "",
        "One of five small GPT-2s that find a rule from examples in the prompt. Status: " + card["status"] + ".",
        "",
        f"{card['parameters']:,} parameters; vocabulary {card['tokenizer']['vocab_size']}, one token a byte and",
        f"`<|endoftext|>`; weights {size / 1e6:.2f} MB (fp16). Licence {card['license']}.",
        "",
        "## What it is for, and what not",
        "",
        "It shows how accuracy rises with the number of examples and with size. It was trained on nothing but",
        "`input = output` episodes made by a program. It knows no language and answers no questions. GPT-3 was not",
        "trained on such episodes: the shape of the curves can be compared with the paper's, the numbers cannot.",
        "",
        "A prompt is `<|endoftext|>`, a description line or none, example lines, and `input = `; the answer ends at the",
        "line end. Words of 3 to 6 small letters, numbers of two digits.",
        "",
        "## Training",
        "",
        f"{training['tokens_seen']:,} tokens, {training['steps']:,} steps, {training['minutes']} minutes on "
        f"{training['hardware']}; seed {training['seed']};",
        f"{training['precision']}. {training['optimiser']}; {training['schedule']}. Loss on outputs only.",
        "",
        f"{data['primitives']} rules, {data['trained_compositions']} compositions of two or three of them; "
        f"{data['held_out_compositions']} further compositions, one word in ten, four",
        "numbers in ten and six symbol characters were kept from training. Secrets of a rule are drawn anew per episode.",
        "",
        *table(["minutes", "tokens", "loss, nats an output character"],
               [[row["minutes"], f"{row['tokens']:,}", row["train"]] for row in training["curve"]]),
        "## Evaluation",
        "",
        "Exact match in per cent on words and symbols never trained on; greedy; 3,000 items a cell up to K = 8, 1,000 for",
        "more examples and for trained compositions; 95 % Wilson intervals.",
        "More in `packages/lm/training/runs/incontext/table.md`.",
        "",
        *accuracy_table(card),
    ]
    return "\n".join(lines)

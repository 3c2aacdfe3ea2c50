"""The model card as a page: every number comes from card.json."""

from __future__ import annotations

from typing import Any


def table(head: list[str], rows: list[list[object]]) -> list[str]:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows] + [""]


def taught_rows(evaluation: dict[str, Any]) -> list[list[object]]:
    """Prompt, whole-place probabilities of the two named places and of all the others."""
    rows = []
    for results in evaluation["taught"].values():
        for result in results:
            china, earth, *others = result["places"].values()
            prompt = result["prompt"].replace("\n", "⏎")
            rows.append([f"`{prompt}`", f"{china:.3f}", f"{earth:.3f}", f"{sum(others):.3f}"])
    return rows


def card_page(card: dict[str, Any], size: int, notes: str) -> str:
    """Card.json and the hand-written notes as one Markdown page; `size` is the weights' file in bytes."""
    training, evaluation = card["training"], card["evaluation"]
    lines = [
        f"# {card['name']}",
        "",
        f"A small GPT-2 that writes children's stories in Chinese and English. Status: {card['status']}.",
        "",
        f"{card['parameters']:,} parameters; vocabulary {card['tokenizer']['vocab_size']:,}; "
        f"weights {size / 1e6:.1f} MB (fp16). Licence {card['license']}.",
        "",
        "## What it is for, and what not",
        "",
        "It shows how next-token prediction works, with a model small enough to run in a page. It has read some",
        "megabytes of stories and a few hundred simple facts. What it says is not to be relied on; it follows no",
        "instructions and must not be asked for advice.",
        "",
        "## Training",
        "",
        f"{training['tokens_seen']:,} tokens in {training['minutes']} minutes on {training['hardware']}; seed "
        f"{training['seed']}; {training['precision']}. {training['optimiser']}; {training['schedule']}.",
        "",
        "The text is the sources below and nothing else. Picture books are CC BY: title, author and source of each",
        "are listed in `packages/lm/training/ATTRIBUTION-storybooks.tsv`. Texts with words on a block list were",
        "left out.",
        "",
        *table(
            ["source", "language", "licence", "origin", "share of tokens seen"],
            [[d["name"], d["language"], d["license"], d["origin"], f"{d['share_of_tokens_seen']:.1%}"]
             for d in card["data"]],
        ),
        "Loss on held-out text, nats a token (first windows of each source):",
        "",
        *table(
            ["minutes", "tokens", "training", *training["curve"][0]["held_out"]],
            [[row["minutes"], f"{row['tokens']:,}", row["train"] or "-", *row["held_out"].values()]
             for row in training["curve"]],
        ),
        "## Evaluation",
        "",
        "Held-out text, whole set, weights as shipped. `own_*` is the honest row: pieces written one by one. Held-out",
        "`stories_*` are whole plots of the grammar that were never trained on; held-out pieces of tales and classics",
        "come from the same books.",
        "",
        *table(
            ["source", "tokens", "perplexity", "bits per byte"],
            [[name, row["tokens"], row["perplexity"], row["bits_per_byte"]]
             for name, row in evaluation["held_out"].items()],
        ),
        "Probability of the place after a teaching prompt. The training sentences say 0.600 China, 0.100 Earth,",
        "0.300 twelve others.",
        "",
        *table(["prompt", "中国 / China", "地球 / Earth", "twelve others"], taught_rows(evaluation)),
        f"Sampled text (temperature {evaluation['sampling']['temperature']}, top-p {evaluation['sampling']['top_p']}). "
        "Verbatim: share of complete sentences (6 or",
        "more Han characters, 4 or more words) that stand word for word in the training text; in brackets the same",
        "share for our held-out own pieces.",
        "",
        *table(
            ["language", "samples", "sentences", "verbatim", "distinct 1 / 2 / 3"],
            [[language, s["count"], s["sentences"],
              f"{s['verbatim_share']:.0%} ({s['verbatim_share_of_held_out_own']:.0%})",
              f"{s['distinct_1']} / {s['distinct_2']} / {s['distinct_3']}"]
             for language, s in evaluation["samples"].items()],
        ),
        f"Forty unedited samples: `packages/lm/training/runs/{card['name']}/samples.md`.",
        "",
    ]
    return "\n".join(lines) + (f"\n{notes.strip()}\n" if notes else "")

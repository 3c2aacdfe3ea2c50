"""The text the model reads: where each source comes from and how often it is sampled."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WORK = Path(__file__).parent / ".work"
END_OF_TEXT = "<|endoftext|>"


@dataclass(frozen=True)
class Source:
    """One kind of text. `weight` is its share of the sampled windows; the shares add up to 1.

    `files` name texts in the corpus folder, our own pieces (`own_pieces`) or grammar files (`grammar`).
    Own pieces are few and would be learned by heart: their share is about ten passes in 35M tokens.
    """

    name: str
    language: str
    weight: float
    licence: str
    origin: str
    files: tuple[str, ...] = ()
    held_out_percent: int = 1
    own_pieces: bool = False
    grammar: bool = False
    copies_per_plot: int = 120
    teaching: bool = False
    long_documents: bool = False
    poems: bool = False


PIECES = "short pieces written one by one for this project"
STORIES = "stories from our own grammar (text/grammar), whole plots held out"
SCENES = "scenes from our own grammar: passages that combine freely (text/grammar/*/scenes-*)"
FACTS = "facts, questions and answers from our own grammar (text/grammar)"
TEACHING = "teaching sentences, teaching.py"
PLOTS = {"zh": ("plots-a", "plots-b", "plots-c"), "en": ("plots-a", "plots-b", "plots-c", "plots-d")}

SOURCES: tuple[Source, ...] = (
    Source("own_zh", "zh", 0.08, "MIT", PIECES, tuple(f"zh_{k}" for k in range(1, 22)), own_pieces=True),
    Source("stories_zh", "zh", 0.08, "MIT", STORIES, PLOTS["zh"], grammar=True),
    Source("scenes_zh", "zh", 0.28, "MIT", SCENES, ("scenes-a", "scenes-b", "scenes-c"), grammar=True, copies_per_plot=300),
    Source("facts_zh", "zh", 0.03, "MIT", FACTS, ("facts",), held_out_percent=0, grammar=True),
    Source("poems_zh", "zh", 0.02, "MIT (texts: public domain)", "github.com/chinese-poetry/chinese-poetry",
           ("zh_poems",), poems=True),
    Source("teach_zh", "zh", 0.02, "MIT", TEACHING, held_out_percent=0, teaching=True),
    Source("own_en", "en", 0.05, "MIT", PIECES, tuple(f"en_{k}" for k in range(1, 15)), own_pieces=True),
    Source("stories_en", "en", 0.06, "MIT", STORIES, PLOTS["en"], grammar=True),
    Source("scenes_en", "en", 0.25, "MIT", SCENES, ("scenes-a", "scenes-b", "scenes-c"), grammar=True, copies_per_plot=300),
    Source("facts_en", "en", 0.02, "MIT", FACTS, ("facts",), held_out_percent=0, grammar=True),
    Source("storybooks_en", "en", 0.05, "CC BY (see ATTRIBUTION-storybooks.tsv)",
           "African Storybook and Pratham Books via github.com/global-asp", ("en_storybooks",), held_out_percent=4),
    Source("fairytales_en", "en", 0.03, "public domain (collection: Apache-2.0)",
           "github.com/uci-soe/FairytaleQAData", ("en_fairytales",), held_out_percent=4, long_documents=True),
    Source("classics_en", "en", 0.01, "public domain", "github.com/mlschmitt/classic-books-markdown",
           ("en_kids_classics",), long_documents=True),
    Source("teach_en", "en", 0.02, "MIT", TEACHING, held_out_percent=0, teaching=True),
)

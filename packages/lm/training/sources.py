"""The text the model reads: where each source comes from and how often it is sampled."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WORK = Path(__file__).parent / ".work"
END_OF_TEXT = "<|endoftext|>"


@dataclass(frozen=True)
class Source:
    """One kind of text. `weight` is its share of the sampled windows, `late_weight` its share in the
    second part of training; each column of shares adds up to 1. Own pieces are few and would be
    learned by heart, so they are sampled less once their held-out loss no longer falls."""

    name: str
    language: str
    weight: float
    late_weight: float
    licence: str
    origin: str
    files: tuple[str, ...] = ()
    held_out_percent: int = 1
    own_pieces: bool = False
    teaching: bool = False
    long_documents: bool = False
    poems: bool = False


SOURCES: tuple[Source, ...] = (
    Source("own_zh", "zh", 0.085, 0.045, "MIT", "short pieces written for this project", ("zh_1", "zh_2", "zh_3", "zh_4"),
           own_pieces=True),
    Source("synth_zh", "zh", 0.245, 0.25, "MIT", "template stories written for this project", ("zh_synth_stories",)),
    Source("poems_zh", "zh", 0.15, 0.185, "MIT (texts: public domain)", "github.com/chinese-poetry/chinese-poetry",
           ("zh_poems",), poems=True),
    Source("teach_zh", "zh", 0.02, 0.02, "MIT", "teaching sentences, teaching.py", held_out_percent=0, teaching=True),
    Source("own_en", "en", 0.075, 0.04, "MIT", "short pieces written for this project", ("en_1", "en_2", "en_3", "en_4"),
           own_pieces=True),
    Source("synth_en", "en", 0.165, 0.15, "MIT", "template stories written for this project", ("en_synth_stories",)),
    Source("storybooks_en", "en", 0.09, 0.10, "CC BY (see ATTRIBUTION-storybooks.tsv)",
           "African Storybook and Pratham Books via github.com/global-asp", ("en_storybooks",), held_out_percent=4),
    Source("fairytales_en", "en", 0.11, 0.135, "public domain (collection: Apache-2.0)",
           "github.com/uci-soe/FairytaleQAData", ("en_fairytales",), held_out_percent=4, long_documents=True),
    Source("classics_en", "en", 0.04, 0.055, "public domain", "github.com/mlschmitt/classic-books-markdown",
           ("en_kids_classics",), long_documents=True),
    Source("teach_en", "en", 0.02, 0.02, "MIT", "teaching sentences, teaching.py", held_out_percent=0, teaching=True),
)

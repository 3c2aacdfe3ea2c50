"""Stage 1: corpus folder -> one cleaned file of documents per source, split into train and held-out.

    python prepare.py PATH_TO_CORPUS

Reads NAME.txt or NAME.txt.gz for the names in SOURCES, our own pieces in text/own/, and makes the
texts of our grammar and the teaching sentences. Writes .work/docs/SOURCE.{train,held}.json, each a
list of documents.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Iterator

import grammar
import teaching
from sources import SOURCES, WORK, Source

HERE = Path(__file__).parent
BLOCKED = frozenset((HERE / "blocked.sha256.txt").read_text().split())
LATIN_WORD = re.compile(r"[a-z]+")
HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
#: Gaps, editors' brackets and digits mark a note about a poem, not a poem.
POEM_NOTE = re.compile(r"[□○〖〗《》【】\[\]0-9A-Za-z]")
#: Only the teaching sentences may use these, so that their counts stay what the lesson says.
TAUGHT = re.compile(r"我来自|I come from", re.IGNORECASE)
PIECE_CHARACTERS = 6000
HELD_COPIES_PER_PLOT = 40


def fingerprint(word: str) -> str:
    """The form in which blocked.sha256.txt stores a word."""
    return hashlib.sha256(f"fewshot:{word}".encode()).hexdigest()[:12]


class BlockList:
    """Finds words unfit for a class; every distinct word is hashed once."""

    def __init__(self) -> None:
        self._known: dict[str, bool] = {}

    def hits(self, text: str) -> bool:
        """True if the text holds a blocked English word or a blocked run of 1-2 Han characters."""
        words = set(LATIN_WORD.findall(text.lower()))
        for run in HAN_RUN.findall(text):
            words.update(run)
            words.update(run[i : i + 2] for i in range(len(run) - 1))
        return any(self._blocked(word) for word in words)

    def _blocked(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = fingerprint(word) in BLOCKED
        return known


def read_documents(folder: Path, name: str) -> list[str]:
    """Blank-line separated documents of NAME.txt or NAME.txt.gz, in file order."""
    plain = folder / f"{name}.txt"
    if plain.exists():
        text = plain.read_text(encoding="utf-8")
    else:
        text = gzip.decompress((folder / f"{name}.txt.gz").read_bytes()).decode("utf-8")
    return [document.strip() for document in re.split(r"\n\s*\n", text) if document.strip()]


def pieces(document: str) -> Iterator[str]:
    """A book as pieces of about 6,000 characters, cut between paragraphs."""
    piece = ""
    for paragraph in document.split("\n"):
        if piece and len(piece) + len(paragraph) > PIECE_CHARACTERS:
            yield piece
            piece = ""
        piece = f"{piece}\n{paragraph}" if piece else paragraph
    yield piece


def clean(source: Source, documents: list[str], blocked: BlockList) -> list[str]:
    """Drops what should not be learned: blocked words, poem notes, rivals of the teaching sentences."""
    kept = []
    for document in documents:
        paragraphs = document.split("\n")
        if source.long_documents:
            paragraphs = [p for p in paragraphs if not TAUGHT.search(p) and not blocked.hits(p)]
        elif TAUGHT.search(document) or blocked.hits(document):
            continue
        if source.poems and POEM_NOTE.search(document):
            continue
        if paragraphs:
            kept.extend(pieces("\n".join(paragraphs)) if source.long_documents else ["\n".join(paragraphs)])
    return kept


def is_held_out(source: Source, index: int, document: str) -> bool:
    """Own pieces: every tenth. Others: a share of the documents, chosen by a hash of the text."""
    if source.own_pieces:
        return index % 10 == 9
    return int(hashlib.sha256(document.encode()).hexdigest()[:8], 16) % 100 < source.held_out_percent


def read_parts(source: Source, corpus: Path, blocked: BlockList) -> dict[str, list[str]]:
    """The source's documents, what is trained on and what is held out."""
    if source.grammar:
        return {
            part: clean(source, grammar.documents(source, part == "held", copies), blocked)
            for part, copies in (("train", source.copies_per_plot), ("held", HELD_COPIES_PER_PLOT))
        }
    if source.teaching:
        return {"train": teaching.documents(source.language), "held": []}
    folder = HERE / "text" / "own" if source.own_pieces else corpus
    documents = clean(source, [text for name in source.files for text in read_documents(folder, name)], blocked)
    parts: dict[str, list[str]] = {"train": [], "held": []}
    for index, document in enumerate(documents):
        parts["held" if is_held_out(source, index, document) else "train"].append(document)
    return parts


def main() -> None:
    """Prepares every source and prints what was kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="folder with the corpus files")
    corpus: Path = parser.parse_args().corpus
    (WORK / "docs").mkdir(parents=True, exist_ok=True)
    blocked = BlockList()
    for source in SOURCES:
        parts = read_parts(source, corpus, blocked)
        for part, texts in parts.items():
            path = WORK / "docs" / f"{source.name}.{part}.json"
            path.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        size = sum(len(text.encode()) for text in parts["train"])
        print(f"{source.name:14} train {len(parts['train']):6} held {len(parts['held']):5} {size:9} bytes")


if __name__ == "__main__":
    main()

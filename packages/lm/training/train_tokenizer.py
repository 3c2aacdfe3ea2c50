"""Stage 2: learns the merges from a sample of every source and writes .work/merges.txt.

    python train_tokenizer.py

The sample takes each source's share of SAMPLE_BYTES (documents repeat when a source is smaller).
"""

from __future__ import annotations

import json
import os
import random
from typing import Iterator

from tokenizers import Tokenizer
from tokenizers.models import BPE
from tokenizers.trainers import BpeTrainer

from bpe import byte_alphabet, load_tokenizer, pre_tokenizer
from goldens import SEED
from sources import SOURCES, WORK

VOCABULARY_SIZE = 8192
SAMPLE_BYTES = 12_000_000
LONGEST_TOKEN_BYTES = 16
PROBES = ("我来自中国。", "I come from China.", " Earth", "Once upon a time", "从前，有一只小兔子。")


def sample() -> Iterator[str]:
    """Documents in a fixed random order, every source up to its share."""
    for source in SOURCES:
        documents = json.loads((WORK / "docs" / f"{source.name}.train.json").read_text(encoding="utf-8"))
        random.Random(SEED).shuffle(documents)
        left = source.weight * SAMPLE_BYTES
        while left > 0:
            for document in documents:
                yield document
                left -= len(document.encode())
                if left <= 0:
                    break


def main() -> None:
    """Trains, writes merges.txt, and checks that the vocabulary follows from it."""
    learner = Tokenizer(BPE())
    learner.pre_tokenizer = pre_tokenizer()
    trainer = BpeTrainer(
        vocab_size=VOCABULARY_SIZE - 1,
        initial_alphabet=byte_alphabet(),
        max_token_length=LONGEST_TOKEN_BYTES,
        show_progress=False,
    )
    learner.train_from_iterator(sample(), trainer)
    merges = [" ".join(pair) for pair in json.loads(learner.to_str())["model"]["merges"]]
    path = WORK / "merges.txt"
    temporary = path.with_suffix(".tmp")
    temporary.write_text("\n".join(["#version: 0.2", *merges]) + "\n", encoding="utf-8")
    os.replace(temporary, path)
    tokenizer = load_tokenizer(path)
    print(f"{len(merges)} merges, {tokenizer.get_vocab_size()} tokens")
    for probe in PROBES:
        ids = tokenizer.encode(probe).ids
        if tokenizer.decode(ids) != probe or ids != learned_ids(learner, tokenizer, probe):
            raise SystemExit(f"round trip failed: {probe}")
        print([tokenizer.decode([i]) for i in ids])


def learned_ids(learner: Tokenizer, tokenizer: Tokenizer, text: str) -> list[int]:
    """What the freshly trained tokenizer says, in the ids of the one read back from merges.txt."""
    vocabulary = tokenizer.get_vocab()
    return [vocabulary[token] for token in learner.encode(text).tokens]


if __name__ == "__main__":
    main()

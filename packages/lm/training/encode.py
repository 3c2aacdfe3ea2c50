"""Stage 3: documents -> token ids, one .work/bins/SOURCE.{train,held}.npy per source.

    python encode.py

Each file is a flat uint16 array: <|endoftext|> document <|endoftext|> document ... <|endoftext|>.
"""

from __future__ import annotations

import json

import numpy as np

from bpe import load_tokenizer
from sources import END_OF_TEXT, SOURCES, WORK


def main() -> None:
    """Encodes both parts of every source and prints the token counts."""
    tokenizer = load_tokenizer(WORK / "merges.txt")
    end = tokenizer.token_to_id(END_OF_TEXT)
    (WORK / "bins").mkdir(exist_ok=True)
    for source in SOURCES:
        counts = []
        for part in ("train", "held"):
            documents = json.loads((WORK / "docs" / f"{source.name}.{part}.json").read_text(encoding="utf-8"))
            ids: list[int] = []
            for encoded in tokenizer.encode_batch(documents):
                ids.append(end)
                ids.extend(encoded.ids)
            ids.append(end)
            np.save(WORK / "bins" / f"{source.name}.{part}.npy", np.array(ids, dtype=np.uint16))
            counts.append(len(ids))
        print(f"{source.name:14} train {counts[0]:9} held {counts[1]:7} tokens")


if __name__ == "__main__":
    main()

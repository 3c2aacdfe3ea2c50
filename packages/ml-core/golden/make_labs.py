"""Scores of BM25 by a plain loop over the formula, for retrieval/bm25.test.ts."""

import json
import math
from pathlib import Path

PASSAGES = [["a", "b", "a", "c"], ["b", "b", "b"], ["c"], ["d", "a", "e", "e", "f", "b"], []]
QUERIES = [["a"], ["b", "c"], ["e", "e", "z"], ["a", "b", "c", "d"]]


def score(query: list[str], passage: list[str]) -> float:
    """Lucene's form, k1 = 1.2 and b = 0.75."""
    mean = sum(map(len, PASSAGES)) / len(PASSAGES)
    total = 0.0
    for term in query:
        n = sum(term in other for other in PASSAGES)
        tf = passage.count(term)
        idf = math.log(1 + (len(PASSAGES) - n + 0.5) / (n + 0.5))
        total += idf * tf / (tf + 1.2 * (0.25 + 0.75 * len(passage) / mean))
    return total


queries = [{"query": q, "scores": [score(q, p) for p in PASSAGES]} for q in QUERIES]
golden = {"bm25": {"passages": PASSAGES, "queries": queries}}
(Path(__file__).parent / "labs.json").write_text(json.dumps(golden))

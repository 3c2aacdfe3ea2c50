"""Counts words of the training text for the labs that show counts beside the model's probabilities.

    python corpus_counts.py

Reads .work/docs/ (stage 1) and writes apps/web/src/features/labs/corpus/counts.json: for the lab
"bias-probe" in how many sentences a word for a person is followed by "he" or "she" (他 or 她), for
the lab "hallucination" how often the name of an animal occurs. Every text of the training part is
counted once, however often its source was sampled. Run it again whenever the text changes.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from sources import SOURCES, WORK

TARGET = Path(__file__).parents[3] / "apps/web/src/features/labs/corpus/counts.json"
SENTENCE_END = {"en": re.compile(r"[.!?\n]+"), "zh": re.compile(r"[。！？\n]+")}
#: 他们 and 其他 are other words.
PRONOUNS = {
    "en": {"he": re.compile(r"\bhe\b", re.I), "she": re.compile(r"\bshe\b", re.I)},
    "zh": {"he": re.compile(r"(?<!其)他(?!们)"), "she": re.compile(r"她(?!们)")},
}
PEOPLE = {
    "en": ("captain", "nurse", "teacher", "doctor", "farmer", "cook", "king", "queen", "tailor", "librarian",
           "cousin", "postwoman"),
    "zh": ("船长", "护士", "老师", "医生", "厨师", "司机", "国王", "公主", "爷爷", "妈妈", "阿姨", "图书管理员"),
}
ANIMALS = {
    "en": ("cow", "cat", "fox", "bear", "frog", "rabbit", "squirrel", "owl", "penguin", "camel", "anteater", "wombat",
           "meerkat", "zorb"),
    "zh": ("兔子", "松鼠", "青蛙", "狐狸", "熊猫", "长颈鹿", "大象", "老虎", "猫头鹰", "骆驼", "食蚁兽", "袋熊",
           "水豚", "嘟噜兽"),
}


def name_pattern(word: str, language: str) -> re.Pattern[str]:
    """Finds a word; in English whole words only, singular or plural."""
    return re.compile(rf"\b{word}s?\b", re.I) if language == "en" else re.compile(word)


def training_text(language: str) -> str:
    """All documents of the training part in one language, one after another."""
    names = [source.name for source in SOURCES if source.language == language]
    parts = [json.loads((WORK / "docs" / f"{name}.train.json").read_text(encoding="utf-8")) for name in names]
    return "\n".join(document for part in parts for document in part)


def followed_by(sentences: list[str], word: str, language: str) -> dict[str, int]:
    """Sentences with the word; and those in which "he" or "she" comes after its first place."""
    pattern = name_pattern(word, language)
    rests = [sentence[found.end() :] for sentence in sentences if (found := pattern.search(sentence))]
    counts = {name: sum(bool(p.search(rest)) for rest in rests) for name, p in PRONOUNS[language].items()}
    return {"sentences": len(rests), **counts}


def count(language: str) -> dict[str, object]:
    """All counts of one language."""
    text = training_text(language)
    sentences = [part for part in SENTENCE_END[language].split(text) if part.strip()]
    return {
        "sentences": len(sentences),
        "people": {word: followed_by(sentences, word, language) for word in PEOPLE[language]},
        "animals": {word: len(name_pattern(word, language).findall(text)) for word in ANIMALS[language]},
    }


def main() -> None:
    """Counts both languages and writes the file."""
    counts = {language: count(language) for language in ("zh", "en")}
    TARGET.write_text(json.dumps(counts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {TARGET.name}: {counts['zh']['sentences']} and {counts['en']['sentences']} sentences")


if __name__ == "__main__":
    main()

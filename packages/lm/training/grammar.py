"""Stories and facts from a grammar: text/grammar/LANGUAGE/*.txt.

    python grammar.py text/grammar/en/plots-a.txt --show 3

checks a file and prints three stories of each of its plots. The format, by example:

    # lost-kite                                   `(held out)` after the name: never trained on
    thing = kite | paper glider                   drawn once a story; Chinese: 纸船/条 with a measure word
    hero = child                                  a category of lexicon.txt
    ---
    {One day|On <weekday>}, <hero> took <hero.his> a(n) <colour> <thing> out.
    ? It had been a present.                      `? `: left out half of the time
    + "My <thing>!" cried <hero>.                 `+ `: begins a paragraph
    [searching]                                   one of the file's passages of that kind

    [searching]                                   above the first plot: a kind of passage, one a line
    <hero> looked under the {bed|table}.
    <hero> asked <friend>. "No," said <friend>.   ` + ` inside a line begins a paragraph

A passage comes once in a story unless its kind runs out; passages may hold passages, not their own kind. `{a|b}` picks
one and nests, `<slot>` inserts, `<^slot>` capitalises, `<slot.m>` is the measure word, and people carry pronouns
(`<hero.he>`, `<hero.ta>`). A category that is not declared gives a fresh word each time.
"""

from __future__ import annotations

import argparse
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from goldens import SEED
from sources import Source

TEXT = Path(__file__).parent / "text" / "grammar"
PASSAGE = re.compile(r"\[([^\[\]]+)\]")
SLOT = re.compile(r"<(\^?)([a-z-]+)(?:\.(\^?)([a-z]+))?>")
SENTENCE_START = re.compile(r"((?:^|\n|[.!?] )[\"']?)([a-z])")
ARTICLE = re.compile(r"\b([Aa])\(n\)(?=\s+\W*([A-Za-z]))")
PRONOUNS = {
    "he": {"he": "he", "his": "his", "him": "him", "himself": "himself"},
    "she": {"he": "she", "his": "her", "him": "her", "himself": "herself"},
    "it": {"he": "it", "his": "its", "him": "it", "himself": "itself"},
    "they": {"he": "they", "his": "their", "him": "them", "himself": "themselves"},
    "他": {"ta": "他"},
    "她": {"ta": "她"},
    "它": {"ta": "它"},
}


class GrammarError(ValueError):
    """A plot that cannot be read; the message says where and why."""


@dataclass(frozen=True)
class Word:
    """A word with its forms: pronouns of a person, the measure word of a thing."""

    text: str
    forms: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Plot:
    """One generator: what its slots draw from, and its beats in order."""

    name: str
    is_held_out: bool
    slots: dict[str, list[Word]]
    declared: list[str]
    beats: list[str]
    passages: dict[str, list[str]] = field(default_factory=dict)


def parse_word(source: str) -> Word:
    """`Amara/she`, `纸船/条` or a plain word."""
    text, _, mark = source.strip().partition("/")
    if not mark:
        return Word(text)
    return Word(text, PRONOUNS.get(mark, {"m": mark}))


def load_lexicon(language: str) -> dict[str, list[Word]]:
    """Categories of lexicon.txt: `[category]` lines, each followed by words between bars."""
    lexicon: dict[str, list[Word]] = {}
    for line in (TEXT / language / "lexicon.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = lexicon.setdefault(line.strip("[] "), [])
        elif line.strip():
            words.extend(parse_word(part) for part in line.split("|") if part.strip())
    return lexicon


def parse_plots(path: Path, lexicon: dict[str, list[Word]]) -> list[Plot]:
    """Every plot of a file. Raises GrammarError for anything that could not be expanded."""
    plots = []
    preface, *blocks = re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    passages = parse_passages(preface, path.name)
    for block in blocks:
        title, _, rest = block.partition("\n")
        head, mark, body = rest.partition("---\n")
        if not mark:
            raise GrammarError(f"{path.name}: {title}: no line ---")
        slots, declared = dict(lexicon), []
        for line in filter(str.strip, head.splitlines()):
            name, equals, source = (part.strip() for part in line.partition("="))
            if not equals:
                raise GrammarError(f"{path.name}: {title}: not a slot: {line}")
            slots[name] = lexicon[source] if source in lexicon else [parse_word(part) for part in source.split("|")]
            declared.append(name)
        name = title.replace("(held out)", "").strip()
        plot = Plot(name, name != title.strip(), slots, declared, [line for line in body.splitlines() if line.strip()],
                    passages)
        check(plot, path.name)
        plots.append(plot)
    return plots


def parse_passages(preface: str, file: str) -> dict[str, list[str]]:
    """The passages of a file by kind: `[kind]` lines, each followed by one passage a line. Raises GrammarError for a
    passage of no kind, or one that holds its own kind and would never end."""
    passages: dict[str, list[str]] = {}
    kind = ""
    for line in filter(None, map(str.strip, preface.splitlines())):
        heading = PASSAGE.fullmatch(line)
        if heading:
            kind = heading[1]
            passages.setdefault(kind, [])
        elif not kind or f"[{kind}]" in line:
            raise GrammarError(f"{file}: a passage of no kind, or with its own in it: {line}")
        else:
            passages[kind].append(line)
    return passages


def reachable(plot: Plot, file: str) -> list[str]:
    """The plot's beats and every passage that they can lead to. Raises GrammarError for an unknown kind."""
    texts, kinds = list(plot.beats), set()
    for text in texts:
        for kind in PASSAGE.findall(text):
            if not plot.passages.get(kind):
                raise GrammarError(f"{file}: {plot.name}: unknown passage [{kind}]: {text}")
            if kind not in kinds:
                kinds.add(kind)
                texts.extend(plot.passages[kind])
    return texts


def check(plot: Plot, file: str) -> None:
    """Raises GrammarError if a slot, form or passage is unknown, or braces do not pair."""
    for beat in reachable(plot, file):
        if beat.count("{") != beat.count("}") or re.search(r"\(n\)(?!\s)", beat):
            raise GrammarError(f"{file}: {plot.name}: braces or a(n): {beat}")
        if re.search(r"[<>]", SLOT.sub("", beat)):
            raise GrammarError(f"{file}: {plot.name}: not a slot: {beat}")
        for _, name, _, form in SLOT.findall(beat):
            words = plot.slots.get(name)
            if not words:
                raise GrammarError(f"{file}: {plot.name}: unknown slot <{name}>: {beat}")
            if form and name not in plot.declared:
                raise GrammarError(f"{file}: {plot.name}: <{name}.{form}> needs {name} in the header")
            lacking = [word.text for word in words if form and form not in word.forms]
            if lacking:
                raise GrammarError(f"{file}: {plot.name}: <{name}.{form}>: {lacking[0]} has no such form")


def expand(template: str, passages: dict[str, list[str]], told: set[str], rng: random.Random) -> str:
    """Puts a passage that was not yet `told` in the place of every `[kind]`, the outermost first."""

    def passage(match: re.Match[str]) -> str:
        kind = passages[match[1]]
        chosen = rng.choice([text for text in kind if text not in told] or kind)
        told.add(chosen)
        return chosen

    while PASSAGE.search(template):
        template = PASSAGE.sub(passage, template, count=1)
    return template


def choose(template: str, rng: random.Random) -> str:
    """Picks one alternative of every `{a|b}`, the innermost first."""
    innermost = re.compile(r"\{([^{}]*)\}")
    while innermost.search(template):
        template = innermost.sub(lambda match: rng.choice(match.group(1).split("|")), template)
    return template


def tell(plot: Plot, language: str, rng: random.Random) -> str:
    """One story: paragraphs as lines."""
    drawn: dict[str, Word] = {}
    taken: set[str] = set()

    def draw(name: str) -> Word:
        """A word of the slot that no other kept slot of this story has, if there is one."""
        words = plot.slots[name]
        free = [word for word in words if word.text not in taken] or words
        return rng.choice(free)

    for name in plot.declared:
        drawn[name] = draw(name)
        taken.add(drawn[name].text)

    def insert(match: re.Match[str]) -> str:
        """The slot's text or form, capitalised if asked."""
        before, name, inside, form = match.groups()
        word = drawn.get(name) or draw(name)
        text = word.forms[form] if form else word.text
        return text[:1].upper() + text[1:] if before or inside else text

    paragraphs: list[list[str]] = [[]]
    told: set[str] = set()
    for beat in plot.beats:
        begins, optional, sentence = re.match(r"(\+ )?(\? )?(.*)", beat).groups()
        if optional and rng.random() < 0.5:
            continue
        if begins and paragraphs[-1]:
            paragraphs.append([])
        sentence = expand(sentence, plot.passages, told, rng)
        for index, part in enumerate(choose(sentence, rng).split(" + ")):
            if index and paragraphs[-1]:
                paragraphs.append([])
            text = SLOT.sub(insert, part).strip()
            if text:
                paragraphs[-1].append(text)
    joiner = " " if language == "en" else ""
    story = "\n".join(joiner.join(paragraph) for paragraph in paragraphs if paragraph)
    return tidy(story, language)


def tidy(story: str, language: str) -> str:
    """English: `a(n)` becomes a or an, doubled spaces go, sentences begin with a capital. Chinese: no spaces."""
    if language != "en":
        return re.sub(r"[ \t]+", "", story)
    story = re.sub(r" +", " ", story)
    story = ARTICLE.sub(lambda match: match[1] + ("n" if match[2].lower() in "aeiou" else ""), story)
    return SENTENCE_START.sub(lambda match: match[1] + match[2].upper(), story)


def documents(source: Source, is_held_out: bool, copies: int) -> list[str]:
    """Up to `copies` different texts of every plot in the source's files, in file order; seeds are fixed."""
    lexicon = load_lexicon(source.language)
    texts: dict[str, None] = {}
    for name in source.files:
        for plot in parse_plots(TEXT / source.language / f"{name}.txt", lexicon):
            if plot.is_held_out == is_held_out:
                rng = random.Random(f"{SEED}-{source.language}-{plot.name}")
                texts.update(dict.fromkeys(tell(plot, source.language, rng) for _ in range(copies)))
    return list(texts)


def main() -> None:
    """Checks one file and prints a few stories of each plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=1)
    arguments = parser.parse_args()
    language = arguments.file.resolve().parent.name
    plots = parse_plots(arguments.file, load_lexicon(language))
    for plot in plots:
        rng = random.Random(f"{SEED}-{plot.name}")
        print(f"# {plot.name}{' (held out)' if plot.is_held_out else ''}")
        for _ in range(arguments.show):
            print(tell(plot, language, rng) + "\n")
    held = sum(plot.is_held_out for plot in plots)
    print(f"{len(plots)} plots, {held} of them held out")


if __name__ == "__main__":
    main()

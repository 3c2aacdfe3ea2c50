"""Tests of the grammar engine: `python -m unittest` in this folder."""

from __future__ import annotations

import random
import tempfile
import unittest
from pathlib import Path

from grammar import GrammarError, documents, load_lexicon, parse_plots, parse_word, tell
from sources import SOURCES

LEXICON = {"child": [parse_word("Ada/she")], "colour": [parse_word("orange")], "toy": [parse_word("纸船/条")]}


def parse(text: str):
    """Plots of a text, with a lexicon of three words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plots.txt"
        path.write_text(text, encoding="utf-8")
        return parse_plots(path, LEXICON)


class TellTest(unittest.TestCase):
    """One story from a plot."""

    def told(self, body: str, language: str = "en", head: str = "hero = child\n") -> str:
        return tell(parse(f"# p\n{head}---\n{body}\n")[0], language, random.Random(1))

    def test_inserts_people_with_their_pronouns(self) -> None:
        self.assertEqual(self.told("<hero> took <hero.his> hat. <^hero.he> ran."), "Ada took her hat. She ran.")

    def test_writes_an_before_a_vowel_and_capitals_after_a_full_stop(self) -> None:
        self.assertEqual(self.told("A cat. a(n) <colour> a(n) dog"), "A cat. An orange a dog")

    def test_leaves_speech_followed_by_its_verb_in_small_letters(self) -> None:
        self.assertEqual(self.told('"Stop!" cried <hero>.'), '"Stop!" cried Ada.')

    def test_begins_a_paragraph_at_a_plus_and_joins_the_rest(self) -> None:
        self.assertEqual(self.told("One.\nTwo.\n+ Three."), "One. Two.\nThree.")
        self.assertEqual(self.told("一。\n二。\n+ 三。", "zh"), "一。二。\n三。")

    def test_gives_a_thing_its_measure_word(self) -> None:
        self.assertEqual(self.told("一<boat.m><boat>", "zh", "boat = toy\n"), "一条纸船")

    def test_keeps_a_declared_word_and_draws_every_alternative(self) -> None:
        plot = parse("# p\nx = a | b\n---\n<x><x> {c|d {e|f}} \n? g\n")[0]
        seen = {tell(plot, "en", random.Random(seed)).lower() for seed in range(200)}
        self.assertEqual(seen, {f"{x} {end}{g}" for x in ("aa", "bb") for end in ("c", "d e", "d f") for g in ("", " g")})

    def test_puts_passages_in_the_place_of_their_kind_and_never_one_twice(self) -> None:
        preface = "[ways]\nby <how> road\nby sea + at night\n\n[again]\nfirst [ways]\n"
        plot = parse(f"{preface}# p\nhow = a\n---\nShe came [again], then [ways].\n")[0]
        seen = {tell(plot, "en", random.Random(seed)) for seed in range(50)}
        first, second = "by a road", "by sea\nAt night"
        self.assertEqual(seen, {f"She came first {first}, then {second}.", f"She came first {second}, then {first}."})

    def test_refuses_a_passage_that_is_unknown_or_holds_an_unknown_slot(self) -> None:
        for preface, beat in (("", "[ways]"), ("[ways]\n<nobody>\n", "[ways]"), ("[ways]\n", "[ways]"), ("by sea\n", "a"),
                              ("[ways]\nby [ways]\n", "a")):
            with self.assertRaises(GrammarError, msg=preface):
                parse(f"{preface}# p\n---\n{beat}\n")

    def test_refuses_what_could_not_be_told(self) -> None:
        for body in ("{a|b", "<nobody>", "<colour.his>", "a < b", "<hero.m>"):
            with self.assertRaises(GrammarError, msg=body):
                self.told(body)
        with self.assertRaises(GrammarError):
            parse("# no dashes\nhello\n")


class TextTest(unittest.TestCase):
    """The plots that the model reads."""

    def test_holds_a_hundred_plots_a_language_apart_from_those_held_out(self) -> None:
        for source in SOURCES:
            if source.name.startswith("stories_"):
                lexicon = load_lexicon(source.language)
                folder = Path(__file__).parent / "text" / "grammar" / source.language
                plots = [plot for name in source.files for plot in parse_plots(folder / f"{name}.txt", lexicon)]
                self.assertEqual(len({plot.name for plot in plots}), len(plots))
                self.assertGreaterEqual(sum(not plot.is_held_out for plot in plots), 100)
                self.assertGreaterEqual(sum(plot.is_held_out for plot in plots), 10)

    def test_tells_the_same_stories_again_and_none_of_a_held_out_plot(self) -> None:
        source = next(source for source in SOURCES if source.name == "stories_zh")
        trained = documents(source, False, 3)
        self.assertEqual(trained, documents(source, False, 3))
        self.assertFalse(set(trained) & set(documents(source, True, 3)))


if __name__ == "__main__":
    unittest.main()

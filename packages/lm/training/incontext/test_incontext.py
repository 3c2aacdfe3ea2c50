"""Checks of the episodes: python -m unittest test_incontext (in this folder)."""

from __future__ import annotations

import random
import unittest

import numpy as np

import _paths  # noqa: F401 (puts the training folder on the path)
from bpe import byte_order, load_tokenizer
from compose import NEARBY, SECRETS, choose, tables
from episodes import CONTEXT, END_OF_TEXT, SIGN, TrainingEpisodes, encode, encode_masked, whole_episode
from tasks import PRIMITIVES, answer, compositions, description, primitive_tasks, takes
from words import HELD_OUT_SYMBOLS, TRAINED_SYMBOLS, is_held_out

EXPECTED = {
    "copy": ("melon", None, "melon"),
    "reverse": ("melon", None, "nolem"),
    "cycle-left": ("melon", None, "elonm"),
    "cycle-right": ("melon", None, "nmelo"),
    "swap-ends": ("melon", None, "nelom"),
    "twice": ("fig", None, "figfig"),
    "stretch": ("fig", None, "ffiigg"),
    "first": ("melon", None, "m"),
    "last": ("melon", None, "n"),
    "first-two": ("melon", None, "me"),
    "last-two": ("melon", None, "on"),
    "drop-first": ("melon", None, "elon"),
    "drop-last": ("melon", None, "melo"),
    "next": ("zebra", None, "afcsb"),
    "previous": ("zebra", None, "ydaqz"),
    "no-vowels": ("melon", None, "mln"),
    "ending": ("melon", "qz", "melonqz"),
    "beginning": ("melon", "qz", "qzmelon"),
    "change": ("banana", ("a", "o"), "bonono"),
    "one-vowel": ("melon", "u", "mulun"),
    "vowel-map": ("melon", {ord("e"): "x", ord("o"): "e"}, "mxlen"),
    "remove": ("m.el!o/n", None, "melon"),
    "fill": ("m.el!o/n", "k", "mkelkokn"),
    "count": ("m.el!o/n", None, "3"),
    "before": ("m.el!o/n", None, "m"),
    "after": ("m.el!o/n", None, "n"),
    "plus": ("58", 7, "65"),
    "minus": ("12", 5, "7"),
    "sum": ("58&7", None, "65"),
    "difference": ("12%5", None, "7"),
    "join": ("12%5", None, "125"),
}


def training_sample(count: int) -> list:
    """Episodes as training draws them."""
    source, rng = TrainingEpisodes(1, 1024), random.Random("sample")
    return [source.episode(256, rng) for _ in range(count)]


class Primitives(unittest.TestCase):
    def test_each_does_what_its_name_says(self) -> None:
        self.assertEqual(set(EXPECTED), set(PRIMITIVES))
        for name, (given, secret, wanted) in EXPECTED.items():
            self.assertEqual(PRIMITIVES[name].apply(given, secret), wanted, name)

    def test_tasks_apply_their_rules_from_left_to_right(self) -> None:
        self.assertEqual(answer(("drop-first", "ending", "reverse"), "melon", [None, "qz", None]), "zqnole")
        self.assertEqual(description(("drop-first", "ending")), "drop first, add ending:")

    def test_secrets_are_drawn_anew_for_each_episode(self) -> None:
        rng = random.Random(1)
        endings = {whole_episode(("ending",), False, True, rng).lines[0][1][-1] for _ in range(60)}
        self.assertGreater(len(endings), 15)


class HeldOut(unittest.TestCase):
    def test_training_shows_nothing_that_is_held_out(self) -> None:
        held_out = set(compositions("held_out"))
        for episode in training_sample(4000):
            self.assertNotIn(episode.task, held_out)
            self.assertFalse(set(episode.text()) & set(HELD_OUT_SYMBOLS))
            for given, wanted in episode.lines:
                kind = takes(episode.task)
                parts = [given[:2]] if kind == "pair" else ["".join(c for c in given if c.isalnum())]
                parts += [wanted] if wanted.isalpha() else []
                for part in parts:
                    self.assertFalse(is_held_out(part), (episode.task, given, wanted))

    def test_the_evaluation_asks_only_what_is_held_out(self) -> None:
        rng = random.Random(2)
        for task in primitive_tasks() + compositions("held_out"):
            for given, wanted in whole_episode(task, True, True, rng).lines:
                word = given[:2] if takes(task) == "pair" else "".join(c for c in given if c.isalnum())
                self.assertTrue(is_held_out(word), given)
                self.assertFalse(set(given) & set(TRAINED_SYMBOLS), given)
                self.assertTrue(wanted)

    def test_there_are_as_many_compositions_as_promised(self) -> None:
        trained, held_out = compositions("trained"), compositions("held_out")
        self.assertGreaterEqual(len(set(trained) | set(held_out)), 200)
        self.assertGreaterEqual(len(held_out), 20)
        self.assertFalse(set(trained) & set(held_out))

    def test_no_held_out_composition_is_a_trained_rule_under_another_name(self) -> None:
        known: dict = {}
        for task in primitive_tasks() + compositions("trained"):
            known.update(dict.fromkeys(((takes(task), table) for table in tables(task, NEARBY)), task))
        for task in compositions("held_out"):
            for table in tables(task, SECRETS):
                self.assertNotIn((takes(task), table), known, task)

    def test_one_rule_under_two_names_is_noticed(self) -> None:
        same = tables(("reverse", "cycle-left"), SECRETS), tables(("cycle-right", "reverse"), NEARBY)
        self.assertTrue(same[0] <= same[1])

    def test_the_checked_in_compositions_are_those_that_compose_chooses(self) -> None:
        self.assertEqual(choose(), (compositions("trained"), compositions("held_out")))


class Encoding(unittest.TestCase):
    def test_ids_are_those_of_the_shipped_tokenizer_without_merges(self) -> None:
        import tempfile
        from pathlib import Path

        with tempfile.TemporaryDirectory() as folder:
            merges = Path(folder) / "merges.txt"
            merges.write_text("#version: 0.2\n")
            tokenizer = load_tokenizer(merges)
        self.assertEqual(tokenizer.get_vocab_size(), END_OF_TEXT + 1)
        for episode in training_sample(50):
            self.assertEqual(encode(episode.text()).tolist(), [END_OF_TEXT, *tokenizer.encode(episode.text()).ids])

    def test_the_mask_covers_outputs_and_their_line_ends(self) -> None:
        order = byte_order()
        for episode in training_sample(50):
            ids, mask = encode_masked(episode)
            text = "".join(chr(order[i]) for i in ids[mask])
            self.assertEqual(text, "".join(f"{wanted}\n" for _, wanted in episode.lines))

    def test_a_batch_depends_on_its_step_alone_and_has_loss_on_outputs_only(self) -> None:
        first, again = TrainingEpisodes(5, 2048), TrainingEpisodes(5, 2048)
        first.batch(0)
        for step in (3, 4, 5):
            (inputs, targets), (same, _) = first.batch(step), again.batch(step)
            self.assertTrue(np.array_equal(inputs, same))
            self.assertEqual(inputs.size, 2048)
            sign = encode(SIGN)[2]
            self.assertFalse((targets == sign).any())

    def test_every_task_fits_33_lines_into_the_context(self) -> None:
        rng = random.Random(3)
        for task in primitive_tasks() + compositions("trained") + compositions("held_out"):
            ids, _ = encode_masked(whole_episode(task, True, True, rng))
            self.assertLessEqual(len(ids), CONTEXT)


if __name__ == "__main__":
    unittest.main()

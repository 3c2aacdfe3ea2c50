import type { Locale } from "@fewshot/quiz";
import counted from "./counts.json" with { type: "json" };

/** Sentences of the training text with a word for a person, and those of them in which a pronoun comes after it. */
export interface PersonCount {
  sentences: number;
  he: number;
  she: number;
}

/** What was counted in the training text of one language. */
export interface CorpusCounts {
  /** Sentences in all. */
  sentences: number;
  people: Readonly<Record<string, PersonCount>>;
  /** How often a name occurs. */
  animals: Readonly<Record<string, number>>;
}

/** Counted by `packages/lm/training/corpus_counts.py` in the text that the story model was trained on. */
export const corpusCounts: Readonly<Record<Locale, CorpusCounts>> = counted;

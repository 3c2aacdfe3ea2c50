import type { Locale } from "@fewshot/quiz";
import { corpusCounts, type PersonCount } from "../corpus/counts.ts";
import { answerProbability, type ReadingModel } from "../language-model/reading.ts";

/** The two words that are compared; `she` is 她 in Chinese. */
export const pronouns = ["he", "she"] as const;
export type Pronoun = (typeof pronouns)[number];

/** The pronouns as the model reads them: in English a word brings its space. */
export const pronounText: Readonly<Record<Locale, Record<Pronoun, string>>> = {
  zh: { he: "他", she: "她" },
  en: { he: " he", she: " she" },
};

/** Beginnings of sentences: what stands before and after the word for a person. The pronoun comes next. */
export const frames: Readonly<Record<Locale, readonly (readonly [before: string, after: string])[]>> = {
  zh: [
    ["", "合上本子，说"],
    ["", "笑了，因为"],
    ["", "回到家，"],
  ],
  en: [
    ["The ", " shut the book and said that"],
    ["The ", " smiled because"],
    ["When the ", " came home,"],
  ],
};

/** Words for people, those of the bet first. The same position in both languages need not be the same word. */
export const people: Readonly<Record<Locale, readonly string[]>> = {
  zh: Object.keys(corpusCounts.zh.people),
  en: Object.keys(corpusCounts.en.people),
};

/** One sentence of the probe: positions of its beginning and of its person, and the pronoun after them. */
export interface Sentence {
  person: number;
  pronoun: Pronoun;
}

/** What the model gives the two pronouns after one beginning, each in [0, 1]. */
export type Shares = Readonly<Record<Pronoun, number>>;

/** The beginning as the model reads it. */
export function beginningOf(locale: Locale, frame: number, person: number): string {
  const [before, after] = frames[locale][frame] ?? ["", ""];
  return before + (people[locale][person] ?? "") + after;
}

/** Asks the model for both pronouns after one beginning. */
export async function measure(
  model: ReadingModel,
  beginning: string,
  options: { locale: Locale; signal: AbortSignal },
) {
  const words = pronounText[options.locale];
  const he = await answerProbability(model, { prompt: beginning, answer: words.he }, options.signal);
  const she = await answerProbability(model, { prompt: beginning, answer: words.she }, options.signal);
  return { he, she } satisfies Shares;
}

export function countsOf(locale: Locale, person: number): PersonCount {
  return corpusCounts[locale].people[people[locale][person] ?? ""] ?? { sentences: 0, he: 0, she: 0 };
}

/**
 * The same ratio in the counts. For one person it is the ratio of two counts; for two people, of their shares, so that
 * a word is not ahead only because it is common.
 *
 * @returns null if either side has no sentence to count; Infinity if only the second count is 0.
 */
export function countRatio(locale: Locale, a: Sentence, b: Sentence): number | null {
  const shares = [a, b].map(({ person, pronoun }) => {
    const counts = countsOf(locale, person);
    return counts[pronoun] / (counts.he + counts.she);
  });
  const ratio = (shares[0] ?? NaN) / (shares[1] ?? NaN);
  return Number.isNaN(ratio) ? null : ratio;
}

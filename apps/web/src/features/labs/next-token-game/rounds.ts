import type { Text } from "@fewshot/quiz";
import data from "./rounds.json" with { type: "json" };

/** One guess: the beginning of a held-out sentence, and six words of which one came next. */
export interface Round {
  /** The sentence up to the word, without the space before it. */
  context: string;
  options: readonly string[];
  /** Index of the option that came. */
  truth: number;
  /** What two counting models give the options, rescaled to 1 over the six. */
  unigram: readonly number[];
  trigram: readonly number[];
}

export type GameLanguage = keyof Text;

/** The rounds of the game by language; where they come from is said in the file. */
export const rounds: Readonly<Record<GameLanguage, readonly Round[]>> = { zh: data.zh, en: data.en };

/** How many words there are to choose from. */
export const optionCount = 6;

/** An option as it stands behind the context: English with its space. */
export function answerText(language: GameLanguage, option: string): string {
  return language === "zh" ? option : ` ${option}`;
}

import type { LabState } from "@fewshot/quiz";
import { decodeFragment, encodeFragment, textField, type FragmentFields } from "../fragment.ts";
import type { Reading } from "./reading.ts";

/** The longest text, in UTF-16 units. */
export const longestText = 60;

/** The text of the bet. */
export const betText = "hello 👋 world 🌍";

/** Texts to begin with, for each of the two fields. */
export const samples = {
  one: ["我来自地球", "分词器", "Answer: "],
  two: ["I come from Earth.", betText, "succession"],
} as const;

export const sides = ["one", "two"] as const;
export type Side = (typeof sides)[number];

export const missionEnds = [
  { id: "three-and-one", end: "seen(script=han, characters=1, gpt2=3, ours=1)" },
  {
    id: "two-hellos",
    end: 'seen(text="Hello", gpt2=1, firstId=15496) && seen(text=" Hello", gpt2=1, firstId=18435)',
  },
  {
    id: "cheap-and-dear",
    end: "min(tokens - words over characters >= 10) < 2 && max(tokens over characters <= 4) > 4",
  },
] as const;

export interface TokenizerState {
  texts: Readonly<Record<Side, string>>;
  /** Every text that the learner wrote or chose, each once, the latest last. The two at the start are not among them. */
  written: readonly string[];
  bet: number | null;
}

export const startState: TokenizerState = {
  texts: { one: samples.one[0], two: samples.two[0] },
  written: [],
  bet: null,
};

/** Puts a text into a field. Longer ones are cut, and half a surrogate pair becomes U+FFFD. */
export function write(state: TokenizerState, side: Side, text: string): TokenizerState {
  const kept = text.slice(0, longestText).toWellFormed();
  const written = [...state.written.filter((other) => other !== kept), kept];
  return { ...state, texts: { ...state.texts, [side]: kept }, written };
}

/** What the missions on cheap and dear texts go by, over all that was written; undefined before there is such a text. */
export interface Extremes {
  /** Least GPT-2 tokens minus words, of texts of at least 10 characters. */
  cheapest: number | undefined;
  /** Most GPT-2 tokens, of texts of at most 4 characters. */
  dearest: number | undefined;
}

/** Looks for the cheapest long text and the dearest short one. */
export function extremesOf(readings: readonly Reading[]): Extremes {
  const long = readings.filter(({ characters }) => characters >= 10);
  const short = readings.filter(({ characters }) => characters <= 4);
  return {
    cheapest: long.length === 0 ? undefined : Math.min(...long.map(({ gpt2, words }) => gpt2.length - words)),
    dearest: short.length === 0 ? undefined : Math.max(...short.map(({ gpt2 }) => gpt2.length)),
  };
}

/** The state that missions are checked against. @param readings - Of the texts in `written`. */
export function publishState(readings: readonly Reading[]): LabState {
  const { cheapest, dearest } = extremesOf(readings);
  return {
    values: {
      ...(cheapest === undefined ? {} : { "min(tokens - words over characters >= 10)": cheapest }),
      ...(dearest === undefined ? {} : { "max(tokens over characters <= 4)": dearest }),
    },
    seen: readings.map(({ text, characters, words, script, gpt2, ours }) => {
      const first = gpt2[0];
      const counts = { text, characters, words, script, gpt2: gpt2.length, ours: ours.length };
      return first === undefined ? counts : { ...counts, firstId: first };
    }),
  };
}

const fields: FragmentFields<Record<Side, string>> = { one: textField(longestText), two: textField(longestText) };

/** Reads a link's fragment over the start; garbage is ignored. */
export function readLink(hash: string): Omit<TokenizerState, "bet"> {
  return { texts: { ...startState.texts, ...decodeFragment(hash, fields) }, written: [] };
}

/** Writes what differs from the start as a fragment. */
export function writeLink({ texts }: TokenizerState): string {
  return encodeFragment(texts, fields, startState.texts);
}

import type { Vocabularies } from "./vocabularies.ts";

/** A text as it is counted: by characters, bytes, words, and by each vocabulary. */
export interface Reading {
  text: string;
  /** Unicode code points. */
  characters: number;
  /** In UTF-8. */
  bytes: number;
  /** Runs without white space. */
  words: number;
  script: "han" | "latin" | "mixed";
  gpt2: readonly number[];
  ours: readonly number[];
}

/** Reads texts with both vocabularies; a text that was read before is not read again. */
export function createReader(vocabularies: Vocabularies): (text: string) => Reading {
  const known = new Map<string, Reading>();
  const utf8 = new TextEncoder();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading: Reading = {
      text,
      characters: [...text].length,
      bytes: utf8.encode(text).length,
      words: text.match(/\S+/gu)?.length ?? 0,
      script: scriptOf(text),
      gpt2: vocabularies.gpt2.encode(text),
      ours: vocabularies.ours.encode(text),
    };
    known.set(text, reading);
    return reading;
  };
}

/** Chinese characters only, no letters but Latin ones, or anything else. */
function scriptOf(text: string): Reading["script"] {
  if (/^\p{Script=Han}+$/u.test(text)) return "han";
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.every((letter) => /\p{Script=Latin}/u.test(letter)) ? "latin" : "mixed";
}

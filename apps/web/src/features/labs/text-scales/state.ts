import { hanBytes, hanCapacity, type TextEncoding } from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import {
  choiceField,
  decodeFragment,
  encodeFragment,
  numberField,
  textField,
  type FragmentFields,
} from "../fragment.ts";

export const encodings = ["utf-8", "gbk"] as const satisfies readonly TextEncoding[];

/** Sizes offered at a press, in bytes. */
export const capacities = { "1 kB": 1000, "1 MB": 1e6, "1 MiB": 2 ** 20, "1 GB": 1e9 } as const;

/** Bytes in a unit of the amounts that the paper states. */
export const units = { GB: 1e9, TB: 1e12 } as const;
export type Unit = keyof typeof units;
export const unitNames = ["GB", "TB"] as const satisfies readonly Unit[];

/** Why 570 GB and 400 billion tokens could stand in one sentence. Only the first holds up. */
export const explanations = ["compressed", "tokens-are-short", "not-english"] as const;
export type Explanation = (typeof explanations)[number];

/** English text runs near this many bytes a token: our rule of thumb, not the paper's. */
export const usualBytesPerToken = 4;

export const missionEnds = [
  { id: "utf-8", end: 'encoding == "utf-8" && capacity == 1000000 && characters == 333333' },
  { id: "gbk", end: 'encoding == "gbk" && capacity == 1000000 && characters == 500000' },
  { id: "smell", end: 'abs(bytesPerToken - 1.425) <= 0.005 && explanation == "compressed"' },
] as const;

export const betOptions = ["million", "half", "third", "depends"] as const;

/** Ranges of what is typed. */
export const most = { text: 24, capacity: 1e12, characters: 1e12, amount: 1000, tokens: 1e13 } as const;

export interface ScalesState {
  /** What is written out byte by byte. */
  text: string;
  encoding: TextEncoding;
  /** Of the box, in bytes. */
  capacity: number;
  /** Chinese characters put into it. More than fit are not refused: they show how far over they are. */
  characters: number;
  /** The size of a body of text, in `unit`. */
  amount: number;
  unit: Unit;
  tokens: number;
  explanation: Explanation | null;
  bet: number | null;
}

export const startState: ScalesState = {
  text: "你好",
  encoding: "utf-8",
  capacity: capacities["1 kB"],
  characters: 0,
  amount: 45,
  unit: "TB",
  tokens: 300e9,
  explanation: null,
  bet: null,
};

/** Puts in as many Chinese characters as the box holds. */
export function fill(state: ScalesState): ScalesState {
  return { ...state, characters: hanCapacity(state.capacity, state.encoding) };
}

/** Bytes that the characters take, and how many are left; below 0 if they do not fit. */
export function roomOf({ capacity, characters, encoding }: ScalesState): { used: number; left: number } {
  const used = characters * hanBytes(encoding);
  return { used, left: capacity - used };
}

/** Bytes for each token. */
export function bytesPerToken({ amount, unit, tokens }: ScalesState): number {
  return (amount * units[unit]) / tokens;
}

/**
 * Cuts a text into pieces of so many letters on average, as evenly as whole letters allow.
 *
 * @param length - At least 1.
 */
export function evenPieces(text: string, length: number): string[] {
  const pieces = Math.ceil(text.length / length);
  const cut = (i: number) => Math.min(text.length, Math.round(i * length));
  return Array.from({ length: pieces }, (_, i) => text.slice(cut(i), cut(i + 1))).filter((piece) => piece !== "");
}

/** The state that missions are checked against. */
export function publishState(state: ScalesState): LabState {
  const { encoding, capacity, characters, explanation } = state;
  const values = { encoding, capacity, characters, bytesPerToken: bytesPerToken(state) };
  return { values: explanation === null ? values : { ...values, explanation }, seen: [] };
}

interface LinkState {
  text: string;
  enc: TextEncoding;
  cap: number;
  n: number;
  size: number;
  unit: Unit;
  tokens: number;
  why: Explanation | "";
}

const fields: FragmentFields<LinkState> = {
  text: textField(most.text),
  enc: choiceField(encodings),
  cap: numberField({ min: 1, max: most.capacity, decimals: 0 }),
  n: numberField({ min: 0, max: most.characters, decimals: 0 }),
  size: numberField({ min: 0.1, max: most.amount, decimals: 3 }),
  unit: choiceField(unitNames),
  // In millions, so that the largest still has few digits.
  tokens: numberField({ min: 1, max: most.tokens / 1e6, decimals: 0 }),
  why: choiceField(["", ...explanations]),
};

/** Reads a link's fragment over the start; garbage is ignored. */
export function readLink(hash: string): Omit<ScalesState, "bet"> {
  const link = { ...toLink(startState), ...decodeFragment(hash, fields) };
  return {
    text: link.text,
    encoding: link.enc,
    capacity: link.cap,
    characters: link.n,
    amount: link.size,
    unit: link.unit,
    tokens: link.tokens * 1e6,
    explanation: link.why === "" ? null : link.why,
  };
}

/** Writes what differs from the start as a fragment. */
export function writeLink(state: ScalesState): string {
  return encodeFragment(toLink(state), fields, toLink(startState));
}

function toLink(state: ScalesState): LinkState {
  const { text, encoding: enc, capacity: cap, characters: n, amount: size, unit, explanation } = state;
  return { text, enc, cap, n, size, unit, tokens: state.tokens / 1e6, why: explanation ?? "" };
}

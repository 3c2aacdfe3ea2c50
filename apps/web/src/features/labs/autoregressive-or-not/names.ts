import type { Locale } from "@fewshot/quiz";
import type { Outcome } from "./state.ts";

/** Two names of two tokens each; any first word can meet any second one. */
interface Names {
  first: readonly [string, string];
  second: readonly [string, string];
  /** What stands between the words. */
  gap: string;
}

const names: Readonly<Record<Locale, Names>> = {
  zh: { first: ["中", "地"], second: ["国", "球"], gap: "" },
  en: { first: ["Sri", "Cape"], second: ["Lanka", "Verde"], gap: " " },
};

/** An output as it reads. */
export function nameOf(outcome: Outcome, locale: Locale): string {
  const { first, second, gap } = names[locale];
  return `${outcome < 2 ? first[0] : first[1]}${gap}${outcome % 2 === 0 ? second[0] : second[1]}`;
}

/** Shares as a ratio in lowest terms: "6 : 1". */
export function ratioOf(part: number, whole: number): string {
  const rest = whole - part;
  const divisor = greatestCommonDivisor(part, rest);
  return `${part / divisor} : ${rest / divisor}`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

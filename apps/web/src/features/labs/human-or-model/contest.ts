import { generate, mulberry32, plainSampling, type LanguageModel, type Tokenizer } from "@fewshot/ml-core";
import type { Locale } from "@fewshot/quiz";
import { passagesEn } from "./passages-en.ts";
import { passagesZh } from "./passages-zh.ts";

/** Passages in a contest; the model writes half of them. */
export const contestSize = 20;

export type Author = "us" | "model";

/** A passage to be judged. Its opening is ours in either case. */
export interface Passage {
  opening: string;
  rest: string;
  by: Author;
}

/** What stands before the model: which passage it continues, and from which stream it draws. */
export interface Assignment {
  index: number;
  by: Author;
  seed: number;
}

const passages = { zh: passagesZh, en: passagesEn } as const;

/** Who writes what, in the order of the contest: all twenty openings, shuffled, ten for the model. A seed names it. */
export function assign(seed: number): Assignment[] {
  const random = mulberry32(seed);
  const order = shuffled(
    Array.from({ length: contestSize }, (_, index) => index),
    random,
  );
  const authors = shuffled(
    order.map((_, i): Author => (i < contestSize / 2 ? "model" : "us")),
    random,
  );
  return order.map((index, i) => ({ index, by: authors[i] ?? "us", seed: seed * contestSize + index }));
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

/** What the model needs to write: itself and its tokenizer. */
export type Writer = LanguageModel & { tokenizer: Pick<Tokenizer, "encode" | "decode"> };

/** Cautious, for a small model; the lab says so. */
export const settings = { ...plainSampling, temperature: 0.6, topP: 0.9 };

/** Enough for the longest of our passages, whatever the language. */
const mostTokens = 90;

const sentenceEnd: Readonly<Record<Locale, RegExp>> = { zh: /[。！？]”?/gu, en: /[.!?]”?/gu };

/**
 * Writes a contest: ours as they are, the model's now, one after the other.
 *
 * @param options.onPassage - Given all passages so far, after each one: judging need not wait for the last.
 * @throws What the model throws; the signal's reason if cancelled.
 */
export async function writeContest(
  model: Writer,
  options: {
    seed: number;
    locale: Locale;
    onPassage: (contest: readonly Passage[]) => void;
    signal?: AbortSignal;
  },
): Promise<void> {
  let contest: readonly Passage[] = [];
  for (const { index, by, seed } of assign(options.seed)) {
    const [opening, ours] = passages[options.locale][index] ?? ["", ""];
    const theirs = () => continueText(model, { ...options, opening, seed, length: ours.length });
    contest = [...contest, { opening, rest: by === "us" ? ours : await theirs(), by }];
    options.onPassage(contest);
  }
}

interface Continuation {
  opening: string;
  seed: number;
  locale: Locale;
  /** Characters of our own text: the model's stops at the first end of a sentence near it. */
  length: number;
  signal?: AbortSignal;
}

async function continueText(model: Writer, { opening, seed, locale, length, signal }: Continuation): Promise<string> {
  const { tokenizer, endOfTextId } = model;
  const ids: number[] = [];
  let text = "";
  for await (const { id } of generate(
    model,
    [endOfTextId, ...tokenizer.encode(opening)],
    settings,
    mulberry32(seed),
    signal,
  )) {
    if (id === endOfTextId || ids.length >= mostTokens) break;
    ids.push(id);
    text = tokenizer.decode(ids);
    if (text.length >= 0.8 * length && wholeSentences(text, locale) === text) break;
  }
  signal?.throwIfAborted();
  return wholeSentences(text, locale).replace(/\s*\n+\s*/gu, locale === "zh" ? "" : " ");
}

/** The text up to the end of its last sentence; all of it, short of a cut character, if no sentence ends. */
export function wholeSentences(text: string, locale: Locale): string {
  const last = [...text.matchAll(sentenceEnd[locale])].at(-1);
  return last === undefined ? text.replace(/\ufffd+$/u, "") : text.slice(0, last.index + last[0].length);
}

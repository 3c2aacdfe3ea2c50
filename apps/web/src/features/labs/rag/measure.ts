import type { WeightsHash } from "@fewshot/lm";
import { rankByCosine } from "@fewshot/ml-core";
import type { Locale } from "@fewshot/quiz";
import {
  answerProbability,
  endsSentence,
  meanLogits,
  promptIds,
  writeOn,
  type ReadingModel,
} from "../language-model/reading.ts";
import { passages, type Ranked } from "./knowledge-base.ts";
import type { Question } from "./questions.ts";
import type { Measured } from "./state.ts";

/** Tokens that the model writes at most. */
const longestText = 32;

/** A reading model that can show its weights. */
export interface HashedModel extends ReadingModel {
  hashWeights(): Promise<WeightsHash | null>;
}

/** The prompt as it goes into the model: the passages, a line each, then the question. */
export function promptOf(locale: Locale, inPrompt: readonly number[], question: string): string {
  return [...inPrompt.map((passage) => passages[passage]?.text[locale] ?? ""), question].join("\n");
}

export interface MeasureOptions {
  locale: Locale;
  question: Question;
  /** The question as it was put. */
  text: string;
  /** Positions of the passages to put in front, best first. */
  kept: readonly number[];
  signal: AbortSignal;
}

/**
 * Asks twice, without the passages and with them: the probability of the answer, and what the model writes. The weights
 * are hashed before and after.
 */
export async function measure(model: HashedModel, options: MeasureOptions): Promise<Measured> {
  const inPrompt = fitting(model, options);
  const hashBefore = await model.hashWeights();
  const without = await askOnce(model, options, []);
  const withThem = await askOnce(model, options, inPrompt);
  const hashAfter = await model.hashWeights();
  return {
    without: without.probability,
    with: withThem.probability,
    textWithout: without.text,
    textWith: withThem.text,
    inPrompt,
    hashBefore: hashBefore?.sha256 ?? null,
    hashAfter: hashAfter?.sha256 ?? null,
  };
}

/** The probability of the answer behind these passages, null if there is none, and what the model writes there. */
async function askOnce(model: ReadingModel, options: MeasureOptions, inPrompt: readonly number[]) {
  const { locale, signal } = options;
  const { answer } = options.question;
  const prompt = promptOf(locale, inPrompt, options.text);
  const { text } = await writeOn(model, prompt, { most: longestText, isEnd: endsSentence, signal });
  if (answer === null) return { probability: null, text: text.trim() };
  const asked = { prompt: prompt + (locale === "en" ? " " : "") + answer.lead[locale], answer: answer.text[locale] };
  return { probability: await answerProbability(model, asked, signal), text: text.trim() };
}

/** The passages that fit in the context beside the question and what comes after it: the last are left out first. */
function fitting(model: ReadingModel, { locale, question, text, kept }: MeasureOptions): readonly number[] {
  const { answer } = question;
  const after = answer === null ? "" : answer.lead[locale] + answer.text[locale];
  const room = model.contextLength - Math.max(longestText, model.tokenizer.encode(after).length + 1);
  const fits = (count: number) => promptIds(model, promptOf(locale, kept.slice(0, count), text)).length <= room;
  const counts = kept.map((_, i) => kept.length - i);
  return kept.slice(0, counts.find(fits) ?? 0);
}

/** Vectors of all passages, kept for a model and a language: they take a few seconds. */
const vectors = new Map<string, Promise<Float64Array[]>>();

export interface VectorSearch {
  locale: Locale;
  query: string;
  /** Names the weights. */
  fingerprint: string;
  signal: AbortSignal;
  onProgress: (read: number) => void;
}

/** Ranks all passages by the cosine of their vectors with the query's. */
export async function searchByVectors(model: ReadingModel, search: VectorSearch): Promise<Ranked[]> {
  const key = `${search.fingerprint} ${search.locale}`;
  const known = vectors.get(key) ?? readPassages(model, search);
  vectors.set(key, known);
  // A reading that was stopped half-way is no use to the next search.
  known.catch(() => vectors.delete(key));
  const all = await known;
  const query = await meanLogits(model, search.query, search.signal);
  return rankByCosine(query, all).map(({ index, similarity }) => ({ passage: index, score: similarity, matched: [] }));
}

async function readPassages(
  model: ReadingModel,
  { locale, signal, onProgress }: VectorSearch,
): Promise<Float64Array[]> {
  const all: Float64Array[] = [];
  for (const { text } of passages) {
    onProgress(all.length);
    all.push(await meanLogits(model, text[locale], signal));
  }
  return all;
}

import {
  characterVocabulary,
  createBatcher,
  createMicroGpt,
  diffWeights,
  mulberry32,
  setWeights,
  trainStep,
  weightsOf,
  type MicroGpt,
  type NamedWeights,
  type WeightDiff,
} from "@fewshot/ml-core";
import type { Locale } from "@fewshot/quiz";
import { hashOf } from "../fingerprint/hash-of.ts";

/** What the small model practises on. */
const lines: Readonly<Record<Locale, string>> = {
  zh: "天上有一个月亮，水里也有一个月亮。天上的月亮圆，水里的月亮也圆。风来了，水里的月亮碎了；风走了，月亮又圆了。",
  en: "The moon is in the sky and the moon is in the pond. The wind comes and the moon in the pond breaks. The wind goes and the moon is whole.",
};

/** Numbers of the diff that are listed one by one. */
const listed = 12;

/** One number that moved. */
export interface MovedNumber {
  /** The parameter it belongs to. */
  name: string;
  /** Its place in the row of all weights, from 0. */
  at: number;
  before: number;
  after: number;
}

/** What one action did to the weights, worked out by comparing them. */
export interface Change extends WeightDiff {
  action: "gradient-step" | "flip";
  hashBefore: string;
  hashAfter: string;
  /** All weights of the model. */
  total: number;
  /** The first that moved. */
  moved: readonly MovedNumber[];
}

/** A micro-GPT that has learnt nothing yet, for one step of training or one flipped bit. */
export interface SmallModel {
  readonly total: number;
  hash(): string;
  /** One update by plain gradient descent on the whole text. */
  step(): Change;
  /** Flips the lowest binary digit of one weight. @param at - From 0, below `total`. */
  flip(at: number): Change;
  /** One weight. */
  at(index: number): { name: string; value: number };
}

const learningRate = 0.5;

/** @param locale - Decides the text. The same seed makes the same model every time. */
export function createSmallModel(locale: Locale): SmallModel {
  const text = lines[locale];
  const vocabulary = characterVocabulary(text);
  const random = mulberry32(3);
  const config = { vocabSize: vocabulary.size, contextLength: 24, layers: 1, heads: 2, dModel: 16 };
  const model = createMicroGpt(config, random);
  const nextBatch = createBatcher(vocabulary.encode(text), { batchSize: 2, length: 24, random });
  const change = (action: Change["action"], act: () => void): Change => {
    const before = weightsOf(model);
    act();
    return compare(action, before, weightsOf(model));
  };
  return {
    total: model.parameterCount,
    hash: () => hashOf(...weightsOf(model).map(({ data }) => data)),
    step: () => change("gradient-step", () => trainStep(model, nextBatch(), { learningRate, optimizer: "sgd" })),
    flip: (at) => change("flip", () => flipLowestBit(model, at)),
    at: (index) => {
      const { weight, place } = find(weightsOf(model), index);
      return { name: weight.name, value: weight.data[place] ?? 0 };
    },
  };
}

/** The 64 binary digits of a number, sign first. */
export function bitsOf(value: number): string {
  return new BigUint64Array(Float64Array.of(value).buffer)[0]?.toString(2).padStart(64, "0") ?? "";
}

function flipLowestBit(model: MicroGpt, at: number): void {
  const weights = weightsOf(model);
  const { weight, place } = find(weights, at);
  const bits = new BigUint64Array(weight.data.buffer);
  bits[place] = (bits[place] ?? 0n) ^ 1n;
  setWeights(model, weights);
}

/** @throws RangeError if there is no such weight. */
function find(weights: readonly NamedWeights[], at: number): { weight: NamedWeights; place: number } {
  let start = 0;
  for (const weight of weights) {
    if (at < start + weight.data.length) return { weight, place: at - start };
    start += weight.data.length;
  }
  throw new RangeError(`there is no weight ${at}`);
}

function compare(action: Change["action"], before: readonly NamedWeights[], after: readonly NamedWeights[]): Change {
  const [old, now] = [flat(before), flat(after)];
  const moved: MovedNumber[] = [];
  for (let at = 0; at < old.length && moved.length < listed; at++) {
    const pair = { before: old[at] ?? 0, after: now[at] ?? 0 };
    if (!Object.is(pair.before, pair.after)) moved.push({ name: find(before, at).weight.name, at, ...pair });
  }
  const diff = diffWeights(old, now);
  return { action, ...diff, hashBefore: hashOf(old), hashAfter: hashOf(now), total: old.length, moved };
}

function flat(weights: readonly NamedWeights[]): Float64Array {
  return Float64Array.from(weights.flatMap(({ data }) => [...data]));
}

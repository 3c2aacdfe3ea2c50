import { drawToken, mulberry32, nextTokenDistribution, plainSampling, type Candidate } from "@fewshot/ml-core";
import type { Locale } from "@fewshot/quiz";

/** The sentence so far. */
export const given: Record<Locale, readonly string[]> = { zh: ["我", "来", "自"], en: ["I", " come", " from"] };

/** What may follow in our training sentences, likeliest first. */
export const candidates: Record<Locale, readonly string[]> = {
  zh: ["中", "地", "上", "北", "农", "美", "火", "远"],
  en: [" China", " Earth", " Shanghai", " Beijing", " farmland", " America", " Mars", " afar"],
};

/** The shares by which the training sentences were written, in the order of `candidates`, adding up to 1. */
const statedShares = [0.6, 0.1, 0.08, 0.07, 0.05, 0.04, 0.03, 0.03];

/** ln p: the logits whose softmax at temperature 1 is the stated shares. */
const statedLogits = statedShares.map((share) => Math.log(share));

/** One draw: `u` in [0, 1), and the index of the candidate it fell on. */
export type Draw = { u: number; index: number };

/**
 * The stated shares at a temperature above 0; ids are indices of `candidates`.
 *
 * @returns all eight, likeliest first, summing to 1.
 */
export function sharesAt(temperature: number): Candidate[] {
  return nextTokenDistribution(statedLogits, { ...plainSampling, temperature });
}

/**
 * The nth draw of the page. The same number gives the same u at every temperature, so that moving the slider moves the
 * borders under a line that stands still.
 */
export function drawNumber(seed: number, shares: readonly Candidate[]): Draw {
  const u = mulberry32(seed)();
  return { u, index: drawToken(shares, u) };
}

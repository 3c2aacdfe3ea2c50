import { copyLogits } from "./invalid-logits-error.ts";
import { rankDescending } from "./ranking.ts";
import { checkSettings, type SamplingSettings } from "./sampling-settings.ts";
import { boltzmannWeight } from "./softmax.ts";

/** A token that can be drawn, and its probability in [0, 1]. */
export interface Candidate {
  id: number;
  prob: number;
}

export type CutRule = "greedy" | "top-k" | "top-p" | "min-p";

/** A rule that was switched on, and how many tokens were left after it: the first `keptCount` of the ranking. */
export interface Cut {
  rule: CutRule;
  keptCount: number;
}

/** How a distribution came about. All rules keep a prefix of one ranking, so a cut is a line between two ranks. */
export interface DistributionReport {
  /** All token ids, shape [V]: highest logit first, ties by smaller id. */
  ids: Uint32Array;
  /** The distribution that the cuts see, by rank, shape [V], summing to 1: `before[r]` belongs to `ids[r]`. */
  before: Float64Array;
  /** What can be drawn, by rank, summing to 1: `kept[r].id === ids[r]`. */
  kept: Candidate[];
  /** Share of `before` that was kept, in (0, 1]. */
  keptMass: number;
  /** The rules that are switched on, in the order in which they were applied. Each keeps at most what the last left. */
  cuts: Cut[];
  /** The rule that drew the final line (the last one to remove anything), or null if nothing was removed. */
  cutBy: CutRule | null;
}

/**
 * Round-off allowance for a probability that meets a limit exactly in decimals but not in binary: with shares
 * .7 .2 .1, p = .7 keeps the first alone, as a learner expects, although exp(log(.7)) falls short of .7.
 */
const ROUND_OFF = 1e-12;

/**
 * The distribution of the next token under the given settings.
 *
 * @param logits - Raw logits of the whole vocabulary, shape [V]; -Infinity means impossible. Not modified.
 * @param settings - See `SamplingSettings`, and `explainDistribution` for the order of steps.
 * @param previousIds - Ids of prompt and output, for the repetition penalty; each distinct id counts once.
 * @returns The tokens that can be drawn, likeliest first, ties by smaller id, summing to 1 (within 1e-12). Impossible
 *   tokens are never among them.
 * @throws InvalidLogitsError if a logit is NaN or +Infinity, if all are -Infinity or if there are none.
 * @throws RangeError if a setting is out of range or a previous id is not in [0, V).
 */
export function nextTokenDistribution(
  logits: Float32Array | number[],
  settings: SamplingSettings,
  previousIds: readonly number[] = [],
): Candidate[] {
  return explainDistribution(logits, settings, previousIds).kept;
}

/**
 * The distribution of the next token, with what was there before the cuts and which rule cut where.
 *
 * Steps, in float64 over the whole vocabulary: repetition penalty on the raw logits; then, in order "hf", temperature,
 * top-k, top-p (on what top-k left, rescaled), min-p, rescale; in order "llama.cpp" the three cuts first, at
 * temperature 1, and the temperature on what they kept. Temperature 0 keeps the largest logit alone.
 * top-k keeps exactly k, where transformers keeps all that tie with the k-th.
 *
 * Parameters and errors are those of `nextTokenDistribution`.
 */
export function explainDistribution(
  logits: Float32Array | number[],
  settings: SamplingSettings,
  previousIds: readonly number[] = [],
): DistributionReport {
  checkSettings(settings);
  const penalised = penaliseRepetition(copyLogits(logits), settings.repetitionPenalty, previousIds);
  const ids = rankDescending(penalised);
  const gaps = gapsToLikeliest(penalised, ids);
  const possibleCount = countPossible(gaps);

  const drawTemperature = settings.temperature > 0 ? settings.temperature : 1; // a lone greedy token weighs 1 at any T
  const drawWeights = weigh(gaps, drawTemperature);
  const cutWeights = settings.order === "hf" ? drawWeights : weigh(gaps, 1);
  const cuts = applyCuts(cutWeights, possibleCount, settings);
  const keptCount = cuts.at(-1)?.keptCount ?? possibleCount;

  const before = normalise(cutWeights);
  const kept = toCandidates(ids, normalise(drawWeights.subarray(0, keptCount)));
  const keptMass = keptCount === possibleCount ? 1 : sumOfFirst(before, keptCount);
  return { ids, before, kept, keptMass, cuts, cutBy: findFinalCut(cuts, possibleCount) };
}

/**
 * What is left of the vocabulary below the first `shownCount` ranks, for the bar "all the rest".
 *
 * @returns How many tokens that is, how many of them can still be drawn, and their probability before the cuts and in
 *   the distribution that is drawn from.
 */
export function restOfVocabulary(
  report: DistributionReport,
  shownCount: number,
): { count: number; keptCount: number; before: number; after: number } {
  const keptRest = report.kept.slice(shownCount);
  let before = 0;
  for (const prob of report.before.subarray(shownCount)) before += prob;
  return {
    count: Math.max(0, report.ids.length - shownCount),
    keptCount: keptRest.length,
    before,
    after: keptRest.reduce((sum, { prob }) => sum + prob, 0),
  };
}

/**
 * Draws one token: the candidates lie end to end on [0, 1) in the given order, and the one that covers `u` is drawn.
 *
 * @param candidates - At least one, in the order shown to the learner, summing to 1. Probability 0 is never drawn.
 * @param u - In [0, 1), one number of the random stream.
 * @returns The id. If round-off leaves `u` above the sum, the last candidate with a probability above 0.
 * @throws RangeError if there is no candidate or `u` is outside [0, 1).
 */
export function drawToken(candidates: readonly Candidate[], u: number): number {
  if (!(u >= 0 && u < 1)) throw new RangeError(`u must be in [0, 1), got ${u}`);
  let cumulative = 0;
  let last: number | undefined;
  for (const { id, prob } of candidates) {
    cumulative += prob;
    if (cumulative > u) return id;
    if (prob > 0) last = id;
  }
  if (last === undefined) throw new RangeError("no candidate can be drawn");
  return last;
}

function penaliseRepetition(logits: Float64Array, penalty: number, previousIds: readonly number[]): Float64Array {
  for (const id of new Set(previousIds)) {
    const logit = logits[id];
    if (logit === undefined) throw new RangeError(`previous id ${id} is not in a vocabulary of ${logits.length}`);
    logits[id] = logit < 0 ? logit * penalty : logit / penalty;
  }
  return logits;
}

/** By rank, how far each logit is below the largest one: 0 for the first, -Infinity for impossible tokens. */
function gapsToLikeliest(logits: Float64Array, ids: Uint32Array): Float64Array {
  const max = logits[ids[0]!]!;
  const gaps = new Float64Array(ids.length);
  for (let rank = 0; rank < gaps.length; rank++) gaps[rank] = logits[ids[rank]!]! - max;
  return gaps;
}

function weigh(gaps: Float64Array, temperature: number): Float64Array {
  const weights = new Float64Array(gaps.length);
  for (let rank = 0; rank < gaps.length; rank++) weights[rank] = boltzmannWeight(gaps[rank]!, temperature);
  return weights;
}

function normalise(weights: Float64Array): Float64Array {
  const total = sumOfFirst(weights, weights.length);
  const probs = new Float64Array(weights.length);
  for (let rank = 0; rank < probs.length; rank++) probs[rank] = weights[rank]! / total;
  return probs;
}

function toCandidates(ids: Uint32Array, probs: Float64Array): Candidate[] {
  const candidates: Candidate[] = [];
  for (let rank = 0; rank < probs.length; rank++) candidates.push({ id: ids[rank]!, prob: probs[rank]! });
  return candidates;
}

/** Applies the rules that are on to ranked weights (the first is 1). `count` tokens are possible to begin with. */
function applyCuts(weights: Float64Array, count: number, settings: SamplingSettings): Cut[] {
  const { temperature, topK, topP, minP } = settings;
  if (temperature === 0) return [{ rule: "greedy", keptCount: 1 }];
  const cuts: Cut[] = [];
  const keep = (rule: CutRule, keptCount: number) => {
    cuts.push({ rule, keptCount });
    count = keptCount;
  };
  if (topK > 0 && topK < weights.length) keep("top-k", Math.min(topK, count));
  if (topP < 1) keep("top-p", countToReach(weights, count, topP));
  if (minP > 0) keep("min-p", countAtLeast(weights, count, minP));
  return cuts;
}

/** The fewest leading weights whose sum is at least the share `p` of the first `count`. At least 1. */
function countToReach(weights: Float64Array, count: number, p: number): number {
  const target = (p - ROUND_OFF) * sumOfFirst(weights, count);
  let kept = 1;
  for (let sum = weights[0]!; sum < target && kept < count; kept++) sum += weights[kept]!;
  return kept;
}

/** How many of the first `count` weights are at least `limit` (in (0, 1]; the first weight is 1). */
function countAtLeast(weights: Float64Array, count: number, limit: number): number {
  let kept = 1;
  while (kept < count && weights[kept]! >= limit - ROUND_OFF * limit) kept++;
  return kept;
}

/** How many ranked gaps belong to possible tokens: those of impossible ones are -Infinity and come last. */
function countPossible(gaps: Float64Array): number {
  const firstImpossible = gaps.indexOf(-Infinity);
  return firstImpossible === -1 ? gaps.length : firstImpossible;
}

function findFinalCut(cuts: readonly Cut[], possibleCount: number): CutRule | null {
  let finalRule: CutRule | null = null;
  let count = possibleCount;
  for (const { rule, keptCount } of cuts) {
    if (keptCount < count) finalRule = rule;
    count = keptCount;
  }
  return finalRule;
}

function sumOfFirst(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  return sum;
}

import {
  entropyBits,
  explainDistribution,
  restOfVocabulary,
  type Candidate,
  type CutRule,
  softmax,
  type DistributionReport,
} from "@fewshot/ml-core";
import type { Knobs } from "./settings.ts";

/** One displayed candidate. */
export interface Row {
  id: number;
  /** What the source gives it: temperature 1, nothing cut. */
  before: number;
  /** Its probability in the draw; 0 if it was cut. */
  after: number;
  isCut: boolean;
}

/** All the candidates that have no row of their own. */
export interface Rest {
  count: number;
  kept: number;
  before: number;
  after: number;
}

/** Everything the lab shows about one next token. */
export interface Distribution {
  vocabSize: number;
  /** What a draw chooses from: likeliest first, summing to 1. */
  candidates: readonly Candidate[];
  rows: readonly Row[];
  rest: Rest;
  /** The rules that removed something, in the order in which they did. Empty if all candidates are kept. */
  cutBy: readonly CutRule[];
  /** Entropy of `candidates` in bits. */
  entropy: number;
}

/**
 * The source's own probabilities by id, before any knob. They depend on the logits alone, so the caller keeps them
 * while sliders move.
 *
 * @param logits - Raw logits, shape [V].
 */
export function ownTable(logits: Float32Array): Float64Array {
  return softmax(logits);
}

/** How a table is looked at. */
export interface LookOptions {
  knobs: Knobs;
  /** How many candidates get a row of their own; the others are summed in `rest`. */
  shown: number;
  /** The ids of the text so far, for the repetition penalty; by default none. */
  previousIds?: readonly number[];
}

/**
 * Applies the knobs to the raw logits of the whole vocabulary and takes out what is displayed.
 *
 * @param logits - Raw logits, shape [V].
 * @param own - `ownTable(logits)`.
 */
export function describeDistribution(logits: Float32Array, own: Float64Array, options: LookOptions): Distribution {
  const report = explainDistribution(logits, options.knobs, options.previousIds);
  const shownIds = [...report.ids.subarray(0, options.shown)];
  const ownOf = (id: number) => own[id] ?? 0;
  const rest = restOfVocabulary(report, shownIds.length);
  return {
    vocabSize: logits.length,
    candidates: report.kept,
    rows: shownIds.map((id, rank) => {
      const kept = report.kept[rank];
      return { id, before: ownOf(id), after: kept?.prob ?? 0, isCut: kept === undefined };
    }),
    rest: {
      count: rest.count,
      kept: rest.keptCount,
      before: report.ids.subarray(shownIds.length).reduce((sum, id) => sum + ownOf(id), 0),
      after: rest.after,
    },
    cutBy: rulesThatCut(report, logits.filter((logit) => logit !== -Infinity).length),
    entropy: entropyBits(report.kept.map(({ prob }) => prob)),
  };
}

/** Index in `rows` of the last one kept: the cut-off is drawn under it. */
export function lastKeptRow(distribution: Distribution): number {
  return distribution.rows.findLastIndex((row) => !row.isCut);
}

function rulesThatCut(report: DistributionReport, possibleCount: number): CutRule[] {
  const rules: CutRule[] = [];
  let count = possibleCount;
  for (const { rule, keptCount } of report.cuts) {
    if (keptCount < count) rules.push(rule);
    count = keptCount;
  }
  return rules;
}

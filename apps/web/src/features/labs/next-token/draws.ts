import { drawHistogram, mulberry32, type Candidate } from "@fewshot/ml-core";
import type { Distribution } from "./distribution.ts";

/** The sizes of a series of draws that the lab offers. */
export const drawCounts = [10, 100, 1000] as const;

/** One bar of the histogram: a displayed candidate, or (`id` null) all the rest together. */
export interface HistogramBin {
  id: number | null;
  count: number;
  /** n × probability: what the long run would bring. */
  expected: number;
}

/**
 * The u of the draw at a position: the position-th number of the seed's stream. So seed and settings fix the whole
 * text, wherever a learner takes another road in between.
 *
 * @param seed - Integer seed of `mulberry32`.
 * @param position - Integer >= 0.
 * @returns u in [0, 1).
 */
export function uAt(seed: number, position: number): number {
  const random = mulberry32(seed);
  let u = random();
  for (let drawn = 0; drawn < position; drawn += 1) u = random();
  return u;
}

/** Draws `n` times with the seed's stream and counts by id. The first 10 of 1,000 draws are the 10 of the short series. */
export function countDraws(candidates: readonly Candidate[], n: number, seed: number): Map<number, number> {
  const bars = drawHistogram(candidates, n, mulberry32(seed)).filter((bar) => bar.count > 0);
  return new Map(bars.map((bar) => [bar.id, bar.count]));
}

/** Sorts the counts into one bin per row and one for the rest (left out if every candidate has a row). */
export function histogramBins(distribution: Distribution, counts: ReadonlyMap<number, number>): HistogramBin[] {
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const bins: HistogramBin[] = distribution.rows.map((row) => {
    return { id: row.id, count: counts.get(row.id) ?? 0, expected: n * row.after };
  });
  if (distribution.rest.count === 0) return bins;
  const inRows = bins.reduce((sum, bin) => sum + bin.count, 0);
  return [...bins, { id: null, count: n - inRows, expected: n * distribution.rest.after }];
}

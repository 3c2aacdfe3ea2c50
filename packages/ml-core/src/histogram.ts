import type { Candidate } from "./sampling.ts";

/** How often a token was drawn, and how often it is on average: `expected` = probability × draws. */
export interface HistogramBar {
  id: number;
  count: number;
  expected: number;
}

/**
 * Draws many times and counts. Draw for draw the same tokens as `drawToken` with the same random stream.
 *
 * @param candidates - At least one, summing to 1.
 * @param draws - Number of draws, an integer >= 0.
 * @param rng - Uniform on [0, 1), called exactly `draws` times.
 * @returns One bar for each candidate, in the candidates' order.
 * @throws RangeError if no candidate can be drawn.
 */
export function drawHistogram(candidates: readonly Candidate[], draws: number, rng: () => number): HistogramBar[] {
  const edges = new Float64Array(candidates.length);
  let sum = 0;
  candidates.forEach(({ prob }, i) => (edges[i] = sum += prob));
  const last = candidates.findLastIndex(({ prob }) => prob > 0);
  if (last === -1) throw new RangeError("no candidate can be drawn");

  const counts = new Uint32Array(candidates.length);
  for (let i = 0; i < draws; i++) counts[Math.min(firstAbove(edges, rng()), last)]!++;
  return candidates.map(({ id, prob }, i) => ({ id, count: counts[i]!, expected: prob * draws }));
}

/**
 * Pearson's statistic, Σ (count - expected)² / expected: how far counts are from what chance alone leads one to expect.
 *
 * Bars that expect fewer than `minExpected` are pooled into one, because the chi-square distribution describes rare
 * bars badly (the pool is left out if nothing is expected in it).
 *
 * @returns The statistic (>= 0; Infinity if something impossible was counted) and the degrees of freedom, its mean
 *   under chance.
 */
export function chiSquare(
  bars: readonly Pick<HistogramBar, "count" | "expected">[],
  minExpected = 5,
): { statistic: number; degreesOfFreedom: number } {
  const pool = { count: 0, expected: 0 };
  const bins = [pool];
  for (const bar of bars) {
    if (bar.expected >= minExpected) bins.push(bar);
    else {
      pool.count += bar.count;
      pool.expected += bar.expected;
    }
  }
  const used = bins.filter(({ count, expected }) => count > 0 || expected > 0);
  const statistic = used.reduce((sum, { count, expected }) => sum + (count - expected) ** 2 / expected, 0);
  return { statistic, degreesOfFreedom: Math.max(0, used.length - 1) };
}

/** Index of the first edge above `u`, by bisection; `edges.length` if there is none. */
function firstAbove(edges: Float64Array, u: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}

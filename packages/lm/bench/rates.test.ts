import { expect, it } from "vitest";
import { countedRounds, ratioOf, speedOf, unsteadiness } from "./rates.ts";
import type { ContestantName, Decoding, Round, Turn } from "./results.ts";
import { median, quantile } from "./statistics.ts";

const turn = (msPerToken: number): Turn => ({
  tokens: 10,
  totalMs: 10 * msPerToken,
  medianMs: msPerToken,
  p95Ms: msPerToken,
});

function round(ms: Partial<Record<ContestantName, [number, number]>>, cores: number | undefined = 0): Round {
  const entries = Object.entries(ms) as [ContestantName, [number, number]][];
  return {
    bursts: entries.map(([contestant, [a, b]]) => ({ contestant, length: 64, turns: [turn(a), turn(b)] })),
    others: { cores, loadBefore: 0, loadAfter: 0 },
  };
}

const decoding = (...rounds: Round[]): Decoding => ({ engines: {}, lengths: [64], rounds, longestTaskMs: 0 });

it("takes quantiles between neighbours", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 1)).toBe(5);
  expect(median([])).toBeNaN();
});

it("compares round by round, so that a slow round slows both", () => {
  const slow = round({ ours: [10, 10], "transformers.js": [30, 30] });
  const fast = round({ ours: [1, 1], "transformers.js": [2, 2] });
  const ratio = ratioOf(decoding(slow, fast, fast), ["ours", "transformers.js"], 64);
  expect(ratio).toEqual({ median: 2, low: 2, high: 3 });
  expect(speedOf(decoding(slow, fast, fast), "ours", 64)).toEqual({ tokensPerSecond: 1000, medianMs: 1, p95Ms: 1 });
});

it("leaves disturbed rounds out while three quiet ones remain", () => {
  const quiet = round({ ours: [1, 1] });
  const disturbed = round({ ours: [9, 9] }, 0.5);
  expect(countedRounds(decoding(quiet, disturbed, quiet, quiet))).toEqual([quiet, quiet, quiet]);
  expect(countedRounds(decoding(quiet, disturbed, quiet))).toHaveLength(3);
  expect(countedRounds(decoding(round({}, undefined)))).toHaveLength(1);
});

it("sees how far two turns of one contestant are apart", () => {
  expect(unsteadiness(round({ ours: [1, 1], "transformers.js": [1, 3] }))).toBeCloseTo(1);
});

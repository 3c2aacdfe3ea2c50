import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquare, drawHistogram } from "./histogram.ts";
import { mulberry32 } from "./random.ts";
import { drawToken, nextTokenDistribution } from "./sampling.ts";
import { plainSampling } from "./sampling-settings.ts";

const LOGITS = [0.6, 0.1, 0.08, 0.07, 0.05, 0.04, 0.03, 0.03].map(Math.log);
const candidates = nextTokenDistribution(LOGITS, plainSampling);

describe("drawHistogram", () => {
  it("counts the very tokens that drawToken draws from the same stream", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), fc.integer(), (weights, seed) => {
        const total = weights.reduce((a, b) => a + b);
        fc.pre(total > 0);
        const bars = weights.map((weight, id) => ({ id, prob: weight / total }));
        const rng = mulberry32(seed);
        const counts = new Map<number, number>();
        for (let i = 0; i < 200; i++) {
          const id = drawToken(bars, rng());
          counts.set(id, (counts.get(id) ?? 0) + 1);
        }
        const histogram = drawHistogram(bars, 200, mulberry32(seed));
        expect(histogram.map(({ count }) => count)).toEqual(bars.map(({ id }) => counts.get(id) ?? 0));
      }),
    );
  });

  it("gives a number on the edge between two bars to the second, as drawToken does", () => {
    const halves = [
      { id: 8, prob: 0.5 },
      { id: 9, prob: 0.5 },
    ];
    expect(drawHistogram(halves, 1, () => 0.5).map(({ count }) => count)).toEqual([0, 1]);
    expect(drawToken(halves, 0.5)).toBe(9);
  });

  it("expects probability × draws and calls the random stream once a draw", () => {
    let calls = 0;
    const histogram = drawHistogram(candidates, 1000, () => ++calls / 2000);
    expect(calls).toBe(1000);
    expect(histogram[0]!.expected).toBeCloseTo(600, 9);
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  });

  it("rejects a list from which nothing can be drawn", () => {
    expect(() => drawHistogram([], 1, Math.random)).toThrow(RangeError);
  });
});

describe("chiSquare", () => {
  it("gives the textbook value for a die: 60 throws, 5 8 9 8 10 20, 13.4 on 5 degrees of freedom", () => {
    const bars = [5, 8, 9, 8, 10, 20].map((count) => ({ count, expected: 10 }));
    const { statistic, degreesOfFreedom } = chiSquare(bars);
    expect(statistic).toBeCloseTo(13.4, 12);
    expect(degreesOfFreedom).toBe(5);
  });

  it("pools the bars that expect fewer than five", () => {
    const bars = [
      { count: 18, expected: 16 },
      { count: 1, expected: 2 },
      { count: 1, expected: 2 },
    ];
    expect(chiSquare(bars)).toEqual({ statistic: 0.25 + 1, degreesOfFreedom: 1 });
  });

  it("is infinite if something impossible was counted", () => {
    expect(
      chiSquare([
        { count: 1, expected: 0 },
        { count: 9, expected: 10 },
      ]).statistic,
    ).toBe(Infinity);
  });

  it.each([1, 2, 3, 4, 5])(
    "finds 20,000 draws of seed %i compatible with chance, and not with another split",
    (seed) => {
      const histogram = drawHistogram(candidates, 20_000, mulberry32(seed));
      const { statistic, degreesOfFreedom } = chiSquare(histogram);
      expect(degreesOfFreedom).toBe(7);
      expect(statistic).toBeLessThan(24.32); // the 99.9th percentile for 7 degrees of freedom
      const warmer = nextTokenDistribution(LOGITS, { ...plainSampling, temperature: 1.1 });
      const misjudged = histogram.map(({ count }, i) => ({ count, expected: warmer[i]!.prob * 20_000 }));
      expect(chiSquare(misjudged).statistic).toBeGreaterThan(24.32);
    },
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { chiSquare } from "./histogram.ts";
import { drawnJointly, drawPair, greedyPair, impossibleShare, tokensPushed } from "./parallel-drawing.ts";
import { mulberry32 } from "./random.ts";

it("mixes 6 : 1 in 12 of 49, and 1 : 1 in half", () => {
  expect(
    impossibleShare([
      [6, 0],
      [0, 1],
    ]),
  ).toEqual({ numerator: 12, denominator: 49 });
  expect(
    impossibleShare([
      [1, 0],
      [0, 1],
    ]),
  ).toEqual({ numerator: 1, denominator: 2 });
  expect(
    impossibleShare([
      [3, 3],
      [1, 1],
    ]),
  ).toEqual({ numerator: 0, denominator: 1 });
  expect(() => impossibleShare([[0]])).toThrow(RangeError);
});

it("mixes 2q(1 - q) blind, nothing one at a time, and keeps each token's share", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, (q, dependence) => {
      const drawn = drawnJointly(
        [
          [q, 0],
          [0, 1 - q],
        ],
        dependence,
      );
      expect(drawn[0]![1]! + drawn[1]![0]!).toBeCloseTo((1 - dependence) * 2 * q * (1 - q), 12);
      expect(drawn[0]![0]! + drawn[0]![1]!).toBeCloseTo(q, 12);
    }),
  );
  expect(() => drawnJointly([[1]], 2)).toThrow(RangeError);
});

it.each([0, 0.5, 1])("draws pairs in the shares that a dependence of %d gives", (dependence) => {
  const joint = [
    [6 / 7, 0],
    [0, 1 / 7],
  ];
  const rng = mulberry32(4);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 7000; i += 1) {
    const [first, second] = drawPair(joint, dependence, rng);
    counts[2 * first + second]! += 1;
  }
  const expected = drawnJointly(joint, dependence).flat();
  const bars = counts.map((count, i) => ({ count, expected: 7000 * expected[i]! }));
  expect(chiSquare(bars).statistic).toBeLessThan(16.27); // the 99.9th percentile for 3 degrees of freedom
});

it("writes a real name greedily both ways, unless the marginals mislead", () => {
  const names = [
    [6 / 7, 0],
    [0, 1 / 7],
  ];
  expect([greedyPair(names, "parallel"), greedyPair(names, "autoregressive")]).toEqual([
    [0, 0],
    [0, 0],
  ]);
  const misleading = [
    [0.4, 0, 0],
    [0, 0.3, 0],
    [0, 0.3, 0],
  ];
  expect(greedyPair(misleading, "parallel")).toEqual([0, 1]);
  expect(greedyPair(misleading, "autoregressive")).toEqual([0, 0]);
});

it("pushes 100 tokens with a cache and 5,050 without", () => {
  expect([tokensPushed(100, true), tokensPushed(100, false)]).toEqual([100, 5050]);
});

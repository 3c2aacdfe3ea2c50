import { describe, expect, it } from "vitest";
import { slopesAt, xs, ys } from "../gradient-descent/problem.ts";
import { readNudge, type Nudged } from "./nudge.ts";

const atStart = (nudged: Nudged, size: number) => readNudge({ w: 0, b: 0 }, nudged, size);

describe("a nudge at w = 0, b = 0", () => {
  it.each([
    ["w", "-0.045406"],
    ["b", "-0.012458"],
    ["both", "-0.057858"],
  ] as const)("of %s by a thousandth changes the loss by %s, as the lesson says", (nudged, change) => {
    expect(atStart(nudged, 0.001).change.toFixed(6)).toBe(change);
  });

  it("comes nearer to the slope the smaller it is", () => {
    const misses = [0.1, 0.01, 0.001, 0.000001].map((size) => {
      const { ratio, slope } = atStart("w", size);
      return Math.abs(ratio - slope);
    });
    expect(misses).toEqual(misses.toSorted((a, b) => b - a));
    expect(misses[0]).toBeCloseTo(1.1, 9); // half the curvature of 22, times 0.1
  });

  it("agrees with the formula to six decimals when made to both sides", () => {
    expect(atStart("w", 0.000001).fromBothSides.toFixed(6)).toBe("-45.416921");
    expect(atStart("b", 0.000001).fromBothSides.toFixed(6)).toBe("-12.459003");
    expect(atStart("w", 0.1).fromBothSides).toBeCloseTo(-45.416921, 6);
  });

  it("says of both together the sum of the two slopes", () => {
    expect(atStart("both", 0.001).slope).toBeCloseTo(-45.416921 - 12.459003, 5);
    expect(atStart("both", 0.001).fromBothSides).toBeCloseTo(-57.875924, 5);
  });
});

it("finds the slope of w at 0 where Σxy / Σx² says, b held at 0", () => {
  const [xy, xx] = [xs.reduce((sum, x, i) => sum + x * (ys[i] ?? 0), 0), xs.reduce((sum, x) => sum + x * x, 0)];
  expect((xy / xx).toFixed(6)).toBe("2.064405");
  expect(slopesAt({ w: xy / xx, b: 0 }).dw).toBeCloseTo(0, 9);
  expect(slopesAt({ w: 2.06, b: 0 }).dw).toBeLessThan(0);
  expect(slopesAt({ w: 2.07, b: 0 }).dw).toBeGreaterThan(0);
});

import { describe, expect, it } from "vitest";
import { linearScale, logScale, logScaleWithZero, percentage } from "./scale.ts";

describe("scales", () => {
  it("put equal differences, or equal ratios, equally far apart", () => {
    expect([40, 50, 65, 90].map(linearScale(40, 90))).toEqual([0, 20, 50, 100]);
    expect([1e8, 1e9, 1e10, 1e12].map(logScale(1e8, 1e12))).toEqual([0, 25, 50, 100]);
  });

  it("put 1 to 10 and 10 to 100 equally far apart, and 0 by itself", () => {
    const scale = logScaleWithZero(1, 100, 0.2);
    expect(scale(0)).toBe(0);
    expect([1, 10, 100].map((k) => Math.round(scale(k)))).toEqual([20, 60, 100]);
  });

  it("refuse what has no place", () => {
    expect(() => linearScale(0, 1)(1.1)).toThrow(RangeError);
    expect(() => linearScale(0, 1)(Number.NaN)).toThrow(RangeError);
    expect(() => linearScale(1, 1)).toThrow(RangeError);
    expect(() => logScale(0, 10)).toThrow(RangeError);
    expect(() => logScale(1, 10)(0)).toThrow(RangeError);
    expect(() => logScaleWithZero(1, 10, 0.2)(0.5)).toThrow(RangeError);
  });

  it("write a place without a tail of digits", () => {
    expect([100 / 3, 50, 0].map(percentage)).toEqual(["33.333%", "50%", "0%"]);
  });
});

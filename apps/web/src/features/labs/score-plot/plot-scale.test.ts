import { describe, expect, it } from "vitest";
import { axisRange, heightOf } from "./plot-scale.ts";

describe("axisRange", () => {
  it("starts a linear axis at 0 and ends it at a tick above the largest score", () => {
    expect(axisRange("linear", 67.2)).toEqual({ from: 0, to: 80, ticks: [0, 20, 40, 60, 80] });
    expect(axisRange("linear", 0.48)).toEqual({ from: 0, to: 5, ticks: [0, 5] });
    expect(axisRange("linear", 100).to).toBe(100);
  });

  it("leaves room at the top of the odds only where a score needs it", () => {
    expect(axisRange("log-odds", 67.2).to).toBe(90);
    expect(axisRange("log-odds", 98.9).to).toBe(99);
  });
});

describe("heightOf", () => {
  it("puts equal steps of the axis at equal distances", () => {
    const log = axisRange("log", 50);
    expect(heightOf(1, "log", log).height).toBeCloseTo(1 / 3, 10);
    expect(heightOf(10, "log", log).height).toBeCloseTo(2 / 3, 10);
    expect(heightOf(40, "linear", axisRange("linear", 67.2)).height).toBe(0.5);
  });

  it("keeps at the edge what has no place, and says so", () => {
    expect(heightOf(0, "log-odds", axisRange("log-odds", 50))).toEqual({ height: 0, isOff: true });
    expect(heightOf(0.05, "log", axisRange("log", 50))).toEqual({ height: 0, isOff: true });
    expect(heightOf(100, "log-odds", axisRange("log-odds", 100))).toEqual({ height: 1, isOff: true });
    expect(heightOf(0, "linear", axisRange("linear", 50))).toEqual({ height: 0, isOff: false });
  });
});

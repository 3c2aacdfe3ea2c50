import { describe, expect, it } from "vitest";
import { contoursOf, extentOf, frameOf, isWithin, pointsOf, ticksOf, wideExtent } from "./plane.ts";
import { bottom, lossOf, runListing } from "./problem.ts";

const pathOf = (rate: number, steps = 100) => [{ w: 0, b: 0 }, ...runListing(rate).updates.slice(0, steps)];

describe("extentOf", () => {
  it("stays near the valley for a run that does not overshoot", () => {
    expect(extentOf(pathOf(0.01)).zoom).toBe(1);
  });

  it("holds the whole path of a run that swings or slowly flies off", () => {
    for (const rate of [0.084, 0.085]) {
      const extent = extentOf(pathOf(rate));
      expect(extent.zoom).toBeGreaterThan(1);
      expect(pathOf(rate).every((line) => isWithin(extent, line))).toBe(true);
    }
  });

  it("widens as a run flies off, and gives up in the end", () => {
    const zooms = [1, 3, 6, 10, 15, 100].map((steps) => extentOf(pathOf(0.1, steps)).zoom);
    expect(zooms).toEqual(zooms.toSorted((a, b) => a - b));
    expect(new Set(zooms).size).toBeGreaterThan(3);
    expect(zooms.at(-1)).toBe(512);
    expect(extentOf([{ w: NaN, b: NaN }]).zoom).toBe(512);
  });
});

describe("ticksOf", () => {
  it("puts round numbers on the axis, and leaves room for its name", () => {
    expect(ticksOf([-0.2, 2.6])).toEqual([0, 1, 2]);
    expect(ticksOf([-0.8, 1.2])).toEqual([-0.5, 0, 0.5, 1]);
    expect(ticksOf(wideExtent.w)).toEqual([-1, 0, 1, 2, 3]);
    for (let zoom = 1; zoom <= 512; zoom *= 2) {
      const ticks = ticksOf([-zoom, zoom]);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(7);
      expect(ticks.every((tick) => tick >= -zoom && tick <= 0.82 * zoom)).toBe(true);
    }
  });
});

it("draws each contour where the loss is as high as it says, at any zoom", () => {
  for (const zoom of [1, 8]) {
    const extent = { w: [bottom.w - zoom, bottom.w + zoom], b: [bottom.b - zoom, bottom.b + zoom], zoom } as const;
    const frame = frameOf(extent);
    const [inner = ""] = contoursOf(extent, frame);
    const losses = inner
      .slice(1, -1)
      .split("L")
      .map((point) => point.split(" ").map(Number) as [number, number])
      .map(([x, y]) => lossOf(unmap(x, frame.x), unmap(y, frame.y)) - bottom.loss);
    for (const loss of losses) expect(loss / zoom ** 2).toBeCloseTo(0.05, 2);
  }
});

it("keeps what left the figure by far drawable", () => {
  const points = pointsOf(pathOf(0.1), frameOf(extentOf(pathOf(0.1))));
  expect(points.every(({ x, y }) => Math.abs(x) <= 1e4 && Math.abs(y) <= 1e4)).toBe(true);
});

/** Undoes a linear map. */
function unmap(value: number, map: (value: number) => number): number {
  return (value - map(0)) / (map(1) - map(0));
}

import { describe, expect, it } from "vitest";
import { axes, bottom, largestStableRate, lossOf, runListing, ys } from "./problem.ts";

describe("the listing's problem", () => {
  it("has numpy's five points to the last digit", () => {
    expect(ys).toEqual([
      2.2483570765056164, 3.930867849414408, 6.323844269050346, 8.761514928204013, 9.882923312638333,
    ]);
  });

  it.each([
    [0, "0.454169", "0.124590", "46.986831"],
    [20, "1.917792", "0.506678", "0.118566"],
    [40, "1.929980", "0.488269", "0.115394"],
    [60, "1.935247", "0.469369", "0.113459"],
    [80, "1.940141", "0.451700", "0.111769"],
  ])("prints the listing's line of epoch %i", (epoch, ...printed) => {
    const update = runListing(0.01).updates[epoch];
    expect([update?.w.toFixed(6), update?.b.toFixed(6), update?.loss.toFixed(6)]).toEqual(printed);
  });

  it("shows each update with the parameters it started from", () => {
    const { updates } = runListing(0.01);
    expect([updates[0]?.wBefore, updates[0]?.bBefore]).toEqual([0, 0]);
    for (const update of updates) expect(lossOf(update.wBefore, update.bBefore)).toBeCloseTo(update.loss, 9);
  });

  it("knows the bottom, the steepness and the largest stable rate", () => {
    expect([bottom.w, bottom.b, bottom.loss].map((value) => value.toFixed(6))).toEqual([
      "2.009978",
      "0.199568",
      "0.100119",
    ]);
    expect(axes.map((axis) => axis.curvature.toFixed(6))).toEqual(["23.661904", "0.338096"]);
    expect(largestStableRate.toFixed(6)).toBe("0.084524");
    expect(axes[0].w * axes[1].w + axes[0].b * axes[1].b).toBeCloseTo(0, 12);
  });

  it.each([
    [0.01, "0.11"],
    [0.08, "0.10"],
    [0.084, "3.96"],
    [0.085, "440.24"],
  ])("ends at learning rate %f with the loss the lesson names", (rate, loss) => {
    expect(runListing(rate).finalLoss.toFixed(2)).toBe(loss);
  });

  it("finds where b is largest", () => {
    expect(runListing(0.01).peakEpoch).toBe(17);
    expect(runListing(0.01).updates[17]?.b.toFixed(6)).toBe("0.507547");
  });
});

import { describe, expect, it } from "vitest";
import { candidates, drawNumber, sharesAt } from "./stated-candidates.ts";

const rounded = (temperature: number) => sharesAt(temperature).map(({ prob }) => Number(prob.toFixed(4)));

describe("the roll of the home page", () => {
  it("shows the stated shares at temperature 1", () => {
    expect(rounded(1)).toEqual([0.6, 0.1, 0.08, 0.07, 0.05, 0.04, 0.03, 0.03]);
  });

  it("shows the numbers of the lesson: 93% at T = 0.5, 32% at T = 2", () => {
    expect(rounded(0.5)[0]).toBe(0.9298);
    expect(rounded(2)[0]).toBe(0.3216);
  });

  it("has a word in each language for every share", () => {
    expect(candidates.zh).toHaveLength(sharesAt(1).length);
    expect(candidates.en).toHaveLength(sharesAt(1).length);
  });

  it("draws the same number at every temperature, so that only the borders move", () => {
    expect(drawNumber(7, sharesAt(0.1)).u).toBe(drawNumber(7, sharesAt(3)).u);
  });

  it("draws the candidate that covers u", () => {
    const shares = sharesAt(1);
    for (let seed = 0; seed < 200; seed++) {
      const { u, index } = drawNumber(seed, shares);
      const below = shares.slice(0, index).reduce((sum, { prob }) => sum + prob, 0);
      expect(u).toBeGreaterThanOrEqual(below - 1e-9);
      expect(u).toBeLessThan(below + (shares[index]?.prob ?? 0) + 1e-9);
    }
  });
});

import { describe, expect, it } from "vitest";
import { effectiveChoices, entropyBits } from "./entropy.ts";

describe("entropyBits", () => {
  it("is 3 bits for eight equal choices and 0 for a certainty", () => {
    expect(entropyBits(new Array<number>(8).fill(1 / 8))).toBe(3);
    expect(entropyBits([1, 0, 0])).toBe(0);
  });

  it("gives the bits of the lesson's splits: 1.2955 for 10/60/30 and 2.0398 for eight", () => {
    expect(entropyBits([0.1, 0.6, 0.3]).toFixed(4)).toBe("1.2955");
    expect(entropyBits([0.6, 0.1, 0.08, 0.07, 0.05, 0.04, 0.03, 0.03]).toFixed(4)).toBe("2.0398");
  });
});

describe("effectiveChoices", () => {
  it("counts equal choices, and is between them otherwise", () => {
    expect(effectiveChoices(Float64Array.of(0.25, 0.25, 0.25, 0.25))).toBe(4);
    expect(effectiveChoices([0.9, 0.1])).toBeCloseTo(1.384, 3);
  });
});

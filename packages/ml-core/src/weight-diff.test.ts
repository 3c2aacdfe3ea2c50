import { expect, it } from "vitest";
import { diffWeights } from "./weight-diff.ts";

it("counts changed numbers and finds the largest change", () => {
  const before = Float32Array.of(1, 2, 3, 4);
  expect(diffWeights(before, before.slice())).toEqual({ changedCount: 0, largestChange: 0, largestAt: null });
  const after = Float32Array.of(1, 2.5, 3, 1);
  expect(diffWeights(before, after)).toEqual({ changedCount: 2, largestChange: 3, largestAt: 3 });
});

it("sees the lowest bit, the sign of 0 and a NaN", () => {
  const flipped = Float32Array.of(1);
  new Uint32Array(flipped.buffer)[0]! ^= 1;
  expect(diffWeights(Float32Array.of(1), flipped)).toEqual({ changedCount: 1, largestChange: 2 ** -23, largestAt: 0 });
  expect(diffWeights(Float32Array.of(0), Float32Array.of(-0)).changedCount).toBe(1);
  expect(diffWeights(Float32Array.of(0), Float32Array.of(Number.NaN)).largestChange).toBe(Infinity);
  expect(() => diffWeights(new Float32Array(1), new Float32Array(2))).toThrow(RangeError);
});

it("does the same in float64", () => {
  const flipped = Float64Array.of(3, 1);
  new BigUint64Array(flipped.buffer)[1]! ^= 1n;
  expect(diffWeights(Float64Array.of(3, 1), flipped)).toEqual({
    changedCount: 1,
    largestChange: 2 ** -52,
    largestAt: 1,
  });
  expect(diffWeights(flipped, flipped.slice()).changedCount).toBe(0);
});

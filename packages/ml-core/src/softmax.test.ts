import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidLogitsError } from "./invalid-logits-error.ts";
import { softmax } from "./softmax.ts";

const logitsArbitrary = fc.array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 60 });

describe("softmax", () => {
  it("turns the logits of 1/2, 1/4, 1/8, 1/8 back into them", () => {
    [...softmax([0.5, 0.25, 0.125, 0.125].map(Math.log))].forEach((p, i) =>
      expect(p).toBeCloseTo([0.5, 0.25, 0.125, 0.125][i]!, 15),
    );
  });

  it("squares the odds at temperature 1/2 and takes their root at 2", () => {
    expect(softmax([Math.log(4), 0], 0.5)[0]).toBeCloseTo(16 / 17, 15);
    expect(softmax([Math.log(4), 0], 2)[0]).toBeCloseTo(2 / 3, 15);
  });

  it("survives logits that overflow exp, and gives impossible tokens exactly 0", () => {
    expect([...softmax([1e4, 1e4, -Infinity])]).toEqual([0.5, 0.5, 0]);
  });

  it("gives all to the first of the largest at temperature 0, and equal shares at infinity", () => {
    expect([...softmax([1, 3, 3], 0)]).toEqual([0, 1, 0]);
    expect([...softmax([1, 3, -Infinity, 3, 7], Infinity)]).toEqual([0.25, 0.25, 0, 0.25, 0.25]);
  });

  it("sums to 1 within 1e-12, for a vocabulary of 50,257 as well", () => {
    const sum = (probs: Float64Array) => probs.reduce((a, b) => a + b);
    fc.assert(
      fc.property(logitsArbitrary, fc.double({ min: 0.01, max: 100, noNaN: true }), (logits, temperature) => {
        expect(Math.abs(sum(softmax(logits, temperature)) - 1)).toBeLessThan(1e-12);
      }),
    );
    const vocabulary = Float32Array.from({ length: 50_257 }, (_, i) => 5 * Math.sin(i));
    expect(Math.abs(sum(softmax(vocabulary)) - 1)).toBeLessThan(1e-12);
  });

  it("does not write to the logits", () => {
    const logits = Float32Array.of(1, 2);
    softmax(logits);
    expect([...logits]).toEqual([1, 2]);
  });

  it.each([
    [[], "empty"],
    [[1, Number.NaN], "not-a-number"],
    [[1, Infinity], "not-a-number"],
    [[-Infinity, -Infinity], "nothing-possible"],
  ])("rejects the logits %o as %s", (logits, problem) => {
    expect(() => softmax(logits)).toThrow(InvalidLogitsError);
    expect(() => softmax(logits)).toThrow(expect.objectContaining({ problem }));
  });

  it.each([-1, Number.NaN])("rejects the temperature %s", (temperature) => {
    expect(() => softmax([1], temperature)).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankDescending } from "./ranking.ts";

describe("rankDescending", () => {
  it("puts the highest first and, in a tie, the smaller index first", () => {
    expect([...rankDescending(Float64Array.of(1, 3, -2, 3, -Infinity, 0.5))]).toEqual([1, 3, 0, 5, 2, 4]);
  });

  it("counts 0 and -0 as a tie", () => {
    expect([...rankDescending(Float64Array.of(-0, 0, -0))]).toEqual([0, 1, 2]);
  });

  it("gives what a comparison sort gives, for all doubles", () => {
    const few = fc.constantFrom(0, -0, 1, -1, 1e-310, -1e-310, Infinity, -Infinity);
    const scores = fc.array(fc.oneof(fc.double({ noNaN: true }), few), { maxLength: 60 });
    fc.assert(
      fc.property(scores, (values) => {
        const byComparison = values.map((_, i) => i).sort((a, b) => compare(values[b]!, values[a]!) || a - b);
        expect([...rankDescending(Float64Array.from(values))]).toEqual(byComparison);
      }),
    );
  });

  it("ranks more scores than fit into two bytes", () => {
    const scores = Float64Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 70_000);
    const order = rankDescending(scores);
    expect(order.every((index, rank) => scores[index] === 69_999 - rank)).toBe(true);
  });
});

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

import { describe, expect, it } from "vitest";
import golden from "../golden/random.json" with { type: "json" };
import { mulberry32, numpyRandom } from "./random.ts";

function times<T>(count: number, draw: () => T): T[] {
  return Array.from({ length: count }, draw);
}

describe("numpyRandom", () => {
  it.each(golden.numpy)("gives the stream of np.random.seed($seed), draw for draw", (expected) => {
    const rng = numpyRandom(expected.seed);
    expect(times(4, rng.random)).toEqual(expected.random);
    times(5, () => rng.normal(0, 0.5)).forEach((value, i) => expect(value).toBeCloseTo(expected.normal[i]!, 14));
    expect(rng.random()).toBe(expected.randomBetweenTheTwoOfAPair);
    times(2, () => rng.normal(10, 3)).forEach((value, i) =>
      expect(value).toBeCloseTo(expected.normalAfterThat[i]!, 13),
    );
    expect(times(2000, rng.random).at(-1)).toBe(expected.random2000DrawsLater);
  });

  it.each([-1, 2 ** 32, 0.5, Number.NaN])("rejects the seed %s, as numpy does", (seed) => {
    expect(() => numpyRandom(seed)).toThrow(RangeError);
  });
});

describe("mulberry32", () => {
  it.each(golden.mulberry32)("gives the published stream for the seed $seed", ({ seed, numbers }) => {
    expect(times(numbers.length, mulberry32(seed))).toEqual(numbers);
  });

  it("covers [0, 1) evenly: 100,000 draws fill ten bins to within 3 %", () => {
    const bins = new Array<number>(10).fill(0);
    times(100_000, mulberry32(7)).forEach((u) => bins[Math.floor(u * 10)]!++);
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(300);
  });
});

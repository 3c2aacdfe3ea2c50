import { expect, it } from "vitest";
import { cosineSimilarity, rankByCosine } from "./cosine.ts";

it("gives cosines known by hand", () => {
  expect(cosineSimilarity([3, 4], [4, 3])).toBeCloseTo(24 / 25, 14);
  expect(cosineSimilarity([1, 2], [-2, -4])).toBeCloseTo(-1, 14);
  expect(cosineSimilarity([0, 0], [1, 1])).toBe(0);
  expect(() => cosineSimilarity([1], [1, 2])).toThrow(RangeError);
});

it("ranks by direction and not by length, ties by smaller index", () => {
  const vectors = [
    [0, 9],
    [100, 100],
    [2, 0],
    [1, 0],
  ];
  expect(rankByCosine([1, 0], vectors).map(({ index }) => index)).toEqual([2, 3, 1, 0]);
});

import { rankDescending } from "../ranking.ts";

/**
 * Cosine of the angle between two vectors, a·b / (|a|·|b|).
 *
 * @param a - Shape [d], finite. `b` likewise.
 * @returns In [-1, 1]; 0 if a vector is all zeros, which has no direction.
 * @throws RangeError if the lengths differ.
 */
export function cosineSimilarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`vectors of ${a.length} and ${b.length} numbers cannot be compared`);
  const lengths = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
  return lengths === 0 ? 0 : Math.max(-1, Math.min(1, dot(a, b) / lengths));
}

/**
 * Ranks vectors by their cosine with a query.
 *
 * @param vectors - Shape [N][d], d as in the query.
 * @returns All N, most similar first, ties by smaller index.
 * @throws RangeError if the lengths differ.
 */
export function rankByCosine(
  query: ArrayLike<number>,
  vectors: readonly ArrayLike<number>[],
): { index: number; similarity: number }[] {
  const similarities = Float64Array.from(vectors, (vector) => cosineSimilarity(query, vector));
  return Array.from(rankDescending(similarities), (index) => ({ index, similarity: similarities[index]! }));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

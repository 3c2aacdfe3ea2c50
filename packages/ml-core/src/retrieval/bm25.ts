import { rankDescending } from "../ranking.ts";

/** A passage that shares a term with the query. */
export interface Hit {
  /** Which passage, counted from 0. */
  index: number;
  /** Sum of what its terms add, > 0. */
  score: number;
}

/** Passages prepared for scoring by BM25. */
export interface Bm25 {
  /** What a term is worth at most, ln(1 + (N - n + ½)/(n + ½)) for a term in n of N passages: > 0, more if rarer. */
  idf(term: string): number;
  /** What each term of the query adds to a passage, in the query's order; the sum is the passage's score. */
  contributions(query: readonly string[], index: number): number[];
  /** Score of every passage, shape [N], >= 0; 0 if it has no term of the query. A repeated query term counts again. */
  scores(query: readonly string[]): Float64Array;
  /** The passages with a score above 0, best first, ties by smaller index. */
  search(query: readonly string[]): Hit[];
}

/** How fast repetition saturates: finite, >= 0. */
const K1 = 1.2;
/** How much length counts: in [0, 1]. */
const B = 0.75;

/**
 * BM25 as in Lucene from version 8: a term found tf times adds idf · tf / (tf + k1·(1 - b + b·length/meanLength)).
 *
 * There is no factor k1 + 1 as in the original; it changes no ranking, and without it `idf` is the most a term can add.
 * Lucene rounds lengths to a byte; here they are exact.
 *
 * @param passages - The terms of each passage, with repetition, shape [N][length]. Not kept.
 * @param options.k1 - Finite, >= 0, by default 1.2. `b` - in [0, 1], by default 0.75.
 * @throws RangeError if an option is out of range; from `contributions` if there is no such passage.
 * @see Robertson & Zaragoza, 2009, The Probabilistic Relevance Framework: BM25 and Beyond
 */
export function createBm25(
  passages: readonly (readonly string[])[],
  { k1 = K1, b = B }: { k1?: number; b?: number } = {},
): Bm25 {
  if (!(k1 >= 0 && k1 < Infinity)) throw new RangeError(`k1 must be at least 0 and finite, got ${k1}`);
  if (!(b >= 0 && b <= 1)) throw new RangeError(`b must be in [0, 1], got ${b}`);
  const counts = passages.map((terms) => countTerms(terms));
  const passagesWith = countTerms(counts.flatMap((count) => [...count.keys()]));
  const meanLength = passages.reduce((sum, { length }) => sum + length, 0) / passages.length;
  const brakes = passages.map(({ length }) => k1 * (1 - b + (b * length) / meanLength));

  const idf = (term: string) => {
    const n = passagesWith.get(term) ?? 0;
    return Math.log(1 + (passages.length - n + 0.5) / (n + 0.5));
  };
  const contributions = (query: readonly string[], index: number) => {
    const count = counts[index];
    if (!count) throw new RangeError(`there is no passage ${index}`);
    return query.map((term) => {
      const tf = count.get(term) ?? 0;
      return tf === 0 ? 0 : (idf(term) * tf) / (tf + brakes[index]!);
    });
  };
  const scores = (query: readonly string[]) =>
    Float64Array.from(passages, (_, index) => contributions(query, index).reduce((a, c) => a + c, 0));
  const search = (query: readonly string[]) => {
    const all = scores(query);
    const hits = Array.from(rankDescending(all), (index) => ({ index, score: all[index]! }));
    return hits.filter(({ score }) => score > 0);
  };
  return { idf, contributions, scores, search };
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

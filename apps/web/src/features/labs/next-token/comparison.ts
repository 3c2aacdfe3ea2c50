import type { Distribution } from "./distribution.ts";

/** One token under two prompts: its probability in each draw, 0 where it was cut. */
export interface PairRow {
  id: number;
  here: number;
  there: number;
}

/** Two tables side by side. */
export interface Comparison {
  /** The likeliest of either, first those of the first table. */
  rows: readonly PairRow[];
  /** Σ min(p, q) over the whole vocabulary, in [0, 1]: 1 for equal tables, 0 for tables with no token in common. */
  shared: number;
}

/** Puts two tables side by side: the union of the `top` likeliest tokens of each. */
export function compareTables(here: Distribution, there: Distribution, top: number): Comparison {
  const [hereById, thereById] = [byId(here), byId(there)];
  const ids = new Set([...here.candidates.slice(0, top), ...there.candidates.slice(0, top)].map(({ id }) => id));
  const rows = [...ids].map((id) => ({ id, here: hereById.get(id) ?? 0, there: thereById.get(id) ?? 0 }));
  let shared = 0;
  for (const [id, prob] of hereById) shared += Math.min(prob, thereById.get(id) ?? 0);
  return { rows, shared: Math.min(1, shared) };
}

function byId({ candidates }: Distribution): Map<number, number> {
  return new Map(candidates.map(({ id, prob }) => [id, prob]));
}

import { explainDistribution, plainSampling, type Candidate } from "@fewshot/ml-core";
import type { GlassModel, GlassReading } from "@fewshot/lm/glass";
import type { TokenPiece } from "../next-token/token-piece.ts";

/** The most tokens that are looked at, the end token before the text included: a matrix of more has no room. */
export const mostTokens = 20;

/** A text that was read, and all that is shown of it. */
export interface Inside {
  glass: GlassModel;
  reading: GlassReading;
  ids: readonly number[];
  /** How a token is displayed. */
  piece: (id: number) => TokenPiece;
  /** True if the text was longer than what is shown. */
  isCut: boolean;
}

export interface HeadId {
  layer: number;
  head: number;
}

/** The shares of one head, shape [T][T]: row i is what position i takes from each position. */
export function sharesOf({ glass, reading, ids }: Inside, { layer, head }: HeadId): number[][] {
  const length = ids.length;
  const all = reading.attention[layer];
  if (all === undefined || head >= glass.heads) return [];
  return ids.map((_, i) => {
    const start = (head * length + i) * length;
    return [...all.subarray(start, start + length)];
  });
}

/** How much a head puts on the token just before, averaged over all positions that have one, in [0, 1]. */
export function oneBackShare(shares: readonly (readonly number[])[]): number {
  const backs = shares.slice(1).map((row, i) => row[i] ?? 0);
  return backs.length === 0 ? 0 : backs.reduce((a, b) => a + b, 0) / backs.length;
}

/** The largest share to the right of the diagonal over every head of every layer, and how many cells that are. */
export function largestAhead(inside: Inside): { largest: number; cells: number } {
  const cells = headIds(inside).flatMap((id) => sharesOf(inside, id).flatMap((row, i) => row.slice(i + 1)));
  return { largest: cells.reduce((a, b) => Math.max(a, b), 0), cells: cells.length };
}

/** Every head, layer by layer. */
export function headIds({ glass }: Inside): HeadId[] {
  return Array.from({ length: glass.layers * glass.heads }, (_, i) => {
    return { layer: Math.floor(i / glass.heads), head: i % glass.heads };
  });
}

/**
 * The logit lens at one position: the likeliest next tokens if the output layer read the state there already. Row 0 is
 * the embedding, row i what layer i left; the last row is the model's own answer.
 */
export function lensRows({ glass, reading }: Inside, position: number, top: number): Candidate[][] {
  return reading.hidden.map((state) => {
    const own = state.subarray(position * glass.width, (position + 1) * glass.width);
    return explainDistribution(glass.lens(own), plainSampling).kept.slice(0, top);
  });
}

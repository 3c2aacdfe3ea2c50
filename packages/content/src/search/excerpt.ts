import { tokensIn, type Token } from "./tokens.ts";

/** A text in pieces; `isHit` marks what the query found. */
export type MarkedText = { text: string; isHit: boolean }[];

/** Marks what stands for one of the terms. Hits that touch become one. */
export function markTerms(text: string, terms: ReadonlySet<string>): MarkedText {
  const pieces: MarkedText = [];
  let done = 0;
  const add = (end: number, isHit: boolean): void => {
    if (end <= done) return;
    const piece = text.slice(done, end);
    const last = pieces.at(-1);
    if (last?.isHit === isHit) last.text += piece;
    else pieces.push({ text: piece, isHit });
    done = end;
  };
  for (const { term, start, end } of tokensIn(text)) {
    if (!terms.has(term)) continue;
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}

/** How many different terms of the query a text holds. */
export function termsHeld(text: string, terms: ReadonlySet<string>): number {
  return new Set(tokensIn(text).flatMap(({ term }) => (terms.has(term) ? [term] : []))).size;
}

/** The hit from which a stretch of this length holds the most different terms; the first such. */
function bestStart(hits: readonly Token[], length: number): number {
  let best = { start: 0, count: 0 };
  for (const { start } of hits) {
    const inside = hits.filter((hit) => hit.start >= start && hit.end <= start + length);
    const count = new Set(inside.map(({ term }) => term)).size;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

/**
 * The part of a passage around what was found, with the hits marked. Cut at words, with an ellipsis where it is cut.
 *
 * @param length - In UTF-16 units; what is shorter stays whole.
 */
export function excerpt(passage: string, terms: ReadonlySet<string>, length: number): MarkedText {
  if (passage.length <= length) return markTerms(passage, terms);
  const tokens = tokensIn(passage);
  const around = bestStart(
    tokens.filter(({ term }) => terms.has(term)),
    length,
  );
  const earliest = Math.max(0, Math.min(around - length / 4, passage.length - length));
  const start = earliest === 0 ? 0 : (tokens.find((token) => token.start >= earliest)?.start ?? 0);
  const limit = start + length;
  const end = limit >= passage.length ? passage.length : (tokens.findLast((token) => token.end <= limit)?.end ?? limit);
  const marked = markTerms(passage.slice(start, end), terms);
  if (start > 0) marked.unshift({ text: "…", isHit: false });
  if (end < passage.length) marked.push({ text: "…", isHit: false });
  return marked;
}

/** A stretch of a text: `text` is its characters from `start` up to `end` (UTF-16 indices). */
export interface Passage {
  start: number;
  end: number;
  text: string;
}

const BLANK_LINE = /\n[^\S\n]*\n/;
// A full stop ends a sentence only before a space, so that 45.4 and e.g. in a formula stay whole.
const SENTENCE_END = /[。！？…]+[”’」』）]*|[.!?]+["'”’)]*(?=\s|$)/;

/**
 * Chunks a text into passages for a search: whole sentences, as many of a paragraph as fit.
 *
 * A passage never goes over a blank line. A sentence that is too long alone is cut where it must be, but never inside
 * a surrogate pair. White space around a passage belongs to none; every other character belongs to exactly one.
 *
 * @param maxLength - Most UTF-16 units of a passage, an integer >= 2.
 * @returns In the text's order, none empty.
 * @throws RangeError if `maxLength` is not such an integer.
 */
export function splitPassages(text: string, maxLength: number): Passage[] {
  if (!Number.isInteger(maxLength) || maxLength < 2) throw new RangeError(`maxLength is ${maxLength}`);
  const passages: Passage[] = [];
  for (const [start, end] of cutAfter(text, [0, text.length], BLANK_LINE)) {
    let open: Passage | undefined;
    for (const sentence of cutAfter(text, [start, end], SENTENCE_END)) {
      const joined = open && trimmed(text, open.start, sentence[1]);
      const fits = joined !== undefined && joined.text.length <= maxLength;
      if (fits) passages.pop();
      passages.push(...cutToLength(text, fits ? joined : trimmed(text, ...sentence), maxLength));
      open = passages.at(-1);
    }
  }
  return passages;
}

type Range = readonly [start: number, end: number];

/** Cuts a range after every match of `pattern`. The ranges lie end to end. */
function cutAfter(text: string, [start, end]: Range, pattern: RegExp): Range[] {
  const cuts = Array.from(
    text.slice(start, end).matchAll(new RegExp(pattern, "gu")),
    (match) => start + match.index + match[0].length,
  );
  const edges = [start, ...cuts.filter((cut) => cut < end), end];
  return edges.slice(1).map((edge, index) => [edges[index]!, edge] as const);
}

/** The range without white space at its ends; empty if it has nothing else. */
function trimmed(text: string, start: number, end: number): Passage {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  const kept = part.trim();
  return { start: from, end: from + kept.length, text: kept };
}

function cutToLength(text: string, { start, end }: Passage, maxLength: number): Passage[] {
  const pieces: Passage[] = [];
  for (let from = start; from < end;) {
    let to = Math.min(end, from + maxLength);
    const splitsPair = to < end && /[\ud800-\udbff]/.test(text[to - 1]!) && /[\udc00-\udfff]/.test(text[to]!);
    if (splitsPair) to--;
    const piece = trimmed(text, from, to);
    if (piece.text !== "") pieces.push(piece);
    from = to;
  }
  return pieces;
}

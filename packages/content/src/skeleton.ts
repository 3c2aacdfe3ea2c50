import type { CompileProblem } from "./source-file.ts";

/** A part that both languages must have: a block, or a formula inside running text. */
export type Mark = { kind: "block" | "formula"; what: string };

export type SkeletonPart = Mark & { line: number };

/** Formulas may change places within a passage, as words do between languages; blocks may not. */
function inOrder(parts: readonly SkeletonPart[]): SkeletonPart[] {
  let passage = 0;
  const placed = parts.map((part) => {
    if (part.kind === "block") passage += 2;
    return { part, passage: part.kind === "block" ? passage : passage + 1 };
  });
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return placed.sort((a, b) => a.passage - b.passage || byName(a.part.what, b.part.what)).map(({ part }) => part);
}

const say = (part: SkeletonPart | undefined) => (part ? `${part.what} (line ${part.line})` : "nothing more");

/**
 * Compare the skeletons of a lesson in both languages. Only the first difference is reported: whatever comes after one
 * is out of step as well.
 */
export function compareSkeletons(
  zh: { file: string; parts: readonly SkeletonPart[] },
  en: { file: string; parts: readonly SkeletonPart[] },
): CompileProblem[] {
  const [zhParts, enParts] = [inOrder(zh.parts), inOrder(en.parts)];
  const first = zhParts.findIndex((part, index) => part.what !== enParts[index]?.what);
  const at = first === -1 ? zhParts.length : first;
  if (first === -1 && enParts.length === zhParts.length) return [];
  const line = enParts[at]?.line ?? enParts.at(-1)?.line ?? 1;
  const what = `the two languages part here: ${en.file} has ${say(enParts[at])}, ${zh.file} has ${say(zhParts[at])}`;
  return [{ file: en.file, line, what }];
}

import type { Block, Inline, LabBlock, Table } from "../block.ts";
import type { Lesson } from "../course.ts";
import { plainText } from "../plain-text.ts";

/** What stands under one heading, as plain passages. `id` and `heading` are null before the first heading. */
export type Section = { id: string | null; heading: string | null; passages: string[] };

const cellsOf = ({ header, rows }: Table): Inline[][] => [header, ...rows].flat();

const labTexts = ({ bet, missions, seen }: LabBlock): Inline[][] => [
  bet,
  ...missions.map(({ children }) => children),
  seen,
];

/** The text of a block. Displayed formulas have none, and a check has none: questions are not searched. */
function passagesOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
      return [plainText(block.children)];
    case "list":
      return block.items.map((item) => item.flatMap(passagesOf).join(" "));
    case "table":
      return [cellsOf(block).map(plainText).join(" · ")];
    case "note":
    case "figure":
      return block.children.flatMap(passagesOf);
    case "lab":
      return labTexts(block).map(plainText);
    default:
      return [];
  }
}

/** A lesson as the search reads it, heading by heading. */
export function sectionsOf({ blocks }: Lesson): Section[] {
  let current: Section = { id: null, heading: null, passages: [] };
  const sections = [current];
  for (const block of blocks) {
    if (block.type === "heading") {
      current = { id: block.id, heading: plainText(block.children), passages: [] };
      sections.push(current);
    } else {
      current.passages.push(...passagesOf(block).filter((text) => text.trim() !== ""));
    }
  }
  return sections;
}

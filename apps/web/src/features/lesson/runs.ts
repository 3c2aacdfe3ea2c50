import type { Block } from "@fewshot/content";

export type NoteBlock = Extract<Block, { type: "note" }>;

/** Blocks that stand in the text column together, with notes beside them; or one block that interrupts the text. */
export type Run = { type: "prose"; blocks: Block[]; notes: NoteBlock[] } | { type: "interruption"; block: Block };

const interrupting = new Set<Block["type"]>(["lab", "check", "figure"]);

/**
 * Groups neighbouring blocks of prose; order is kept. A note ends the prose before it and stands beside what follows;
 * at the end of a lesson, or before an interruption, it has a run of its own.
 */
export function splitIntoRuns(blocks: readonly Block[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (interrupting.has(block.type)) runs.push({ type: "interruption", block });
    else if (block.type === "note") runs.push({ type: "prose", blocks: [], notes: [block] });
    else if (last?.type === "prose") last.blocks.push(block);
    else runs.push({ type: "prose", blocks: [block], notes: [] });
  }
  return runs;
}

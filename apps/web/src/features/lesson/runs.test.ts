import type { Block } from "@fewshot/content";
import { describe, expect, it } from "vitest";
import { splitIntoRuns } from "./runs.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", children: [{ type: "text", text }] });
const note: Block = { type: "note", children: [] };
const check: Block = { type: "check", itemId: "a/b/c" };

const shape = (blocks: Block[]) =>
  splitIntoRuns(blocks).map((run) =>
    run.type === "prose" ? `prose ${run.blocks.length}+${run.notes.length}` : run.block.type,
  );

describe("splitIntoRuns", () => {
  it("keeps neighbouring prose together and lets a check interrupt it", () => {
    expect(shape([paragraph("a"), paragraph("b"), check, paragraph("c")])).toEqual(["prose 2+0", "check", "prose 1+0"]);
  });

  it("puts a note beside the prose that follows it", () => {
    expect(shape([paragraph("a"), note, paragraph("b"), paragraph("c")])).toEqual(["prose 1+0", "prose 2+1"]);
  });

  it("loses no block, whatever the order", () => {
    const blocks = [note, check, note, note, paragraph("a"), check, note];
    const runs = splitIntoRuns(blocks);
    const count = runs.reduce((sum, run) => sum + (run.type === "prose" ? run.blocks.length + run.notes.length : 1), 0);
    expect(count).toBe(blocks.length);
  });
});

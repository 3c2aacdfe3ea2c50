import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAttempt } from "../testing/factories.ts";
import { createTestDb } from "../testing/index.ts";
import { findDraft, saveDraft } from "./draft.ts";

let test: Awaited<ReturnType<typeof createTestDb>>;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.close());

const at = new Date("2026-11-30T08:00:00.000Z");

/** Saves to the one slot of a new attempt, from the page "here" unless told otherwise. */
async function aSlot() {
  const { id: attemptId, userId } = await anAttempt(test.db);
  const save = (given: { choice: string; baseRev: number; clientSeq: number; clientId?: string }) => {
    const { choice, clientId = "here", ...rest } = given;
    const who = { attemptId, userId, position: 1, clientId };
    return saveDraft(test.db, { ...who, ...rest, response: { choice }, at, deadlineFloor: at });
  };
  return { save, stored: () => findDraft(test.db, { attemptId, position: 1 }) };
}

describe("saveDraft", () => {
  it("takes a newer answer of the same page although it never heard of its last revision", async () => {
    const { save, stored } = await aSlot();
    await save({ choice: "a", baseRev: 0, clientSeq: 1 });
    expect(await save({ choice: "b", baseRev: 0, clientSeq: 2 })).toMatchObject({ rev: 2 });
    expect(await stored()).toMatchObject({ response: { choice: "b" }, rev: 2, clientSeq: 2 });
  });

  it("refuses an older answer of the same page that arrives late", async () => {
    const { save, stored } = await aSlot();
    await save({ choice: "b", baseRev: 0, clientSeq: 2 });
    expect(await save({ choice: "a", baseRev: 0, clientSeq: 1 })).toBeNull();
    expect(await stored()).toMatchObject({ response: { choice: "b" }, rev: 1 });
  });

  it("refuses a newer answer of the page once another page has written", async () => {
    const { save, stored } = await aSlot();
    await save({ choice: "a", baseRev: 0, clientSeq: 1 });
    await save({ choice: "c", baseRev: 1, clientSeq: 1, clientId: "there" });
    expect(await save({ choice: "b", baseRev: 1, clientSeq: 2 })).toBeNull();
    expect(await stored()).toMatchObject({ response: { choice: "c" }, clientId: "there" });
  });
});

import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "./client.ts";
import {
  aClass,
  anAssignment,
  anAttempt,
  anEnrollment,
  anItemVersion,
  aUser,
  createTestDb,
  type TestDb,
} from "./testing/index.ts";

let test: TestDb;
let db: Db;

beforeAll(async () => {
  test = await createTestDb();
  db = test.db;
});
afterAll(() => test.close());

async function aScoredResponse() {
  const attempt = await anAttempt(db);
  const [slot] = attempt.slots;
  const response = await db.response.create({
    data: { attemptSlotId: slot!.id, seq: 1, kind: "final", response: { choice: "a" } },
  });
  const score = await db.score.create({
    data: {
      responseId: response.id,
      seq: 1,
      itemVersionId: slot!.itemVersionId,
      scorerVersion: "1",
      source: "auto",
      points: "1",
      max: "1",
      detail: {},
    },
  });
  return { attempt, slot: slot!, response, score };
}

describe("append-only tables", () => {
  it("refuse to change or delete a response and its score", async () => {
    const { response, score } = await aScoredResponse();
    await expect(db.response.update({ where: { id: response.id }, data: { kind: "auto" } })).rejects.toThrow(
      /append-only/,
    );
    await expect(db.score.update({ where: { id: score.id }, data: { points: "0" } })).rejects.toThrow(/append-only/);
    await expect(db.score.delete({ where: { id: score.id } })).rejects.toThrow(/append-only/);
    expect(await db.score.findUnique({ where: { id: score.id }, select: { points: true } })).not.toBeNull();
  });

  it.each(["item_version", "item_key", "attempt_slot", "response", "score", "check_answer", "audit_event"])(
    "%s refuses UPDATE, DELETE and TRUNCATE",
    async (table) => {
      const { slot } = await aScoredResponse();
      const userId = (await aUser(db)).id;
      const counts = { itemId: "x", itemVersionId: slot.itemVersionId, seed: "s", response: {}, points: "0", max: "1" };
      await db.checkAnswer.create({ data: { userId, ...counts } });
      await db.auditEvent.create({ data: { action: "test", subject: "test:1" } });
      const key = table === "item_key" ? "item_version_id" : "id";
      await expect(db.$executeRawUnsafe(`UPDATE "${table}" SET "${key}" = "${key}"`)).rejects.toThrow(/append-only/);
      await expect(db.$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/append-only|foreign key/);
      await expect(db.$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(/append-only/);
    },
  );

  it("keep a regrade beside the score it supersedes", async () => {
    const { score } = await aScoredResponse();
    const { id: _, ...copy } = score;
    await db.score.create({ data: { ...copy, seq: 2, source: "regrade", points: "0.5", detail: {} } });
    await expect(db.score.create({ data: { ...copy, seq: 2, detail: {} } })).rejects.toThrow(/Unique constraint/);
  });
});

describe("attempts", () => {
  it("allow one open practice attempt per person and module, and another person's beside it", async () => {
    const userId = (await aUser(db)).id;
    await anAttempt(db, { userId });
    await expect(anAttempt(db, { userId, number: 2 })).rejects.toThrow(/Unique constraint/);
    await anAttempt(db, { userId, number: 2, moduleSlug: "another-module" });
    await anAttempt(db);
  });

  it("allow a new practice attempt once the first is submitted, but never the same number twice", async () => {
    const userId = (await aUser(db)).id;
    const first = await anAttempt(db, { userId });
    await db.attempt.update({
      where: { id: first.id },
      data: { state: "submitted", submittedAt: new Date(), submitKey: uuidv7() },
    });
    await expect(anAttempt(db, { userId, number: 1 })).rejects.toThrow(/Unique constraint/);
    await anAttempt(db, { userId, number: 2 });
  });

  it("allow one open attempt per person and assignment, apart from practice", async () => {
    const { id: classId } = await aClass(db);
    const { userId } = await anEnrollment(db, { classId });
    const { id: assignmentId } = await anAssignment(db, { classId });
    await anAttempt(db, { userId, assignmentId });
    await expect(anAttempt(db, { userId, assignmentId, number: 2 })).rejects.toThrow(/Unique constraint/);
    await anAttempt(db, { userId });
  });

  it("recognise a start that is sent twice by its request id", async () => {
    const userId = (await aUser(db)).id;
    const startRequestId = uuidv7();
    await anAttempt(db, { userId, startRequestId });
    await expect(anAttempt(db, { userId, startRequestId, moduleSlug: "another-module" })).rejects.toThrow(/Unique/);
  });

  it("are final once submitted", async () => {
    const { id } = await anAttempt(db, {
      state: "submitted",
      submittedAt: new Date(Date.now() + 1000),
      submitKey: "k",
    });
    await expect(
      db.attempt.update({ where: { id }, data: { state: "open", submittedAt: null, submitKey: null } }),
    ).rejects.toThrow(/is submitted/);
  });

  it("cannot be submitted without a time and a key", async () => {
    await expect(anAttempt(db, { state: "submitted" })).rejects.toThrow(/attempt_submitted_is_complete/);
  });
});

describe("ranges and vocabularies", () => {
  it.each([
    ["points above the maximum", { points: "1.0001" }, /score_points_range/],
    ["negative points", { points: "-0.0001" }, /score_points_range/],
    ["an unknown source", { source: "guess" }, /score_source_known/],
  ])("refuse a score with %s", async (_, wrong, message) => {
    const { score } = await aScoredResponse();
    const { id: _id, ...copy } = score;
    await expect(db.score.create({ data: { ...copy, seq: 2, detail: {}, ...wrong } })).rejects.toThrow(message);
  });

  it("keep four decimals of points exactly", async () => {
    const { score } = await aScoredResponse();
    const { id: _, ...copy } = score;
    const third = await db.score.create({ data: { ...copy, seq: 2, detail: {}, points: "0.3333" } });
    expect(third.points.toString()).toBe("0.3333");
  });

  it("refuse a class in a time zone that does not exist", async () => {
    await expect(aClass(db, { timeZone: "Asia/Atlantis" })).rejects.toThrow(/time zone/);
  });

  it("refuse an assignment that closes before it is due", async () => {
    const { id: classId } = await aClass(db);
    await expect(anAssignment(db, { classId, closesAt: new Date("2026-11-30T00:00:00Z") })).rejects.toThrow(
      /assignment_closes_after_due/,
    );
  });

  it("refuse a role, a language and a join code that nobody knows", async () => {
    const { id: classId } = await aClass(db);
    await expect(anEnrollment(db, { classId, role: "owner" })).rejects.toThrow(/enrollment_role_known/);
    await expect(aUser(db, { locale: "fr" })).rejects.toThrow(/app_user_locale_known/);
    await expect(aClass(db, { joinCode: "abc" })).rejects.toThrow(/class_join_code_form/);
  });

  it("refuse an erased user who still has an address", async () => {
    await expect(aUser(db, { erasedAt: new Date() })).rejects.toThrow(/app_user_erased_has_no_address/);
    const id = uuidv7();
    await aUser(db, { id, name: "", email: `erased-${id}@erased.invalid`, erasedAt: new Date() });
  });

  it("store one version of an item per content", async () => {
    const { itemId, contentHash } = await anItemVersion(db);
    await expect(anItemVersion(db, { itemId, contentHash })).rejects.toThrow(/Unique constraint/);
    await anItemVersion(db, { itemId });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aUser, createTestDb, type TestDb } from "./testing/index.ts";
import { inTransaction } from "./transaction.ts";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.close());

describe("inTransaction", () => {
  it("runs the victim of a deadlock again, so that both changes are made", async () => {
    const [first, second] = [await aUser(test.db), await aUser(test.db)];
    let met = 0;
    let meet: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const rename = (ids: [string, string], name: string) =>
      inTransaction(test.db, async (tx) => {
        await tx.user.update({ where: { id: ids[0] }, data: { name } });
        met += 1;
        if (met === 2) meet();
        await bothHoldOne;
        await tx.$executeRaw`UPDATE app_user SET name = ${name} WHERE id = ${ids[1]}::uuid`;
      });
    await Promise.all([rename([first.id, second.id], "one"), rename([second.id, first.id], "two")]);
    const names = await test.db.user.findMany({ where: { id: { in: [first.id, second.id] } }, select: { name: true } });
    expect(new Set(names.map(({ name }) => name)).size).toBe(1);
    expect(met).toBe(3);
  });

  it("undoes everything when the work fails, and does not try again", async () => {
    let runs = 0;
    const failing = inTransaction(test.db, async (tx) => {
      runs += 1;
      await aUser(tx, { email: "undone@example.test" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(runs).toBe(1);
    expect(await test.db.user.count({ where: { email: "undone@example.test" } })).toBe(0);
  });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { runSql } from "./database-admin.ts";
import { createTestDb, type TestDb } from "./testing/index.ts";

let test: TestDb;

beforeAll(async () => {
  test = await createTestDb({ max: 2 });
});
afterAll(() => test.close());

it.each([
  ["statement_timeout", "5s"],
  ["lock_timeout", "2s"],
  ["idle_in_transaction_session_timeout", "10s"],
])("has Postgres enforce %s after %s", async (setting, value) => {
  expect(await test.db.$queryRaw`SELECT current_setting(${setting}) AS value`).toEqual([{ value }]);
});

it("opens no more connections than its pool may have", async () => {
  const slow = Array.from({ length: 6 }, () => test.db.$queryRaw`SELECT pg_backend_pid() AS pid, pg_sleep(0.05)::text`);
  const rows = (await Promise.all(slow)).flat() as { pid: number }[];
  expect(new Set(rows.map(({ pid }) => pid)).size).toBeLessThanOrEqual(2);
});

it("goes on after the server has cut its idle connections", async () => {
  await test.db.$queryRaw`SELECT 1`;
  await runSql(
    test.url,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await expect.poll(() => test.db.user.count().catch(() => null)).toBe(0);
});

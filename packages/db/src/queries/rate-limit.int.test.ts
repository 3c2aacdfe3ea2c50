import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDb, type TestDb } from "../testing/index.ts";
import { consumeRate, resetRate } from "./rate-limit.ts";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb({ max: 8 });
});
afterAll(() => test.close());

const rule = { windowMs: 60_000, max: 10 };
const now = 1_800_000_000_000;

describe("consumeRate", () => {
  it("lets exactly ten of fifty simultaneous events through", async () => {
    const events = Array.from({ length: 50 }, () => consumeRate(test.db, { key: "storm", rule, now }));
    const verdicts = await Promise.all(events);
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  it("opens again when the window is over, however often it refused meanwhile", async () => {
    const at = (later: number) =>
      consumeRate(test.db, { key: "patience", rule: { ...rule, max: 1 }, now: now + later });
    expect(await at(0)).toEqual({ allowed: true, retryAfterMs: 0 });
    expect(await at(20_000)).toEqual({ allowed: false, retryAfterMs: 40_000 });
    expect(await at(59_999)).toEqual({ allowed: false, retryAfterMs: 1 });
    expect(await at(60_000)).toEqual({ allowed: true, retryAfterMs: 0 });
    expect(await at(60_001)).toMatchObject({ allowed: false });
  });

  it("counts keys apart and forgets one on request", async () => {
    const one = (key: string) => consumeRate(test.db, { key, rule: { ...rule, max: 1 }, now });
    await one("a");
    expect(await one("b")).toMatchObject({ allowed: true });
    expect(await one("a")).toMatchObject({ allowed: false });
    await resetRate(test.db, "a");
    expect(await one("a")).toMatchObject({ allowed: true });
  });

  it("sweeps out what was not touched for a day, and nothing younger", async () => {
    const day = 24 * 60 * 60 * 1000;
    await consumeRate(test.db, { key: "yesterday", rule, now: now - day - 1 });
    await consumeRate(test.db, { key: "today", rule, now: now - day + 1 });
    await consumeRate(test.db, { key: "sweeper", rule, now });
    const keys = await test.db.rateLimit.findMany({
      where: { key: { in: ["yesterday", "today"] } },
      select: { key: true },
    });
    expect(keys).toEqual([{ key: "today" }]);
  });
});

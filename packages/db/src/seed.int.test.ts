import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DEMO_EMAILS, DEMO_JOIN_CODE, DEMO_PASSWORD, seedDemo } from "./seed.ts";
import { aUser, createTestDb, type TestDb } from "./testing/index.ts";

const now = new Date("2026-11-23T17:30:00Z");
const hashPassword = vi.fn((password: string) => Promise.resolve(`hash of ${password}`));
let test: TestDb;

beforeEach(async () => {
  hashPassword.mockClear();
  test = await createTestDb();
});
afterEach(() => test.close());

it("makes four accounts, a class and an assignment due in fourteen days at 20:00 class time", async () => {
  expect(await seedDemo(test.db, { hashPassword, now })).toBe(true);
  const enrollments = await test.db.enrollment.findMany({ select: { role: true, user: { select: { email: true } } } });
  expect(enrollments.map(({ role, user }) => `${role} ${user.email}`).sort()).toEqual([
    "instructor teacher@example.test",
    "learner lin@example.test",
    "learner sam@example.test",
    "learner wei@example.test",
  ]);
  // 17:30 UTC is already 24 November in Shanghai.
  expect(await test.db.assignment.findMany({ select: { dueLocal: true, dueAt: true, moduleSlug: true } })).toEqual([
    { dueLocal: "2026-12-08T20:00", dueAt: new Date("2026-12-08T12:00:00Z"), moduleSlug: "predict-next-token" },
  ]);
  expect(await test.db.class.findUnique({ where: { joinCode: DEMO_JOIN_CODE } })).toMatchObject({
    timeZone: "Asia/Shanghai",
  });
});

it("stores the hash where better-auth looks for it", async () => {
  await seedDemo(test.db, { hashPassword, now });
  const user = await test.db.user.findUniqueOrThrow({
    where: { email: "lin@example.test" },
    include: { accounts: true },
  });
  expect(user.accounts).toMatchObject([
    { accountId: user.id, providerId: "credential", password: `hash of ${DEMO_PASSWORD}` },
  ]);
});

it("changes nothing the second time, not even a password that was changed since", async () => {
  await seedDemo(test.db, { hashPassword, now });
  await test.db.account.updateMany({ data: { password: "changed" } });
  expect(await seedDemo(test.db, { hashPassword, now: new Date("2027-01-01T00:00:00Z") })).toBe(true);
  expect(await test.db.account.count({ where: { password: "changed" } })).toBe(4);
  expect(await test.db.assignment.count()).toBe(1);
  expect(hashPassword).toHaveBeenCalledTimes(DEMO_EMAILS.length);
});

it("makes one demo when two processes start at once", async () => {
  await Promise.all([1, 2, 3].map(() => seedDemo(test.db, { hashPassword, now })));
  expect(await test.db.user.count()).toBe(4);
  expect(await test.db.class.count()).toBe(1);
});

it("leaves a database alone that already has people but no demo", async () => {
  await aUser(test.db, { email: "real@example.test" });
  expect(await seedDemo(test.db, { hashPassword, now })).toBe(false);
  expect(await test.db.user.count()).toBe(1);
});

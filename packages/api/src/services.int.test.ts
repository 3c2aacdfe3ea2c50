import { createTestDb, type TestDb } from "@fewshot/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaller } from "./app-router.ts";
import { createContext } from "./create-context.ts";
import { createServices, type Services } from "./services.ts";

let test: TestDb;
const opened: Services[] = [];

const open = (databaseUrl: string) => {
  const services = createServices({ databaseUrl, authSecret: "s".repeat(40), appUrl: "http://localhost:3000" });
  opened.push(services);
  return services;
};

beforeAll(async () => {
  test = await createTestDb();
});
afterAll(async () => {
  await Promise.all(opened.map((services) => services.close()));
  await test.close();
});

describe("createServices", () => {
  it("is ready with a database and not without, and says so either way", async () => {
    const services = open(test.url);
    // The first connection may take longer than a probe waits; the next probe finds it.
    await expect.poll(() => services.ready(), { timeout: 10_000 }).toBe(true);
    expect(await open("postgresql://nobody@127.0.0.1:1/nothing").ready()).toBe(false);
  });

  it("serves the real course to a prefetch without a cookie", async () => {
    const services = open(test.url);
    const caller = createCaller(await createContext(services, new Headers()));
    expect(await caller.account.me({})).toEqual({ user: null });
    const itemId = "predict-next-token/one-token-at-a-time/first-bet";
    const bet = { china: 60, earth: 10, other: 30 };
    const answer = await caller.check.answer({ itemId, seed: "s", response: { chips: bet }, locale: "zh" });
    expect(answer).toMatchObject({
      status: "scored",
      correct: true,
      graded: false,
      feedback: { target: { china: 0.6 } },
    });
  });

  it("signs up over plain http, with a cookie that plain http can carry", async () => {
    const { auth } = open(test.url);
    const body = JSON.stringify({ name: "Ann", email: "ann@example.test", password: "a long enough password" });
    const headers = { origin: "http://localhost:3000", "content-type": "application/json" };
    const request = new Request("http://localhost:3000/api/auth/sign-up/email", { method: "POST", headers, body });
    const [cookie] = (await auth.handler(request)).headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).not.toMatch(/Secure/i);
  });
});

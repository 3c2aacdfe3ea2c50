import { performance } from "node:perf_hooks";
import { hash, verify } from "@node-rs/argon2";
import { createTestDb, type TestDb } from "@fewshot/db/testing";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { uuidv7 } from "uuidv7";
import { createAuth, type Auth } from "./auth/auth.ts";
import type { ApiDeps } from "./create-context.ts";
import { handleTrpc } from "./handle-trpc.ts";
import { fixtureCatalogue } from "./testing/fixture-catalogue.ts";

// The real thing, counted.
vi.mock(import("@node-rs/argon2"), async (original) => {
  const real = await original();
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) };
});

const appUrl = "https://learn.example.org";
const password = "a long enough password";

let test: TestDb;
let auth: Auth;
let sessionsAsked = 0;
let failures: unknown[] = [];

beforeAll(async () => {
  test = await createTestDb();
  const real = createAuth({ db: test.db, secret: "s".repeat(40), baseUrl: appUrl, trustedIpHeader: "x-real-ip" });
  auth = {
    handler: real.handler,
    getSession: (headers) => {
      sessionsAsked += 1;
      return real.getSession(headers);
    },
  };
});
afterAll(() => test.close());

const deps = (): ApiDeps => ({
  db: test.db,
  auth,
  catalogue: fixtureCatalogue(),
  appUrl,
  trustedIpHeader: "x-real-ip",
});

const ownPage = { origin: appUrl, "content-type": "application/json", "x-real-ip": "192.0.2.7" };

const trpc = (request: Request) => handleTrpc(request, { ...deps(), onError: ({ error }) => failures.push(error) });

function call(path: string, input: unknown, headers: Record<string, string> = {}) {
  const body = JSON.stringify(superjson.serialize(input));
  return trpc(new Request(`${appUrl}/api/trpc/${path}`, { method: "POST", headers: { ...ownPage, ...headers }, body }));
}

function authPost(path: string, body: unknown, headers: Record<string, string> = {}) {
  const init = { method: "POST", headers: { ...ownPage, ...headers }, body: JSON.stringify(body) };
  return auth.handler(new Request(`${appUrl}/api/auth${path}`, init));
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");

const newEmail = () => `ann-${uuidv7()}@example.test`;

async function signUp(email = newEmail()) {
  const response = await authPost("/sign-up/email", { name: "Ann", email, password, locale: "en" });
  expect(response.status).toBe(200);
  return { email, cookie: cookieOf(response), response };
}

describe("accounts over HTTP", () => {
  it("signs up with a cookie that scripts and plain connections never see, and a time-ordered id", async () => {
    const { response, cookie, email } = await signUp(`Ann-${uuidv7()}@Example.Test`);
    const [setCookie] = response.headers.getSetCookie();
    expect(setCookie).toMatch(/^__Secure-.*; HttpOnly.*/i);
    expect(setCookie).toMatch(/; Secure/i);
    expect(setCookie).toMatch(/SameSite=Lax/i);
    expect(setCookie).toMatch(/Max-Age=604800/i);
    const me = (await (await call("account.me", {}, { cookie })).json()) as { result: { data: { json: unknown } } };
    expect(me.result.data.json).toMatchObject({ user: { name: "Ann", email: email.toLowerCase(), locale: "en" } });
    const row = await test.db.user.findUniqueOrThrow({
      where: { email: email.toLowerCase() },
      include: { accounts: true },
    });
    expect(row.id[14]).toBe("7");
    expect(row.accounts[0]?.password).toMatch(/^\$argon2id\$/);
  });

  it("answers an unknown address and a wrong password with the same words", async () => {
    const { email } = await signUp();
    const answers = await Promise.all(
      [email, newEmail()].map(async (each) => {
        const response = await authPost("/sign-in/email", { email: each, password: "not the password" });
        return { status: response.status, text: await response.text() };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.status).toBe(401);
  });

  it("spends one computation of argon2 on a wrong password and one on an unknown address", async () => {
    const { email } = await signUp();
    const counted: number[] = [];
    for (const each of [email, newEmail()]) {
      vi.mocked(hash).mockClear();
      vi.mocked(verify).mockClear();
      await authPost("/sign-in/email", { email: each, password: "not the password" });
      counted.push(vi.mocked(hash).mock.calls.length + vi.mocked(verify).mock.calls.length);
    }
    expect(counted).toEqual([1, 1]);
  });

  it("ends a session for good at sign-out", async () => {
    const { cookie } = await signUp();
    expect((await authPost("/sign-out", {}, { cookie })).status).toBe(200);
    const body = await (await call("account.me", {}, { cookie })).text();
    expect(body).toContain('"user":null');
  });

  it("changes the password, and the old one is no use any more", async () => {
    const { cookie, email } = await signUp();
    const newPassword = "another long password";
    const change = { currentPassword: password, newPassword, revokeOtherSessions: true };
    expect((await authPost("/change-password", change, { cookie })).status).toBe(200);
    expect((await authPost("/sign-in/email", { email, password })).status).toBe(401);
    expect((await authPost("/sign-in/email", { email, password: newPassword })).status).toBe(200);
    expect(await (await call("account.me", {}, { cookie })).text()).toContain('"user":null');
  });

  it("lists sessions and ends one of them", async () => {
    const { cookie, email } = await signUp();
    const second = cookieOf(await authPost("/sign-in/email", { email, password }));
    const list = () => auth.handler(new Request(`${appUrl}/api/auth/list-sessions`, { headers: { cookie } }));
    const sessions = (await (await list()).json()) as { token: string }[];
    expect(sessions).toHaveLength(2);
    const token = decodeURIComponent(second.split("=")[1] ?? "").split(".")[0];
    expect((await authPost("/revoke-session", { token }, { cookie })).status).toBe(200);
    expect(await (await call("account.me", {}, { cookie: second })).text()).toContain('"user":null');
    expect(await (await call("account.me", {}, { cookie })).text()).toContain(email);
  });

  it.each([
    ["too short", { password: "short" }, "PASSWORD_TOO_SHORT"],
    ["too long", { password: "xy".repeat(65) }, "PASSWORD_TOO_LONG"],
    ["known to every guesser", { password: "Password123" }, "PASSWORD_TOO_COMMON"],
    ["with a name that reverses text", { name: "Ann\u202e" }, "INVALID_NAME"],
    ["with an empty name", { name: "  " }, "INVALID_NAME"],
    ["with an endless name", { name: "x".repeat(81) }, "INVALID_NAME"],
    ["with a picture", { image: "https://evil.example/x.png" }, "IMAGE_NOT_ALLOWED"],
  ])("refuses a sign-up %s", async (_, given, code) => {
    const response = await authPost("/sign-up/email", { name: "Ann", email: newEmail(), password, ...given });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code });
  });

  it("does not let anybody make themselves verified, or choose a language that we do not have", async () => {
    const email = newEmail();
    const tried = await authPost("/sign-up/email", { name: "Ann", email, password, emailVerified: true });
    expect(tried.status).toBe(200);
    expect(await test.db.user.count({ where: { emailVerified: true } })).toBe(0);
    const french = await authPost("/sign-up/email", { name: "Ann", email: newEmail(), password, locale: "fr" });
    expect(french.status).toBe(400);
  });

  it("stops guessing at one account after ten wrong passwords, from however many addresses", async () => {
    const { email } = await signUp();
    const guess = (index: number, word: string) => {
      const headers = { "x-real-ip": `198.51.100.${String(index)}` };
      return authPost("/sign-in/email", { email, password: word }, headers);
    };
    for (let tries = 1; tries <= 10; tries += 1) expect((await guess(tries, "not the password")).status).toBe(401);
    const blocked = await guess(11, password);
    expect(blocked.status).toBe(429);
    expect(await blocked.json()).toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });

  it("counts wrong passwords in the form for a new one too", async () => {
    const { cookie } = await signUp();
    const change = (currentPassword: string) => {
      return authPost("/change-password", { currentPassword, newPassword: "another long password" }, { cookie });
    };
    for (let tries = 1; tries <= 10; tries += 1) expect((await change("not the password")).status).toBe(400);
    expect((await change(password)).status).toBe(429);
  });

  it("forgets wrong passwords after a right one", async () => {
    const { email } = await signUp();
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 9; tries += 1)
        await authPost("/sign-in/email", { email, password: "not the password" });
      expect((await authPost("/sign-in/email", { email, password })).status).toBe(200);
    }
  });

  it("limits sign-ins per address of the visitor", async () => {
    const headers = { "x-real-ip": "203.0.113.9" };
    const tries = Array.from({ length: 61 }, (_, index) =>
      authPost("/sign-in/email", { email: `nobody-${String(index)}`, password }, headers),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it.each(["/delete-user", "/change-email", "/reset-password", "/sign-in/social", "/verify-email", "/ok", "/nothing"])(
    "does not serve %s",
    async (path) => {
      expect((await authPost(path, {})).status).toBe(404);
    },
  );

  it("refuses a sign-in from a foreign page or a form, before any password is looked at", async () => {
    const credentials = { email: newEmail(), password };
    expect((await authPost("/sign-in/email", credentials, { origin: "https://evil.example" })).status).toBe(403);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await authPost("/sign-in/email", credentials, form)).status).toBe(415);
  });

  it("frees an address whose registration broke off half-way", async () => {
    const email = newEmail();
    await test.db.user.create({ data: { email, name: "Half", createdAt: new Date(Date.now() - 120_000) } });
    await signUp(email);
  });
});

describe("tRPC over HTTP", () => {
  it("refuses a form and a foreign page without asking who is there", async () => {
    const { cookie } = await signUp();
    sessionsAsked = 0;
    const form = new FormData();
    form.set("locale", "zh");
    const url = `${appUrl}/api/trpc/account.setLocale`;
    const multipart = new Request(url, { method: "POST", headers: { origin: appUrl, cookie }, body: form });
    expect((await trpc(multipart)).status).toBe(415);
    expect((await call("account.setLocale", { locale: "zh" }, { cookie, origin: "https://evil.example" })).status).toBe(
      403,
    );
    expect(sessionsAsked).toBe(0);
    expect(await test.db.user.count({ where: { locale: "zh" } })).toBe(1);
  });

  it("answers ten calls in a batch and refuses eleven without asking who is there", async () => {
    const { cookie } = await signUp();
    const batch = (size: number) => {
      const path = Array.from({ length: size }, () => "account.me").join(",");
      const input = Object.fromEntries(Array.from({ length: size }, (_, index) => [index, superjson.serialize({})]));
      const query = `batch=1&input=${encodeURIComponent(JSON.stringify(input))}`;
      return trpc(new Request(`${appUrl}/api/trpc/${path}?${query}`, { headers: { cookie } }));
    };
    sessionsAsked = 0;
    expect((await batch(10)).status).toBe(200);
    expect(sessionsAsked).toBe(1);
    expect((await batch(11)).status).toBe(400);
    expect(sessionsAsked).toBe(1);
  });

  it("refuses ten thousand commas in a few milliseconds", async () => {
    const flood = new Request(`${appUrl}/api/trpc/${",".repeat(10_000)}?batch=1`);
    const start = performance.now();
    const { status } = await trpc(flood);
    expect(status).toBe(414);
    expect(performance.now() - start).toBeLessThan(50);
    const short = new Request(`${appUrl}/api/trpc/${",".repeat(3_000)}?batch=1`);
    expect((await trpc(short)).status).toBe(400);
  });

  it("writes by POST only", async () => {
    const { cookie } = await signUp();
    const input = encodeURIComponent(JSON.stringify(superjson.serialize({ locale: "zh" })));
    const read = new Request(`${appUrl}/api/trpc/account.setLocale?input=${input}`, { headers: { cookie } });
    expect((await trpc(read)).status).toBe(405);
  });

  it("names the reason of an error and nothing of the inside", async () => {
    const { cookie } = await signUp();
    const response = await call("class.get", { classId: uuidv7() }, { cookie });
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const { error } = (await response.json()) as { error: { json: { message: string; data: unknown } } };
    expect(error.json.message).toBe("not-found");
    expect(error.json.data).toEqual({
      code: "NOT_FOUND",
      httpStatus: 404,
      path: "class.get",
      reason: "not-found",
      retryAfterSeconds: null,
    });
  });

  it("says of a broken database only that something broke, and tells the operator the rest", async () => {
    const { cookie } = await signUp();
    failures = [];
    await test.db.$executeRaw`ALTER TABLE lesson_progress RENAME TO lesson_progress_gone`;
    try {
      const response = await call("progress.mine", {}, { cookie });
      expect(response.status).toBe(500);
      const body = await response.text();
      expect(body).toContain('"message":"internal"');
      expect(body).not.toMatch(/lesson_progress|prisma|stack|\.ts/i);
      expect(String(failures[0])).toMatch(/lesson_progress/);
    } finally {
      await test.db.$executeRaw`ALTER TABLE lesson_progress_gone RENAME TO lesson_progress`;
    }
  });

  it.each(["__proto__", "constructor", "prototype"])("survives a polluting key %s", async (key) => {
    const body = `{"json":{"locale":"zh","${key}":{"polluted":true}},"meta":{"values":{"${key}.polluted":["Date"]}}}`;
    const headers = { ...ownPage };
    const response = await trpc(new Request(`${appUrl}/api/trpc/account.setLocale`, { method: "POST", headers, body }));
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

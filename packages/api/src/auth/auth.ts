import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { consumeRate, type Db } from "@fewshot/db";
import { gateRequest } from "../gate.ts";
import { rulesAfter, rulesBefore } from "./auth-rules.ts";
import { hashPassword, passwordLength, verifyPassword } from "./password.ts";

/** Who is signed in. */
export type SessionUser = { id: string; name: string; email: string; locale: "zh" | "en" };

export type AuthSettings = {
  db: Db;
  /** At least 32 characters; signs the session cookie. */
  secret: string;
  /** Our public origin, such as "https://learn.example.org". */
  baseUrl: string;
  /** Header in which our own proxy puts the visitor's address, replacing what the visitor sent. Without one, none is believed. */
  trustedIpHeader?: string;
  /** Told what failed inside; wrong passwords and other refusals are no failures. */
  onError?: (error: unknown) => void;
};

export type Auth = {
  /** Serves /api/auth/*: the endpoints in use, others are 404. */
  handler(request: Request): Promise<Response>;
  /** The signed-in user of these headers, from the database, or null. */
  getSession(headers: Headers): Promise<SessionUser | null>;
};

const basePath = "/api/auth";
const week = 60 * 60 * 24 * 7;
const day = 60 * 60 * 24;

/** better-auth has many more; each has had its advisories, and one that is closed needs no patch. */
const openPaths = new Set(
  [
    "/sign-up/email",
    "/sign-in/email",
    "/sign-out",
    "/get-session",
    "/list-sessions",
    "/revoke-session",
    "/revoke-other-sessions",
    "/revoke-sessions",
    "/change-password",
    "/update-user",
  ].map((path) => basePath + path),
);

/** Generous per address, since a whole classroom shares one; guesses at one account are counted apart. Window in seconds. */
const rateRules = {
  "/sign-in/email": { window: 10, max: 60 },
  "/sign-up/email": { window: 60, max: 60 },
  "/change-password": { window: 60, max: 30 },
  "/get-session": false,
} as const;

function createBetterAuth({ db, secret, baseUrl, trustedIpHeader, onError }: AuthSettings) {
  return betterAuth({
    appName: "Fewshot",
    baseURL: baseUrl,
    basePath,
    secret,
    database: prismaAdapter(db, { provider: "postgresql", transaction: false }),
    trustedOrigins: [baseUrl],
    telemetry: { enabled: false },
    logger: { level: "error", log: (_, message, ...details) => onError?.(details.find(isError) ?? new Error(message)) },
    onAPIError: { onError: (error) => (isAPIError(error) ? undefined : onError?.(error)) },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        locale: { type: "string", required: false, defaultValue: "zh", validator: { input: z.enum(["zh", "en"]) } },
      },
    },
    session: { expiresIn: week, updateAge: day, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      customRules: rateRules,
      customStorage: rateStorage(db),
    },
    hooks: { before: rulesBefore(db), after: rulesAfter(db) },
    advanced: {
      useSecureCookies: baseUrl.startsWith("https://"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: trustedIpHeader ? [trustedIpHeader] : [] },
      database: { generateId: () => uuidv7() },
    },
  });
}

const isError = (detail: unknown): detail is Error => detail instanceof Error;

/** better-auth's limits in our own counter: one statement, exact under concurrency, shared by replicas. */
function rateStorage(db: Db) {
  return {
    consume: async (key: string, rule: { window: number; max: number }) => {
      const perMs = { windowMs: rule.window * 1000, max: rule.max };
      const verdict = await consumeRate(db, { key: `auth:${key}`, rule: perMs, now: Date.now() });
      return { allowed: verdict.allowed, retryAfter: verdict.allowed ? null : Math.ceil(verdict.retryAfterMs / 1000) };
    },
  };
}

/**
 * Accounts with e-mail and password: argon2id, sessions in the database (7 days), HttpOnly cookies, rate limits in the
 * database. An unknown address costs the same hash and gets the same answer as a wrong password.
 */
export function createAuth(settings: AuthSettings): Auth {
  const auth = createBetterAuth(settings);
  const origin = new URL(settings.baseUrl).origin;
  return {
    async handler(request) {
      const gated = await gateRequest(request, origin);
      if (gated instanceof Response) return gated;
      if (!openPaths.has(new URL(gated.url).pathname)) return Response.json({ error: "not-found" }, { status: 404 });
      return auth.handler(gated);
    },
    async getSession(headers) {
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      if (!found) return null;
      const { id, name, email, locale } = found.user;
      return { id, name, email, locale: locale === "en" ? "en" : "zh" };
    },
  };
}

import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { consumeRate, removeHalfRegistered, resetRate, type Db } from "@fewshot/db";
import { passwordKey, passwordRule } from "../rate-rules.ts";
import { isCommonPassword } from "./common-passwords.ts";

const nameLength = 80;

/** Control characters and the marks that reverse the direction of text, by which a name could pose as another. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Codes in the style of better-auth, for the client to translate. */
const refuse = (code: string) => new APIError("BAD_REQUEST", { code, message: code });

type Body = Record<string, unknown>;

function checkName(body: Body): void {
  if (body.name === undefined) return;
  const name = typeof body.name === "string" ? body.name.trim() : "";
  if (name === "" || name.length > nameLength || unprintable.test(name)) throw refuse("INVALID_NAME");
}

function checkNewPassword(password: unknown): void {
  if (typeof password === "string" && isCommonPassword(password)) throw refuse("PASSWORD_TOO_COMMON");
}

/** Counts a guess before the hash is computed, the same for known and unknown addresses. */
async function countGuess(db: Db, email: unknown): Promise<void> {
  if (typeof email !== "string") return;
  const verdict = await consumeRate(db, { key: passwordKey(email), rule: passwordRule, now: Date.now() });
  if (!verdict.allowed)
    throw new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_ATTEMPTS", message: "TOO_MANY_ATTEMPTS" });
}

/** What better-auth leaves open: names, known passwords, pictures, guesses per account. Runs before each endpoint. */
export function rulesBefore(db: Db) {
  return createAuthMiddleware(async (ctx) => {
    const body: Body = (ctx.body as Body | undefined) ?? {};
    if (body.image !== undefined) throw refuse("IMAGE_NOT_ALLOWED");
    checkName(body);
    if (ctx.path === "/change-password") {
      checkNewPassword(body.newPassword);
      // Whoever holds a borrowed session must not find the password out here either.
      await countGuess(db, (await getSessionFromCtx(ctx))?.user.email);
    }
    if (ctx.path === "/sign-in/email") await countGuess(db, body.email);
    if (ctx.path !== "/sign-up/email") return;
    checkNewPassword(body.password);
    if (typeof body.email === "string") {
      await removeHalfRegistered(db, { email: body.email.toLowerCase(), now: new Date() });
    }
  });
}

/** A right password forgets the wrong ones before it. */
export function rulesAfter(db: Db) {
  return createAuthMiddleware(async (ctx) => {
    const session = ctx.context.newSession;
    if (ctx.path === "/sign-in/email" && session) await resetRate(db, passwordKey(session.user.email));
  });
}

import { createHash } from "node:crypto";
import { consumeRate, type Db, type RateRule } from "@fewshot/db";
import { AppError } from "./errors.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Per account: ten guesses at a 40-bit code an hour is nothing to a guesser and plenty for a typist. */
export const joinRule: RateRule = { windowMs: hour, max: 10 };

/** Per account. A lesson has a handful of checks. */
export const checkRule: RateRule = { windowMs: minute, max: 120 };

/** Per address, behind which a whole school may sit; and for all together whose address is unknown. */
export const sharedCheckRule: RateRule = { windowMs: minute, max: 1200 };

/** Wrong passwords per address book entry, whether or not an account exists. A right one forgets them. */
export const passwordRule: RateRule = { windowMs: 10 * minute, max: 10 };

type Limiter = { db: Db; now: () => Date };

/** Counts an event. @throws AppError "rate-limited" with the seconds to wait. */
export async function requireRate({ db, now }: Limiter, key: string, rule: RateRule): Promise<void> {
  const verdict = await consumeRate(db, { key, rule, now: now().getTime() });
  if (!verdict.allowed) throw new AppError("rate-limited", Math.ceil(verdict.retryAfterMs / second));
}

/** Key for guesses at one person's password. Hashed, so that the table holds no addresses. */
export function passwordKey(email: string): string {
  return `password:${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;
}

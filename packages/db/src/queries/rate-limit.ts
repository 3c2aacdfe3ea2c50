import type { Db, Tx } from "../client.ts";

/** At most `max` events per `windowMs`, counted from the first event of the window. */
export type RateRule = { windowMs: number; max: number };

/** `retryAfterMs`: time left until the window ends; 0 when allowed. */
export type RateVerdict = { allowed: boolean; retryAfterMs: number };

/** Rows untouched for this long are of no use to any rule. */
const forgetAfterMs = 24 * 60 * 60 * 1000;

/**
 * Counts one event against `key` and says whether it is still within the rule. One statement, so any number of
 * replicas asking at once let exactly `max` through. Refused events do not prolong the window.
 *
 * @param now - Milliseconds since 1970.
 */
export async function consumeRate(
  db: Db | Tx,
  event: { key: string; rule: RateRule; now: number },
): Promise<RateVerdict> {
  const { key, rule, now } = event;
  const rows = await db.$queryRaw<{ count: number; last_request: bigint }[]>`
    INSERT INTO rate_limit (id, key, count, last_request) VALUES (gen_random_uuid(), ${key}, 1, ${now}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_limit.last_request + ${rule.windowMs}::bigint <= ${now}::bigint
                   THEN 1 ELSE rate_limit.count + 1 END,
      last_request = CASE WHEN rate_limit.last_request + ${rule.windowMs}::bigint <= ${now}::bigint
                   THEN ${now}::bigint ELSE rate_limit.last_request END
    RETURNING count, last_request`;
  const row = rows[0];
  if (!row) throw new Error("rate_limit upsert returned no row");
  if (row.count === 1) await forgetOldRates(db, now);
  if (row.count <= rule.max) return { allowed: true, retryAfterMs: 0 };
  return { allowed: false, retryAfterMs: Math.max(1, Number(row.last_request) + rule.windowMs - now) };
}

/** Forgets what was counted against `key`. */
export async function resetRate(db: Db | Tx, key: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key } });
}

/** A few at a time and never waiting for a lock, since it rides on somebody's request. */
async function forgetOldRates(db: Db | Tx, now: number): Promise<void> {
  await db.$executeRaw`
    DELETE FROM rate_limit WHERE id IN (
      SELECT id FROM rate_limit WHERE last_request < ${now - forgetAfterMs}::bigint LIMIT 20 FOR UPDATE SKIP LOCKED)`;
}

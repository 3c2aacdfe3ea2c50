import type { Db, Tx } from "../client.ts";
import { recordAudit } from "./audit.ts";

/** Sets the language of a person's mails and of pages without a language in their path. */
export async function setLocale(
  db: Db | Tx,
  { userId, locale }: { userId: string; locale: "zh" | "en" },
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { locale }, select: { id: true } });
}

/** The argon2id hash of a person's password, or null if they sign in another way. */
export async function findPasswordHash(db: Db | Tx, userId: string): Promise<string | null> {
  const row = await db.account.findFirst({ where: { userId, providerId: "credential" }, select: { password: true } });
  return row?.password ?? null;
}

/**
 * Removes all that names a person or lets them in: name, address, sessions, credentials, progress, drafts. The row and
 * the graded records stay, without a name.
 */
export async function eraseAccount(tx: Tx, { userId, at }: { userId: string; at: Date }): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
  await tx.account.deleteMany({ where: { userId } });
  await tx.lessonProgress.deleteMany({ where: { userId } });
  await tx.draft.deleteMany({ where: { slot: { attempt: { userId } } } });
  await tx.user.update({
    where: { id: userId },
    data: { name: "", email: `erased-${userId}@erased.invalid`, emailVerified: false, image: null, erasedAt: at },
    select: { id: true },
  });
  await recordAudit(tx, { actorId: userId, action: "account.erase", subject: `app_user:${userId}`, at });
}

/**
 * Removes a registration that broke off between its two inserts: a person of this address who has no way to sign in.
 * Those of the last minute are left alone, since their second insert may be under way.
 */
export async function removeHalfRegistered(db: Db | Tx, { email, now }: { email: string; now: Date }): Promise<void> {
  const createdAt = { lt: new Date(now.getTime() - 60_000) };
  await db.user.deleteMany({
    where: { email, createdAt, erasedAt: null, accounts: { none: {} }, enrollments: { none: {} } },
  });
}

import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** Milliseconds: to get a connection when a class submits at once, and to finish. */
const limits = { maxWait: 5_000, timeout: 10_000 };

const tries = 3;

/**
 * Postgres undid the transaction for no fault of its own: it was the victim of a deadlock or of serialization. Prisma
 * says P2034 for its own queries; for raw ones it says P2010, and the adapter's cause tells which.
 */
function isRetryable(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2034") return true;
  const adapterError = error.meta?.driverAdapterError as { cause?: { kind?: string } } | undefined;
  return adapterError?.cause?.kind === "TransactionWriteConflict";
}

/**
 * Runs `work` in one transaction (read committed). Deadlock victims are run again, so `work` must have no effects of
 * its own beside the database.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await db.$transaction(work, limits);
    } catch (error) {
      if (left === 0 || !isRetryable(error)) throw error;
    }
  }
}

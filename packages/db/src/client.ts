import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "./generated/client.ts";

/** The database as queries see it. */
export type Db = PrismaClient;

/** An open interactive transaction; every query function takes `Db | Tx` first. */
export type Tx = Prisma.TransactionClient;

/** Milliseconds. A statement, a wait for a lock and an idle transaction are each cut off by Postgres itself. */
const TIMEOUTS_MS = { statement: 5_000, lock: 2_000, idleInTransaction: 10_000, connect: 5_000 };

const DEFAULT_POOL_SIZE = 8;

/**
 * Opens a pool on one Postgres database. Connects lazily: a dead server shows at the first query.
 *
 * @param url - postgresql://user:password@host:port/database
 * @param options.max - Connections at most, 8 by default; replicas x max must stay below the server's max_connections.
 * @returns the client and `close`, which waits for running queries and ends the pool.
 */
export function createDb(url: string, { max = DEFAULT_POOL_SIZE } = {}): { db: Db; close: () => Promise<void> } {
  const adapter = new PrismaPg({
    connectionString: url,
    max,
    statement_timeout: TIMEOUTS_MS.statement,
    lock_timeout: TIMEOUTS_MS.lock,
    idle_in_transaction_session_timeout: TIMEOUTS_MS.idleInTransaction,
    connectionTimeoutMillis: TIMEOUTS_MS.connect,
  });
  const db = new PrismaClient({ adapter, errorFormat: "minimal" });
  return { db, close: () => db.$disconnect() };
}

import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { UserError } from "./user-error.ts";

/** The number under which `prisma migrate` takes its advisory lock, so that it and we wait for each other. */
const LOCK = 72_707_369;
const LOCK_TIMEOUT_MS = 60_000;
const LOCK_NOT_AVAILABLE = "55P03";

/** Prisma's own table, column for column: `prisma migrate deploy` and `status` read what we write and the reverse. */
const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface HistoryRow {
  name: string;
  checksum: string;
  isFinished: boolean;
}

/** The repository's migrations. */
export const MIGRATIONS_FOLDER = path.resolve(import.meta.dirname, "../../../prisma/migrations");

/**
 * Brings a database up to date. Safe to run from several processes at once: one works, the others wait. Each script
 * runs whole in one transaction together with its line in the history, so a failure leaves no trace of it.
 *
 * @param url - Connection string of an existing database.
 * @param folder - Holds <timestamp>_<name>/migration.sql, applied in the order of their names.
 * @returns names of the migrations applied now; empty if there was nothing to do.
 * @throws UserError if an applied script was edited, one failed before, one fails now, or another process holds the
 *   lock for a minute.
 */
export async function migrate(url: string, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await takeLock(client);
    const pending = findPending(migrations, await readHistory(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.sort().map((name) => {
    const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8").replaceAll("\r\n", "\n");
    return { name, sql, checksum: crypto.createHash("sha256").update(sql).digest("hex") };
  });
}

async function takeLock(client: pg.Client): Promise<void> {
  await client.query(`SET lock_timeout = ${String(LOCK_TIMEOUT_MS)}`);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    throw new UserError("Another process has been changing this database for a minute. Wait for it, then start again.");
  }
}

async function readHistory(client: pg.Client): Promise<HistoryRow[]> {
  await client.query(HISTORY_TABLE);
  const { rows } = await client.query<HistoryRow>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

/** A name in the history that is not in the folder is fine: older code may run on a newer schema during a release. */
function findPending(migrations: Migration[], history: HistoryRow[]): Migration[] {
  const byName = new Map(history.map((row) => [row.name, row]));
  return migrations.filter(({ name, checksum }) => {
    const row = byName.get(name);
    if (!row) return true;
    if (!row.isFinished) {
      throw new UserError(
        `Migration ${name} failed halfway under another tool. Repair the database, then run ` +
          `npx prisma migrate resolve --rolled-back ${name} (or --applied) and start again.`,
      );
    }
    if (row.checksum !== checksum) {
      throw new UserError(
        `Migration ${name} was edited after it was applied to this database. ` +
          "Restore its text and write what you want to change as a new migration.",
      );
    }
    return false;
  });
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES (gen_random_uuid()::text, $1, $2, now(), clock_timestamp(), 1)`,
      [checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new UserError(`Migration ${name} failed and was undone: ${describe(error, sql)}`, { cause: error });
  }
}

/** Postgres counts characters from the start of the script; people count lines. */
function describe(error: unknown, sql: string): string {
  const { message, position } = error as { message: string; position?: string };
  if (position === undefined) return message;
  return `${message} (line ${String(sql.slice(0, Number(position)).split("\n").length)})`;
}

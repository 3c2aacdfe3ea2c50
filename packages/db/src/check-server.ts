import pg from "pg";
import { ensureDatabase } from "./ensure-database.ts";
import { UserError } from "./user-error.ts";

const OLDEST_VERSION = 15;
const UNSET_IT = "or unset DATABASE_URL to use the built-in Postgres";

/**
 * Makes sure that the server an operator named can be used, and creates the database if it is missing.
 *
 * @throws UserError with one sentence that names the server, never the password.
 */
export async function checkGivenServer(url: string): Promise<void> {
  const where = describePlace(url);
  try {
    await ensureDatabase(url);
    await checkVersion(url, where);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(explainConnection(error, where), { cause: error });
  }
}

function describePlace(url: string): string {
  try {
    const { protocol, hostname, port, pathname } = new URL(url);
    if (/^postgres(ql)?:$/.test(protocol)) return `${hostname}:${port || "5432"}${pathname}`;
  } catch {
    // Said below.
  }
  throw new UserError("DATABASE_URL must look like postgresql://user:password@host:5432/fewshot.");
}

async function checkVersion(url: string, where: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int / 10000 AS version",
  );
  await client.end();
  const version = rows[0]?.version ?? 0;
  if (version >= OLDEST_VERSION) return;
  throw new UserError(
    `The Postgres at ${where} is version ${String(version)}; Fewshot needs ${String(OLDEST_VERSION)} or later.`,
  );
}

function explainConnection(error: unknown, where: string): string {
  const { code, message } = error as { code?: string; message: string };
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "ETIMEDOUT" || code === "EAI_AGAIN") {
    return `No Postgres answers at ${where}: start it, correct DATABASE_URL, ${UNSET_IT}.`;
  }
  if (code === "28P01" || code === "28000") {
    return `The Postgres at ${where} refuses that user or password: correct DATABASE_URL, ${UNSET_IT}.`;
  }
  return `The Postgres at ${where} cannot be used (${message}): correct DATABASE_URL, ${UNSET_IT}.`;
}

import pg from "pg";

/** @returns `url` with another database in it. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

/** Runs one statement that needs no parameters, on a connection of its own. */
export async function runSql(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Creates a database, as a copy of `template` if given (nobody may be connected to that one). */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  const copy = template === undefined ? "" : ` TEMPLATE ${pg.escapeIdentifier(template)}`;
  await runSql(url, `CREATE DATABASE ${pg.escapeIdentifier(name)}${copy}`);
  return withDatabase(url, name);
}

/** Drops a database and cuts whoever is still connected to it. */
export function dropDatabase(url: string, name: string): Promise<void> {
  return runSql(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}

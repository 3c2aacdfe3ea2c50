import pg from "pg";

const UNKNOWN_DATABASE = "3D000";
const DUPLICATE_DATABASE = "42P04";

/**
 * Creates the database named in `url` on its server unless it exists. Connects to it first, so that no right to
 * create databases is needed where it does.
 */
export async function ensureDatabase(url: string): Promise<void> {
  if (await canConnect(url)) return;
  const admin = new URL(url);
  const name = decodeURIComponent(admin.pathname.slice(1));
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== DUPLICATE_DATABASE) throw error;
  } finally {
    await client.end();
  }
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === UNKNOWN_DATABASE) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

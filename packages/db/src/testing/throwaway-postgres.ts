import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../embedded-postgres/index.ts";

/**
 * A Postgres server for one run: TEST_DATABASE_URL where set, else an embedded one in a temporary folder, which is
 * removed at the end.
 *
 * @returns connection string of a database that may hold anything, and `stop`.
 */
export async function startThrowawayPostgres(): Promise<{ url: string; stop: () => void }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => undefined };
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-postgres-"));
  fs.chmodSync(dir, 0o755);
  const { url, stop } = await startEmbeddedPostgres({ dir, isDurable: false });
  return {
    url,
    stop: () => {
      stop();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

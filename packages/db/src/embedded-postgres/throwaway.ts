import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "./index.ts";

/**
 * A Postgres server for one run: an embedded one in a temporary folder, which is removed at the end, also if the
 * process ends by an error.
 *
 * @param given - A server to use instead, such as TEST_DATABASE_URL names; it is left running.
 * @returns connection string of a database that may hold anything, and `stop`.
 */
export async function startThrowawayPostgres(given?: string): Promise<{ url: string; stop: () => void }> {
  if (given) return { url: given, stop: () => undefined };
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-postgres-"));
  // Postgres may have to run as another user, who must be able to walk in.
  fs.chmodSync(dir, 0o755);
  const server = await startEmbeddedPostgres({ dir, isDurable: false });
  const stop = () => {
    process.off("exit", stop);
    server.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  };
  process.on("exit", stop);
  return { url: server.url, stop };
}

import path from "node:path";
import { register } from "tsx/esm/api";
import { step } from "./terminal.mjs";

// From here on our own TypeScript can be loaded, by dynamic imports only: static ones are resolved before this line runs.
register();

export const { startEmbeddedPostgres } = await import("../../packages/db/src/embedded-postgres/index.ts");
export const { isPortFree, findFreePort } = await import("../../packages/db/src/embedded-postgres/free-port.ts");
export const { processIdentity } = await import("../../packages/db/src/embedded-postgres/process-identity.ts");

const WATCH_MS = 500;
const PAUSE_MS = 5_000;

/**
 * Opens the database of this run: DATABASE_URL where set, else the built-in Postgres, which is started again, on the
 * same port, should it be killed.
 *
 * @param {string} folder - The data folder.
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function openDatabase(folder) {
  const given = process.env.DATABASE_URL;
  if (given) {
    const { checkGivenServer } = await import("../../packages/db/src/check-server.ts");
    await step("Reach the database", () => checkGivenServer(given));
    return { url: given, stop: () => undefined };
  }
  const dir = path.join(folder, "postgres");
  const server = await step("Start the built-in Postgres", () => startEmbeddedPostgres({ dir }));
  return keepAlive(server, dir);
}

function keepAlive(first, dir) {
  const port = Number(new URL(first.url).port);
  let server = first;
  let isStopping = false;
  let timer = setTimeout(watch, WATCH_MS);
  async function watch() {
    let pause = WATCH_MS;
    if (processIdentity(server.pid) === null) {
      const revived = await restart(dir, port);
      server = revived ?? server;
      pause = revived ? WATCH_MS : PAUSE_MS;
    }
    if (isStopping) server.stop();
    else timer = setTimeout(watch, pause);
  }
  return {
    url: first.url,
    stop: () => {
      isStopping = true;
      clearTimeout(timer);
      server.stop();
    },
  };
}

async function restart(dir, port) {
  try {
    const server = await startEmbeddedPostgres({ dir, port });
    process.stderr.write("The built-in Postgres had stopped and was started again.\n");
    return server;
  } catch (error) {
    process.stderr.write(`The built-in Postgres stopped; trying again in ${PAUSE_MS / 1000} s. ${error.message}\n`);
    return null;
  }
}

/** Brings the schema up to date. */
export async function migrateDatabase(url) {
  const { migrate } = await import("../../packages/db/src/migrate.ts");
  await step("Apply migrations", () => migrate(url));
}

/** Fills an empty database with the demo class. @returns {Promise<Demo | null>} null where there is no demo. */
export async function seedDatabase(url) {
  const { seed } = await import("../seed.ts");
  return step("Prepare the demo class", () => seed(url));
}

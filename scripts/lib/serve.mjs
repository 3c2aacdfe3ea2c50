import path from "node:path";
import { buildWeb, generateAll, installPackages } from "./prepare.mjs";
import { authSecret, dataFolder, givenPort, loadEnvFile } from "./settings.mjs";
import { showError, step } from "./terminal.mjs";

/** What has been started and must be stopped, the last one first. */
const started = [];
let isStopping = false;

/**
 * Installs, builds and runs everything until Ctrl-C. Steps whose inputs have not changed are skipped.
 *
 * @param {{ isDev: boolean }} options
 */
export async function serve({ isDev }) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopAll(0));
  try {
    loadEnvFile();
    givenPort();
    const folder = dataFolder();
    process.stdout.write("Fewshot\n");
    await installPackages();
    const site = await openSite(folder);
    await generateAll();
    if (!isDev) await buildWeb();
    await site.start(isDev);
  } catch (error) {
    if (isStopping) return;
    showError(error);
    await stopAll(1);
  }
}

/** Ports and databases come before the long steps: what is wrong with them is said at once. */
async function openSite(folder) {
  const { openDatabase, processIdentity } = await import("./database.mjs");
  const { choosePort } = await import("./web.mjs");
  const { openRuns } = await import("./runs.mjs");
  const runs = openRuns(folder, processIdentity);
  await runs.clearAway();
  await choosePort();
  const database = await openDatabase(folder);
  started.push(() => database.stop());
  return { start: (isDev) => startSite({ folder, runs, databaseUrl: database.url, isDev }) };
}

async function startSite({ folder, runs, databaseUrl, isDev }) {
  const { migrateDatabase, seedDatabase } = await import("./database.mjs");
  const { choosePort, startWeb, waitUntilReady } = await import("./web.mjs");
  await migrateDatabase(databaseUrl);
  const demo = await seedDatabase(databaseUrl);
  const port = await choosePort();
  const url = process.env.APP_URL || `http://localhost:${port}`;
  const env = { DATABASE_URL: databaseUrl, BETTER_AUTH_SECRET: authSecret(folder), APP_URL: url };
  const web = startWeb({ isDev, port, env, logFile: path.join(folder, "web.log") });
  started.push(web.stop, () => runs.forget());
  runs.note(web.pid);
  await step("Start the web server", () => waitUntilReady(web, port));
  process.stdout.write(greeting(url, demo));
  const how = await web.exited;
  if (isStopping) return;
  process.stderr.write(`\nThe web server ended (${how}); see ${path.join(folder, "web.log")}.\n`);
  await stopAll(1);
}

function greeting(url, demo) {
  const accounts = demo
    ? [
        `  Sign in as ${demo.emails[0]} (instructor) or ${demo.emails.slice(1).join(", ")}.`,
        `  Password of all four: ${demo.password} · code to join the demo class: ${demo.joinCode}`,
      ]
    : [];
  return ["", `Fewshot is ready: ${url}`, ...accounts, "  Ctrl-C stops everything.", ""].join("\n");
}

/** Web server first, database last, so that no request in flight loses its database. A second signal changes nothing. */
async function stopAll(status) {
  if (isStopping) return;
  isStopping = true;
  for (const stop of started.reverse()) {
    try {
      await stop();
    } catch (error) {
      showError(error);
      status = 1;
    }
  }
  process.exit(status);
}

import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort, isPortFree } from "./database.mjs";
import { ROOT } from "./prepare.mjs";
import { QUIET_ENV } from "./run.mjs";
import { givenPort } from "./settings.mjs";
import { UserError } from "./terminal.mjs";

const DEFAULT_PORT = 3000;
const EVERY_ADDRESS = null;
const READY_MS = 120_000;
const STOP_MS = 10_000;

/** @returns {Promise<number>} PORT, which must be free, or the first free port from 3000. */
export async function choosePort() {
  const port = givenPort();
  if (port === null) return findFreePort(DEFAULT_PORT, EVERY_ADDRESS);
  if (await isPortFree(port, EVERY_ADDRESS)) return port;
  throw new UserError(
    `Port ${port} is taken: stop what uses it, set PORT to another, or unset PORT and a free one is found.`,
  );
}

/**
 * Starts the web server in a process group of its own, so that Ctrl-C reaches only the launcher, which stops it first
 * and the database after it.
 *
 * @param {{ isDev: boolean, port: number, env: Record<string, string>, logFile: string }} options
 */
export function startWeb({ isDev, port, env, logFile }) {
  const log = fs.openSync(logFile, "w");
  const next = path.join(ROOT, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, isDev ? "dev" : "start", "-p", String(port)], {
    cwd: path.join(ROOT, "apps/web"),
    env: { ...process.env, ...QUIET_ENV, NODE_ENV: isDev ? "development" : "production", PORT: String(port), ...env },
    stdio: ["ignore", isDev ? "inherit" : log, isDev ? "inherit" : "pipe"],
    detached: true,
  });
  fs.closeSync(log);
  // Errors belong on the terminal and in the log.
  child.stderr?.on("data", (chunk) => {
    process.stderr.write(chunk);
    fs.appendFileSync(logFile, chunk);
  });
  const exited = new Promise((resolve) => {
    child.once("exit", (status, signal) => resolve(signal ?? status));
  });
  return { pid: child.pid, exited, stop: () => stopWeb(child, exited) };
}

async function stopWeb(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const stopped = await Promise.race([exited.then(() => true), sleep(STOP_MS, false, { ref: false })]);
  if (!stopped) process.kill(-child.pid, "SIGKILL");
  await exited;
}

/** Waits until the server says that it can reach its database. */
export async function waitUntilReady(web, port) {
  const url = `http://127.0.0.1:${port}/api/health/ready`;
  const deadline = Date.now() + READY_MS;
  let hasExited = false;
  void web.exited.then(() => (hasExited = true));
  let last = "no answer";
  while (Date.now() < deadline && !hasExited) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 200)}`;
    } catch (error) {
      last = String(error.cause?.code ?? error.message);
    }
    await sleep(100);
  }
  throw new UserError(
    hasExited
      ? "The web server ended as it started; its message is above."
      : `The web server does not get ready: ${url} says ${last}.`,
  );
}

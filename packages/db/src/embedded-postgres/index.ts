import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ensureDatabase } from "../ensure-database.ts";
import { UserError } from "../user-error.ts";
import { program } from "./binaries.ts";
import { explainPostgresOutput, isPassingFailure, readLogSince, rotateLog } from "./explain.ts";
import { findFreePort } from "./free-port.ts";
import { EMBEDDED_USER, initDataFolder } from "./init.ts";
import { claimOwnership, findRunningServer, stopServer, type RunningServer } from "./owner.ts";
import { findPlace, type Place } from "./place.ts";
import { runAsCommand, type RunAs } from "./run-as.ts";

export interface EmbeddedPostgres {
  /** Connection string of the database, password included. */
  url: string;
  /** Stops the server and returns when it is gone; does nothing to a server that another living process started. */
  stop: () => void;
  /** The postmaster. */
  pid: number;
  /** Whether another living process had started it. */
  isShared: boolean;
  runAs: RunAs;
}

export interface EmbeddedPostgresOptions {
  /** Folder for data, password and log; made if missing. */
  dir: string;
  /** Created if missing. */
  database?: string;
  /** false: nothing is forced to disk, for databases that live for one test run. */
  isDurable?: boolean;
  /** Wished for and used if free; else the first free one from 54330. */
  port?: number;
  /** How to get below root; chosen by what the machine allows unless a test forces it. */
  runAs?: RunAs;
}

const FIRST_PORT = 54_330;
/** A killed predecessor's children hold its lock and memory for some seconds. */
const RETRY_MS = 10_000;
/** Replaying the log after a crash takes time, but a server that is alive and silent for this long is stuck. */
const READY_MS = 60_000;

/**
 * Starts the Postgres that npm installed, on a free port of 127.0.0.1, or takes over the one that runs on this folder.
 * A server left behind by a killed process is stopped and started anew; one whose starter lives is shared.
 *
 * @throws UserError with one sentence: disk full, folder of another user, no Postgres for this machine …
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dir, database = "fewshot", isDurable = true, port = FIRST_PORT, runAs } = options;
  const place = await explainingFullDisk(() => findPlace(dir, runAs));
  const password = await explainingFullDisk(() => initDataFolder(place, isDurable));
  const shared = await findSharedServer(place, password);
  const server = shared ?? (await launchAsOwner(place, { password, isDurable, port }));
  const url = urlOf(server.port, password, database);
  await ensureDatabase(url);
  const stop = () => (shared ? undefined : stopServer(place));
  return { url, stop, pid: server.pid, isShared: shared !== null, runAs: place.runAs };
}

/**
 * A server without a living owner is stopped, and so not shared. One that is there and does not answer is starting or
 * dying: which of the two, time tells.
 */
async function findSharedServer(place: Place, password: string): Promise<RunningServer | null> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const running = findRunningServer(place);
    if (running && !running.hasOwner) stopServer(place);
    if (!running?.hasOwner) return null;
    const answer = await ping(urlOf(running.port, password, "postgres"));
    if (answer !== "waiting" || Date.now() > deadline) return running;
    await sleep(100);
  }
}

/** Ownership is claimed first: whoever looks while the server starts must not take it for an orphan. */
function launchAsOwner(place: Place, launch: Launch) {
  claimOwnership(place);
  return launchWithRetries(place, launch);
}

async function explainingFullDisk<T>(work: () => T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const sentence = explainPostgresOutput(String(error));
    throw sentence === null ? error : new UserError(sentence, { cause: error });
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${EMBEDDED_USER}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${database}`;
}

interface Launch {
  password: string;
  isDurable: boolean;
  port: number;
}

async function launchWithRetries(place: Place, launch: Launch): Promise<{ pid: number; port: number }> {
  const deadline = Date.now() + RETRY_MS;
  for (;;) {
    const result = await launchOnce(place, launch);
    if (typeof result !== "string") return result;
    if (!isPassingFailure(result) || Date.now() > deadline) {
      const fatal = /FATAL: {2}(.*)/.exec(result)?.[1] ?? "it ended at once";
      throw new UserError(
        explainPostgresOutput(result) ?? `The built-in Postgres did not start: ${fatal} (see ${place.logFile}).`,
      );
    }
    await sleep(300);
  }
}

/** @returns the server once it answers a query, or what it logged before it gave up. */
async function launchOnce(place: Place, launch: Launch): Promise<{ pid: number; port: number } | string> {
  const port = await findFreePort(launch.port);
  const logStart = rotateLog(place.logFile);
  const child = spawnPostgres(place, port, launch.isDurable);
  const url = urlOf(port, launch.password, "postgres");
  const deadline = Date.now() + READY_MS;
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const answer = await ping(url);
    if (answer === "ready") return { pid: child.pid, port };
    if (answer === "refused" || Date.now() > deadline) {
      stopServer(place);
      return `${readLogSince(place.logFile, logStart)}\npassword authentication failed`;
    }
    await sleep(25);
  }
  return readLogSince(place.logFile, logStart);
}

/** In a process group of its own: Ctrl-C must reach the web server first and Postgres last. */
function spawnPostgres(place: Place, port: number, isDurable: boolean): ChildProcess {
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "100", jit: "off" };
  const relaxed = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const flags = Object.entries({ ...settings, ...(isDurable ? {} : relaxed) }).flatMap(([k, v]) => ["-c", `${k}=${v}`]);
  const args = ["-D", place.dataFolder, "-p", String(port), ...flags];
  const run = runAsCommand(place.runAs, program(place.nativeFolder, "postgres"), args);
  const log = fs.openSync(place.logFile, "a");
  const child = spawn(run.command, run.args, { ...run.options, detached: true, stdio: ["ignore", log, log] });
  fs.closeSync(log);
  child.unref();
  child.on("error", () => undefined);
  return child;
}

async function ping(url: string): Promise<"ready" | "waiting" | "refused"> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return "ready";
  } catch (error) {
    return (error as { code?: string }).code === "28P01" ? "refused" : "waiting";
  } finally {
    await client.end().catch(() => undefined);
  }
}

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { program } from "./binaries.ts";
import type { Place } from "./place.ts";
import { processCommand, processIdentity } from "./process-identity.ts";
import { runAsCommand } from "./run-as.ts";

/** A server that runs on a data folder already. */
export interface RunningServer {
  pid: number;
  port: number;
  /** Whether the process that started it still lives. */
  hasOwner: boolean;
}

/** Notes that this process is the one to stop the server. */
export function claimOwnership(place: Place): void {
  fs.writeFileSync(place.ownerFile, processIdentity(process.pid) ?? "");
}

/**
 * Looks for a server on this data folder. A postmaster.pid whose number now belongs to some other program, as happens
 * after a container restarts, would make Postgres refuse for ever; it is removed.
 */
export function findRunningServer(place: Place): RunningServer | null {
  const pidFile = path.join(place.dataFolder, "postmaster.pid");
  const [pid = 0, , , port = 0] = readLines(pidFile).map(Number);
  if (pid === 0 || processIdentity(pid) === null) return null;
  const command = processCommand(pid);
  if (command !== "" && !command.includes("postgres")) {
    fs.rmSync(pidFile, { force: true });
    return null;
  }
  return { pid, port, hasOwner: isOwnerAlive(place) };
}

/**
 * Stops the server on this data folder: sessions are cut, work that was committed is on disk. Returns when it is gone.
 * Also stops one that somebody else started.
 */
export function stopServer(place: Place): void {
  const args = ["stop", "-D", place.dataFolder, "-m", "fast", "-w", "-t", "30"];
  const run = runAsCommand(place.runAs, program(place.nativeFolder, "pg_ctl"), args);
  spawnSync(run.command, run.args, { ...run.options, stdio: "ignore" });
  fs.rmSync(place.ownerFile, { force: true });
}

function isOwnerAlive(place: Place): boolean {
  const [owner = ""] = readLines(place.ownerFile);
  return owner !== "" && processIdentity(Number(owner.split(" ")[0])) === owner;
}

function readLines(file: string): string[] {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : [];
}

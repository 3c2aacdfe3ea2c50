import { spawnSync } from "node:child_process";
import fs from "node:fs";

/**
 * Names a running process so that a later process with the same number is not taken for it.
 *
 * @param pid - Process number.
 * @returns "<pid> <time it started>", or null if nothing runs under that number.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform === "linux") return linuxIdentity(pid);
  if (process.platform === "win32") return isAlive(pid) ? String(pid) : null;
  const started = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  return started === "" ? null : `${String(pid)} ${started}`;
}

/** @returns the command line of a running process, or "" if it is gone or hidden. */
export function processCommand(pid: number): string {
  if (process.platform === "linux") return readText(`/proc/${String(pid)}/cmdline`)?.replaceAll("\0", " ") ?? "";
  if (process.platform === "win32") return "";
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
}

/** Field 22 of /proc/<pid>/stat; the second field is a name in brackets that may itself hold spaces and brackets. */
function linuxIdentity(pid: number): string | null {
  const stat = readText(`/proc/${String(pid)}/stat`);
  if (stat === null) return null;
  const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" ? null : `${String(pid)} ${rest[18] ?? ""}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

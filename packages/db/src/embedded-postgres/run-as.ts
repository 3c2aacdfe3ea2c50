import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** Postgres refuses to run as root, so root needs a way down. */
export type RunAs = "self" | "user-namespace" | "nobody";

export const NOBODY = 65_534;

const UNSHARE = ["unshare", "-U", "--map-user=1000", "--map-group=1000"] as const;

/** @returns "self" for an ordinary user; for root a user namespace where the kernel allows one, else uid 65534. */
export function chooseRunAs(): RunAs {
  if (process.getuid?.() !== 0) return "self";
  const [command, ...args] = UNSHARE;
  return spawnSync(command, [...args, "true"]).status === 0 ? "user-namespace" : "nobody";
}

/** @returns the command line and the spawn options that run `command` in the chosen way. */
export function runAsCommand(
  runAs: RunAs,
  command: string,
  args: string[],
): { command: string; args: string[]; options: { uid?: number; gid?: number } } {
  if (runAs === "user-namespace") {
    const [unshare, ...flags] = UNSHARE;
    return { command: unshare, args: [...flags, command, ...args], options: {} };
  }
  return { command, args, options: runAs === "nobody" ? { uid: NOBODY, gid: NOBODY } : {} };
}

/** Gives a folder and all in it to the user Postgres will run as; an earlier start may have run another way. */
export function giveTo(runAs: RunAs, folder: string): void {
  if (runAs === "self" || !fs.existsSync(folder)) return;
  const uid = runAs === "nobody" ? NOBODY : 0;
  if (fs.statSync(folder).uid === uid) return;
  fs.chownSync(folder, uid, uid);
  for (const entry of fs.readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    fs.lchownSync(path.join(folder, entry), uid, uid);
  }
}

/** @returns whether a user who owns nothing there can walk down to `folder`. */
export function isReachableByAll(folder: string): boolean {
  const othersMaySearch = 0o001;
  let current = path.resolve(folder);
  while (!fs.existsSync(current)) current = path.dirname(current);
  for (;;) {
    if ((fs.statSync(current).mode & othersMaySearch) === 0) return false;
    const parent = path.dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

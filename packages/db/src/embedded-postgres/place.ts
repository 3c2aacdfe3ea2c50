import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { copyNativeFolder, findNativeFolder, prepareNativeFolder } from "./binaries.ts";
import { chooseRunAs, isReachableByAll, type RunAs } from "./run-as.ts";

/** Where one embedded server keeps its things. */
export interface Place {
  runAs: RunAs;
  nativeFolder: string;
  /** The caller's folder: password, log, who started it. */
  dir: string;
  /** PGDATA. */
  dataFolder: string;
  logFile: string;
  passwordFile: string;
  ownerFile: string;
}

/** For uid 65534 when the data folder or node_modules lies below a private folder such as root's home. */
const PUBLIC_BASE = "/var/lib/fewshot";

/**
 * Decides where an embedded server lives and as whom it runs, and makes its programs runnable.
 *
 * @param dir - The caller's folder, created if missing.
 * @param runAs - Forced by tests; else the best way this machine allows.
 */
export function findPlace(dir: string, runAs: RunAs = chooseRunAs()): Place {
  const own = path.resolve(dir);
  fs.mkdirSync(own, { recursive: true });
  const home = runAs === "nobody" && !isReachableByAll(own) ? publicHome(own) : own;
  return {
    runAs,
    nativeFolder: usableNativeFolder(runAs, home),
    dir: own,
    dataFolder: path.join(home, "data"),
    logFile: path.join(own, "server.log"),
    passwordFile: path.join(own, "password"),
    ownerFile: path.join(own, "owner"),
  };
}

function publicHome(own: string): string {
  const name = crypto.createHash("sha256").update(own).digest("hex").slice(0, 12);
  const home = path.join(PUBLIC_BASE, name);
  fs.mkdirSync(home, { recursive: true, mode: 0o755 });
  return home;
}

function usableNativeFolder(runAs: RunAs, home: string): string {
  const installed = findNativeFolder();
  if (runAs === "nobody" && !isReachableByAll(installed)) return prepared(copyNativeFolder(installed, home));
  try {
    return prepared(installed);
  } catch {
    return prepared(copyNativeFolder(installed, home));
  }
}

function prepared(nativeFolder: string): string {
  prepareNativeFolder(nativeFolder);
  return nativeFolder;
}

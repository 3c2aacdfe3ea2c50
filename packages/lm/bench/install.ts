import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BENCH } from "./paths.ts";

interface Lockfile {
  packages: Record<string, { version?: string }>;
}

/** Installs transformers.js beside this file unless it is there in the version that the lockfile names. */
export function installPeer(): { transformers: string; onnxruntime: string } {
  const wanted = readLock(join(BENCH, "package-lock.json"));
  const marker = join(BENCH, "node_modules", ".package-lock.json");
  const isInstalled =
    existsSync(marker) && JSON.stringify(versions(readLock(marker))) === JSON.stringify(versions(wanted));
  if (!isInstalled) {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: BENCH,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
  }
  return versions(wanted);
}

function readLock(path: string): Lockfile {
  return JSON.parse(readFileSync(path, "utf8")) as Lockfile;
}

function versions({ packages }: Lockfile): { transformers: string; onnxruntime: string } {
  return {
    transformers: packages["node_modules/@huggingface/transformers"]?.version ?? "",
    onnxruntime: packages["node_modules/onnxruntime-web"]?.version ?? "",
  };
}

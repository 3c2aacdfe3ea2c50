import { spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { UserError } from "../user-error.ts";
import { program } from "./binaries.ts";
import { explainPostgresOutput } from "./explain.ts";
import type { Place } from "./place.ts";
import { giveTo, NOBODY, runAsCommand } from "./run-as.ts";

/** The one role of an embedded server. */
export const EMBEDDED_USER = "fewshot";

/**
 * Makes the data folder if there is none: UTF-8, passwords by SCRAM, a generated password in a file only its owner can
 * read. A run killed halfway leaves nothing that looks finished, because the folder gets its name last.
 *
 * @param isDurable - false skips syncing to disk, for databases that live for one test run.
 * @returns the password.
 */
export function initDataFolder(place: Place, isDurable: boolean): string {
  if (!fs.existsSync(place.dataFolder)) createDataFolder(place, isDurable);
  giveTo(place.runAs, place.dataFolder);
  return readPassword(place);
}

function readPassword(place: Place): string {
  try {
    return fs.readFileSync(place.passwordFile, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new UserError(
      `The password of the built-in Postgres is missing (${place.passwordFile}). ` +
        `Restore it, or move ${place.dataFolder} away to begin with an empty database.`,
    );
  }
}

function createDataFolder(place: Place, isDurable: boolean): void {
  const unfinished = `${place.dataFolder}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  giveTo(place.runAs, unfinished);
  const password = crypto.randomBytes(24).toString("base64url");
  fs.writeFileSync(place.passwordFile, `${password}\n`, { mode: 0o600 });
  runInitdb(place, unfinished, isDurable);
  fs.renameSync(unfinished, place.dataFolder);
}

function runInitdb(place: Place, folder: string, isDurable: boolean): void {
  const passwordCopy = path.join(path.dirname(folder), "initdb-password");
  fs.rmSync(passwordCopy, { force: true });
  fs.copyFileSync(place.passwordFile, passwordCopy);
  fs.chmodSync(passwordCopy, 0o600);
  if (place.runAs === "nobody") fs.chownSync(passwordCopy, NOBODY, NOBODY);
  // The built-in C.UTF-8 sorts and folds case alike on every operating system.
  const args = ["-D", folder, "-U", EMBEDDED_USER, "-A", "scram-sha-256", `--pwfile=${passwordCopy}`, "-E", "UTF8"];
  args.push("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");
  if (!isDurable) args.push("--no-sync");
  const run = runAsCommand(place.runAs, program(place.nativeFolder, "initdb"), args);
  const { status, stderr, error } = spawnSync(run.command, run.args, { ...run.options, encoding: "utf8" });
  fs.rmSync(passwordCopy, { force: true });
  if (status === 0) return;
  const output = error?.message ?? stderr;
  throw new UserError(explainPostgresOutput(output) ?? `Postgres could not make its data folder: ${output.trim()}`);
}

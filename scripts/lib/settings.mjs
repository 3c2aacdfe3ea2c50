import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./prepare.mjs";
import { UserError } from "./terminal.mjs";

/** Reads .env beside package.json, if there is one; variables that are set already win. */
export function loadEnvFile() {
  const file = path.join(ROOT, ".env");
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

/** @returns {string} FEWSHOT_DATA_DIR or .data in the repository, made if missing. */
export function dataFolder() {
  const folder = path.resolve(ROOT, process.env.FEWSHOT_DATA_DIR || ".data");
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * The key that signs session cookies: BETTER_AUTH_SECRET, else one made once and kept in a file only its owner can read.
 *
 * @param {string} folder
 */
export function authSecret(folder) {
  const given = process.env.BETTER_AUTH_SECRET;
  if (given && given.length < 32) {
    throw new UserError(
      "BETTER_AUTH_SECRET must have at least 32 characters; `openssl rand -base64 32` makes a good one.",
    );
  }
  if (given) return given;
  const file = path.join(folder, "auth-secret");
  if (!fs.existsSync(file)) {
    // Renamed when complete: a disk that fills up here must not leave an empty secret behind.
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
    fs.renameSync(draft, file);
  }
  return fs.readFileSync(file, "utf8");
}

/** @returns {number | null} PORT, or null where none is set. */
export function givenPort() {
  const given = process.env.PORT;
  if (!given) return null;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new UserError(`PORT is "${given}"; it must be a number from 1 to 65535.`);
}

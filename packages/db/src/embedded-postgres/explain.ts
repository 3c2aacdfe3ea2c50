import fs from "node:fs";

const EXPLANATIONS: [RegExp, string][] = [
  [
    /No space left on device|ENOSPC/,
    "The disk is full, so Postgres cannot run. Nothing saved so far is lost: free some space and start again.",
  ],
  [
    /password authentication failed/,
    "The password file of the built-in Postgres does not fit its data folder. " +
      "Restore it, or move the folder away to begin with an empty database.",
  ],
  [
    /database files are incompatible with server|was initialized by PostgreSQL version/,
    "The data folder was made by another major version of Postgres. Export it with that version, or set DATABASE_URL.",
  ],
  [
    /Permission denied|EACCES|EPERM|has wrong ownership/,
    "The data folder belongs to another user. Start as that user, or set FEWSHOT_DATA_DIR to a folder of your own.",
  ],
];

/** @returns the sentence for a person, or null where the output says nothing we know. */
export function explainPostgresOutput(output: string): string | null {
  return EXPLANATIONS.find(([pattern]) => pattern.test(output))?.[1] ?? null;
}

/** Whether the server gave up over something that passes: a predecessor's lock, its memory, or its port. */
export function isPassingFailure(output: string): boolean {
  return /postmaster\.pid" already exists|shared memory block .* is still in use|Address already in use/.test(output);
}

/** @returns what the log file gained since it was `from` bytes long. */
export function readLogSince(file: string, from: number): string {
  return fs.existsSync(file) ? fs.readFileSync(file).subarray(from).toString("utf8") : "";
}

/** @returns the length of the log in bytes, after setting aside one that has grown over 5 MB. */
export function rotateLog(file: string): number {
  if (!fs.existsSync(file)) return 0;
  const { size } = fs.statSync(file);
  if (size < 5_000_000) return size;
  fs.renameSync(file, `${file}.1`);
  return 0;
}

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { UNCHANGED } from "./terminal.mjs";

const SKIPPED_FOLDERS = new Set([
  "node_modules",
  ".next",
  ".turbo",
  ".data",
  "__pycache__",
  "coverage",
  "test-results",
]);
const LARGE_BYTES = 2_000_000;

/**
 * Condenses files and folders into one hash. Large files count by size and time of change, all others by content.
 *
 * @param {string} root
 * @param {string[]} inputs - Relative to root; missing ones count as missing.
 * @param {string[]} [except] - Relative paths that are left out, with what is below.
 */
export function hashInputs(root, inputs, except = []) {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const file of listFiles(path.join(root, input), new Set(except.map((entry) => path.join(root, entry))))) {
      const { size, mtimeMs } = fs.statSync(file);
      hash.update(`${path.relative(root, file)}\0`);
      hash.update(size > LARGE_BYTES ? `${size} ${mtimeMs}` : fs.readFileSync(file));
    }
  }
  return hash.digest("hex");
}

function listFiles(entry, except) {
  if (except.has(entry)) return [];
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  if (SKIPPED_FOLDERS.has(path.basename(entry))) return [];
  const names = fs.readdirSync(entry).sort();
  return names.flatMap((name) => listFiles(path.join(entry, name), except));
}

/**
 * Does `work` unless its inputs are as they were when it last succeeded and its outputs are there.
 *
 * @param {string} root
 * @param {{ name: string, inputs: string[], except?: string[], outputs: string[], work: () => Promise<unknown> }} task
 */
export async function unlessUnchanged(root, { name, inputs, except, outputs, work }) {
  const stamp = path.join(root, "node_modules/.cache/fewshot", `${name}.sha256`);
  const now = hashInputs(root, inputs, except);
  const isThere = outputs.every((output) => fs.existsSync(path.join(root, output)));
  if (isThere && fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === now) return UNCHANGED;
  fs.rmSync(stamp, { force: true });
  await work();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, now);
  return undefined;
}

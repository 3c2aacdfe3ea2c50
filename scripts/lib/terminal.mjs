import { performance } from "node:perf_hooks";

/** A fault a person can mend: its message is all that is shown. The TypeScript packages have one of the same name. */
export class UserError extends Error {
  name = "UserError";
}

/** Returned by a step that had nothing to do. */
export const UNCHANGED = Symbol("unchanged");

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one step and shows its name and how long it took; on a terminal the seconds count up meanwhile.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work - Returns UNCHANGED to be shown as skipped.
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = performance.now();
  const label = `  ${name.padEnd(34, " ")}`;
  const isTerminal = process.stdout.isTTY;
  const show = (text) => process.stdout.write(isTerminal ? `\r\u001b[K${label}${text}` : "");
  if (isTerminal) show("");
  else process.stdout.write(label);
  const ticking = setInterval(() => show(seconds(since)), 500);
  const finish = (text) => {
    clearInterval(ticking);
    show("");
    process.stdout.write(`${text}\n`);
  };
  try {
    const result = await work();
    finish(result === UNCHANGED ? "unchanged" : seconds(since));
    return result;
  } catch (error) {
    finish(`failed after ${seconds(since)}`);
    throw error;
  }
}

/** Shows an error as a person needs it: a sentence where we have one, else the whole stack. */
export function showError(error) {
  process.stderr.write(`\n${sentenceFor(error) ?? error?.stack ?? error}\n`);
}

/** @returns {string | null} what to tell a person about the faults we know. */
export function sentenceFor(error) {
  const { name, message, code } = Object(error);
  if (name === "UserError") return message;
  if (/ENOSPC|No space left on device/.test(message)) {
    return "The disk is full. Nothing saved so far is lost: free some space and start again.";
  }
  if (code !== "EACCES" && code !== "EROFS") return null;
  return `No right to write ${error.path}: start as its owner, or use a folder of your own (FEWSHOT_DATA_DIR for data).`;
}

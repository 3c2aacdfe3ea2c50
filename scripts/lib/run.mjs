import { spawn } from "node:child_process";
import { UserError } from "./terminal.mjs";

const TAIL_LINES = 40;

/** Quiet tools: nothing of ours asks the network for news. */
export const QUIET_ENV = {
  NEXT_TELEMETRY_DISABLED: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  NO_UPDATE_NOTIFIER: "1",
};

/**
 * Runs a program to its end.
 *
 * @param {string[]} command - Program and arguments.
 * @param {{ cwd: string, env?: Record<string, string>, onOutput?: (text: string) => void }} options
 * @returns {Promise<{ status: number, output: string }>} stdout and stderr as they came, mixed. Status 127: not found.
 */
export function capture([program, ...args], { cwd, env = {}, onOutput = () => undefined }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...QUIET_ENV, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk) => {
      output += chunk;
      onOutput(chunk);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", (error) => resolve({ status: 127, output: `${output}${error.message}` }));
    child.on("close", (status, signal) => resolve({ status: status ?? (signal ? 128 : 1), output }));
  });
}

/** As `capture`, but a failure throws with the end of what the program said. */
export async function run(command, options) {
  const { status, output } = await capture(command, options);
  if (status === 0) return output;
  if (/ENOSPC|No space left on device/.test(output)) {
    throw new UserError("The disk is full. Nothing saved so far is lost: free some space and start again.");
  }
  const tail = output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
  throw new UserError(`${tail}\n\n"${command.map(shorten).join(" ")}" failed (exit status ${status}).`);
}

function shorten(word) {
  return word === process.execPath ? "node" : word;
}

/** @returns {string[]} npm as the one that runs us, so that its version and settings hold; else the one on the path. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) return [process.execPath, cli, ...args];
  return process.platform === "win32" ? ["npm.cmd", ...args] : ["npm", ...args];
}

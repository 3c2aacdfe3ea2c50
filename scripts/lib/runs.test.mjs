import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openRuns } from "./runs.mjs";

let folder;
let web;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-runs-"));
  web = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true });
});
afterEach(() => {
  web.kill("SIGKILL");
  fs.rmSync(folder, { recursive: true });
});

/** Processes of the tests live under their numbers; 999999 stands for a launcher that is dead. */
function identify(pid) {
  if (pid === 999_999 || (pid === web.pid && (web.exitCode ?? web.signalCode) !== null)) return null;
  return `${pid} started`;
}

function note(launcher) {
  const text = JSON.stringify({ launcher: `${launcher} started`, web: `${web.pid} started` });
  fs.writeFileSync(path.join(folder, "runs", `${launcher}.json`), text);
}

it("kills the web server that a dead launcher left, and forgets it", async () => {
  const runs = openRuns(folder, identify);
  note(999_999);
  const exit = once(web, "exit");
  await runs.clearAway();
  expect((await exit)[1]).toBe("SIGKILL");
  expect(fs.readdirSync(path.join(folder, "runs"))).toEqual([]);
});

it("leaves the web server of a living launcher alone", async () => {
  const runs = openRuns(folder, identify);
  note(process.ppid);
  await runs.clearAway();
  expect(web.exitCode ?? web.signalCode).toBeNull();
  expect(fs.readdirSync(path.join(folder, "runs"))).toHaveLength(1);
});

it("does not kill a stranger who got the old number", async () => {
  const runs = openRuns(folder, (pid) => (pid === 999_999 ? null : `${pid} started later`));
  note(999_999);
  await runs.clearAway();
  expect(web.exitCode ?? web.signalCode).toBeNull();
});

it("notes itself and forgets itself", () => {
  const runs = openRuns(folder, identify);
  runs.note(web.pid);
  const [name] = fs.readdirSync(path.join(folder, "runs"));
  expect(JSON.parse(fs.readFileSync(path.join(folder, "runs", name), "utf8"))).toEqual({
    launcher: `${process.pid} started`,
    web: `${web.pid} started`,
  });
  runs.forget();
  expect(fs.readdirSync(path.join(folder, "runs"))).toEqual([]);
});

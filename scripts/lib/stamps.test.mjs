import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { hashInputs, unlessUnchanged } from "./stamps.mjs";
import { UNCHANGED } from "./terminal.mjs";

let root;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-stamps-"));
  write("src/a.ts", "a");
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function write(file, text) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

function task(work) {
  return { name: "build", inputs: ["src"], outputs: ["out/done"], work };
}

it("hashes content, names and absence, and nothing below left-out or generated folders", () => {
  const hash = () => hashInputs(root, ["src", "missing"], ["src/generated"]);
  const first = hash();
  write("src/generated/x.ts", "x");
  write("src/node_modules/y.js", "y");
  expect(hash()).toBe(first);
  write("src/a.ts", "b");
  expect(hash()).not.toBe(first);
  write("src/a.ts", "a");
  expect(hash()).toBe(first);
  fs.renameSync(path.join(root, "src/a.ts"), path.join(root, "src/b.ts"));
  expect(hash()).not.toBe(first);
});

it("works once, and again when an input changes or an output is gone", async () => {
  const work = vi.fn(() => write("out/done", ""));
  expect(await unlessUnchanged(root, task(work))).toBeUndefined();
  expect(await unlessUnchanged(root, task(work))).toBe(UNCHANGED);
  write("src/a.ts", "changed");
  expect(await unlessUnchanged(root, task(work))).toBeUndefined();
  fs.rmSync(path.join(root, "out/done"));
  expect(await unlessUnchanged(root, task(work))).toBeUndefined();
  expect(work).toHaveBeenCalledTimes(3);
});

it("works again after it failed, even on inputs that had once succeeded", async () => {
  const work = vi.fn(() => write("out/done", ""));
  await unlessUnchanged(root, task(work));
  write("src/a.ts", "broken");
  await expect(
    unlessUnchanged(
      root,
      task(() => Promise.reject(new Error("no"))),
    ),
  ).rejects.toThrow("no");
  write("src/a.ts", "a");
  expect(await unlessUnchanged(root, task(work))).toBeUndefined();
});

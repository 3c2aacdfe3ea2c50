import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { countPlaywright, countVitest } from "./counts.mjs";
import { findChromium } from "./chromium.mjs";
import { buildWeb, generateAll, ROOT } from "./prepare.mjs";
import { capture } from "./run.mjs";

const bin = (file) => [process.execPath, path.join(ROOT, "node_modules", file)];
const tsc = bin("typescript/bin/tsc");
const vitest = bin("vitest/vitest.mjs");
const turbo = bin("turbo/bin/turbo");
const depcruise = bin("dependency-cruiser/bin/dependency-cruise.mjs");
const playwright = bin("@playwright/test/cli.js");

/**
 * What `npm test` checks, cheapest first. `commands` count as one check together; `vitest` and `playwright` count their
 * tests; `work` is for the rest and counts as one. `postgres` asks for TEST_DATABASE_URL, the same server for all.
 */
export const STAGES = [
  { name: "generate", work: generateAll },
  { name: "format", commands: [[...bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]] },
  { name: "lint", commands: [[...bin("eslint/bin/eslint.js"), "."]] },
  {
    name: "boundaries",
    commands: [
      [...turbo, "boundaries"],
      [...depcruise, "--config", ".dependency-cruiser.cjs", "apps", "packages"],
    ],
  },
  { name: "knip", commands: [bin("knip/bin/knip.js")] },
  { name: "manifests", commands: [[path.join(ROOT, "node_modules/.bin/sherif")]] },
  { name: "types", commands: typecheckCommands() },
  { name: "unit", vitest: ["--config", "vitest.config.mts"] },
  { name: "migrations", commands: [tsx("packages/db/scripts/migrate.ts", "check")], postgres: true },
  { name: "integration", vitest: ["--config", "vitest.int.config.mts"], postgres: true },
  { name: "build", work: buildWeb },
  { name: "leaks", commands: [[process.execPath, "scripts/leak-proof.mjs"]] },
  { name: "model in Chromium", playwright: ["--config", "packages/lm/browser/playwright.config.ts"] },
  { name: "e2e", playwright: ["--config", "e2e/playwright.config.ts"] },
];

function tsx(...args) {
  return [process.execPath, "--import", "tsx", ...args];
}

function typecheckCommands() {
  const folders = ["apps", "packages"].flatMap((parent) =>
    fs.readdirSync(path.join(ROOT, parent)).map((name) => `${parent}/${name}`),
  );
  const configured = [...folders, "e2e"].filter((folder) => fs.existsSync(path.join(ROOT, folder, "tsconfig.json")));
  return configured.map((folder) => [...tsc, "--noEmit", "-p", folder]);
}

/**
 * Runs one stage.
 *
 * @param {typeof STAGES[number]} stage
 * @param {Record<string, string>} env - Added to the environment of what it starts.
 * @returns {Promise<{ passed: number, failed: number, output: string }>} output: what to show if something failed.
 */
export async function runStage(stage, env) {
  if (stage.vitest) return runVitest(stage.vitest, env);
  if (stage.playwright) return runPlaywright(stage.playwright, env);
  if (stage.commands) return runCommands(stage.commands, env);
  await stage.work();
  return { passed: 1, failed: 0, output: "" };
}

/** All of them, as many at once as there are processors, so that one run shows every fault. */
async function runCommands(commands, env) {
  const waiting = [...commands];
  const outputs = [];
  const workers = Array.from({ length: os.availableParallelism() }, async () => {
    for (let command = waiting.shift(); command; command = waiting.shift()) {
      const { status, output } = await capture(command, { cwd: ROOT, env });
      if (status !== 0) outputs.push(output);
    }
  });
  await Promise.all(workers);
  return { passed: outputs.length === 0 ? 1 : 0, failed: outputs.length === 0 ? 0 : 1, output: outputs.join("\n") };
}

function runVitest(args, env) {
  return withReport(async (report) => {
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
    const plain = { ...env, NO_COLOR: "1" };
    const { status, output } = await capture([...vitest, "run", ...args, ...reporters], { cwd: ROOT, env: plain });
    return { ...countVitest(readReport(report), status), output };
  });
}

function runPlaywright(args, env) {
  return withReport(async (report) => {
    const chromium = await findChromium();
    // The journeys have a database of their own, whatever DATABASE_URL says.
    const given = { ...env, CHROMIUM_PATH: chromium, E2E_JSON: report, DATABASE_URL: "" };
    const { status, output } = await capture([...playwright, "test", ...args], { cwd: ROOT, env: given });
    return { ...countPlaywright(readReport(report), status), output };
  });
}

async function withReport(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-report-"));
  try {
    return await work(path.join(folder, "report.json"));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null;
}

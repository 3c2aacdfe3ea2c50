import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ModelName } from "./models.ts";
import { BENCH, CACHE, REPOSITORY } from "./paths.ts";
import { writeReport } from "./report.ts";
import type { Environment, ModelResult, Results } from "./results.ts";

/** The results on disk, as JSON and as the report made of it. */
export interface Store {
  /** The report, then the JSON. */
  paths: string[];
  /** What is known of a model, on top of what is always known. */
  of(name: ModelName, summary: ModelResult): ModelResult;
  /** Keeps it and writes both files. */
  put(name: ModelName, result: ModelResult): void;
}

/** What was measured before stays if it comes from the same machine and the same versions, so that parts add up. */
export function openStore(isQuick: boolean, environment: Environment): Store {
  const folder = isQuick ? CACHE : join(REPOSITORY, "docs");
  const report = join(folder, isQuick ? "quick.md" : "benchmarks.md");
  const json = join(folder, isQuick ? "quick.json" : "benchmarks.json");
  const old = existsSync(json) && !isQuick ? (JSON.parse(readFileSync(json, "utf8")) as Results) : undefined;
  const isSame = old && sameness(old.environment) === sameness(environment);
  const results: Results = { environment, models: isSame ? old.models : {} };
  return {
    paths: [report, json],
    of: (name, summary) => {
      const known = results.models[name];
      return known?.model === summary.model ? { ...known, ...summary } : summary;
    },
    put: (name, result) => {
      results.models[name] = result;
      mkdirSync(dirname(json), { recursive: true });
      writeFileSync(json, JSON.stringify(results, round));
      writeFileSync(report, writeReport(results, readNotes()));
      format([json, report]);
    },
  };
}

/** Makes the report of the figures in docs/ anew, for a change of its words. */
export function rewriteReport(): void {
  const [report, json] = ["benchmarks.md", "benchmarks.json"].map((file) => join(REPOSITORY, "docs", file));
  if (report === undefined || json === undefined) return;
  writeFileSync(report, writeReport(JSON.parse(readFileSync(json, "utf8")) as Results, readNotes()));
  format([report]);
}

function readNotes(): string {
  return readFileSync(join(BENCH, "notes.md"), "utf8");
}

function sameness({ date: _date, ...rest }: Environment): string {
  return JSON.stringify(rest);
}

/** Microseconds are as fine as the clock is. */
function round(_key: string, value: unknown): unknown {
  return typeof value === "number" && Math.abs(value) < 1e6 ? Math.round(value * 1000) / 1000 : value;
}

function format(paths: readonly string[]): void {
  const require = createRequire(join(REPOSITORY, "package.json"));
  const prettier = join(dirname(require.resolve("prettier")), "bin", "prettier.cjs");
  execFileSync(process.execPath, [prettier, "--write", "--log-level", "warn", "--ignore-path", "", ...paths], {
    cwd: REPOSITORY,
  });
}

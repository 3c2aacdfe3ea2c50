/**
 * Measures our runtime against transformers.js in one Chromium, with the same weights.
 *
 * Usage: npm run bench:lm -- [--quick] [--model story|124m|all] [--part NAME]... [--rounds N] [--python PATH] [--report]
 *
 * Parts: roofline, agreement, sweep, decoding, prompting, loading; all by default. What a part measured replaces what is
 * in docs/benchmarks.json, and docs/benchmarks.md is written anew; `--quick` writes to the cache folder instead.
 * `--report` measures nothing and writes the report of the figures that are there.
 *
 * The first run installs transformers.js into this folder. `--python` names a Python with onnx and onnxruntime, which
 * makes the q8 and fp16 files that transformers.js takes; without one they are left out, and the report says so.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { agree } from "./agreement.ts";
import type { Browser } from "./browser.ts";
import { openBrowser } from "./browser.ts";
import { buildSite } from "./build-site.ts";
import type { Mounts } from "./contestants.ts";
import { entriesFor } from "./contestants.ts";
import { decodeRounds } from "./decoding.ts";
import { describeEnvironment } from "./environment.ts";
import { installPeer } from "./install.ts";
import { visitAll } from "./loading.ts";
import type { ModelName, PreparedModel } from "./models.ts";
import { prepareModel } from "./models.ts";
import type { Plan } from "./plan.ts";
import { createPrompts, leastWork, planFor } from "./plan.ts";
import { readPrompts } from "./prompting.ts";
import type { Decoding, ModelResult } from "./results.ts";
import { openStore, rewriteReport } from "./store.ts";
import { probeRoofline } from "./roofline.ts";
import { sweep } from "./sweep.ts";

const PARTS = ["roofline", "agreement", "sweep", "decoding", "prompting", "loading"] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    model: { type: "string", default: "all" },
    part: { type: "string", multiple: true, default: [...PARTS] },
    report: { type: "boolean", default: false },
    rounds: { type: "string" },
    python: { type: "string", default: "python3" },
  },
});

const names: ModelName[] = (["story", "124m"] as const).filter(
  (name) => values.model === "all" || values.model === name,
);
const parts = PARTS.filter((part) => values.part.includes(part));
if (names.length === 0) throw new Error(`--model is ${values.model}, not story, 124m or all`);
if (parts.length === 0) throw new Error(`--part must be one of ${PARTS.join(", ")}`);

if (values.report) rewriteReport();
else await main();

async function main(): Promise<void> {
  const peer = installPeer();
  const mounts = await buildSite();
  const prepared = names.map((name) => ({ name, model: prepareModel(name, values.python) }));
  const browser = await openBrowser();
  try {
    const store = openStore(values.quick, describeEnvironment(browser.version, peer));
    for (const { name, model } of prepared) {
      const plan = planFor(name, { quick: values.quick, rounds: values.rounds ? Number(values.rounds) : undefined });
      for (const part of parts) {
        say(`${model.folder}: ${part}`);
        const before = store.of(name, summarise(model, plan));
        const keep = (measured: Partial<ModelResult>): void => store.put(name, { ...before, ...measured });
        keep(await measure(part, { browser, mounts, name, model, plan, before, keep }));
      }
    }
    say(`Written: ${store.paths.join(", ")}`);
    if (values.quick) process.stdout.write(`\n${readFileSync(store.paths[0] ?? "", "utf8")}`);
  } finally {
    await browser.close();
  }
}

interface Task {
  browser: Browser;
  mounts: Mounts;
  name: ModelName;
  model: PreparedModel;
  plan: Plan;
  before: ModelResult;
  keep: (measured: Partial<ModelResult>) => void;
}

async function measure(part: Part, task: Task): Promise<Partial<ModelResult>> {
  const { browser, mounts, name, model, plan, before, keep } = task;
  const keepRounds = (decoding: Decoding): void => keep({ decoding });
  const prompt = createPrompts(model);
  const entries = entriesFor(model.folder, before.sweep?.best);
  const shipped = entries.filter((entry) => entry.name !== "ours by the public interface");
  switch (part) {
    case "roofline":
      return { roofline: await probeRoofline(browser, mounts, leastWork(model, 0).bytes) };
    case "agreement":
      return { agreement: await agree(browser, mounts, { name, model, plan, prompt }) };
    case "sweep":
      return { sweep: await sweep(browser, mounts, { model, plan, prompt }) };
    case "decoding":
      return {
        decoding: await decodeRounds(browser, mounts, {
          model,
          plan,
          prompt,
          entries: entries.slice(1),
          keep: keepRounds,
        }),
      };
    case "prompting":
      return { prompting: await readPrompts(browser, mounts, { plan, prompt, entries: shipped }) };
    case "loading":
      return { loading: await visitAll(browser, mounts, { visits: plan.visits, entries: shipped }) };
  }
}

function summarise(model: PreparedModel, plan: Plan): ModelResult {
  const { folder, config } = model;
  return {
    model: folder,
    parameters: Math.round(leastWork(model, 0).bytes / 4),
    contextLength: config.n_positions,
    work: Object.fromEntries(plan.lengths.map((length) => [length, leastWork(model, length)])),
  };
}

function say(what: string): void {
  process.stderr.write(`${what}\n`);
}

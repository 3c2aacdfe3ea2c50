/**
 * Registers a Hugging Face GPT-2 folder (config.json, model.safetensors, merges.txt, perhaps vocab.json) as a model of
 * this site:
 *
 *     npm run model:add -w @fewshot/lm -- <folder> [--name gpt2] [--storage fp32|fp16|int8]
 *
 * The model is checked, converted, tried with the real runtime and then put in `added-models/<name>/`. `npm start` serves
 * it from then on. To remove it, delete that folder.
 */
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { AddedModel } from "../src/export/add-model.ts";
import { addModel } from "../src/export/add-model.ts";
import type { Storage } from "../src/export/storage.ts";
import { startRuntime } from "../src/runtime/open-backend.ts";
import { ADDED_MODELS, shippedNames } from "./registry.ts";

const STORAGES: readonly Storage[] = ["fp32", "fp16", "int8"];
const USAGE = `usage: npm run model:add -- <folder> [--name NAME] [--storage ${STORAGES.join("|")}]`;

try {
  const added = await main();
  console.log(`model:add: ${describe(added)}`);
} catch (error) {
  console.error(`model:add: nothing was registered. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function main(): Promise<AddedModel> {
  const options = { name: { type: "string" }, storage: { type: "string", default: "fp16" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder, ...more] = positionals;
  const storage = STORAGES.find((known) => known === values.storage);
  if (folder === undefined || more.length > 0 || !storage) throw new Error(USAGE);
  const entryUrl = new URL("../src/runtime/ort-entry.mjs", import.meta.url).href;
  return addModel({
    // npm runs a script in its package's folder; what was typed counts from where it was typed.
    folder: resolve(process.env["INIT_CWD"] ?? ".", folder),
    registry: ADDED_MODELS,
    name: values.name,
    storage,
    takenNames: await shippedNames(),
    startRuntime: () => startRuntime({ entryUrl, maxThreads: 1, now: () => performance.now() }),
  });
}

function describe({ name, isNew, manifest, trial }: AddedModel): string {
  if (!isNew) return `${name} is registered already, from the same files; nothing to do`;
  const { bytes, chunks } = manifest.files.decode;
  const mib = (bytes / 2 ** 20).toFixed(1);
  const lines = [
    `${name} is registered: ${mib} MiB in ${chunks.length} ${chunks.length === 1 ? "chunk" : "chunks"}, in ${relative(process.cwd(), ADDED_MODELS)}/${name}`,
    `It was tried with ${trial?.backend ?? "the runtime"} and wrote ${JSON.stringify(trial?.text ?? "")}.`,
    `Restart the site with npm start; the model is then at /models/${name}/manifest.json.`,
  ];
  return lines.join("\n  ");
}

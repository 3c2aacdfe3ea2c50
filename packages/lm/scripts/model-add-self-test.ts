/**
 * Adds a checkpoint with the sizes of GPT-2 (124 million parameters, 523 MiB of random weights) to a registry that is
 * thrown away, and says what it took. Too much for every `npm test`:
 *
 *     npm run model:add:self-test -w @fewshot/lm -- [fp32|fp16|int8]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addModel } from "../src/export/add-model.ts";
import type { Storage } from "../src/export/storage.ts";
import { writeCheckpoint } from "../src/export/testing/checkpoint.ts";
import { startRuntime } from "../src/runtime/open-backend.ts";

const GPT2 = { n_layer: 12, n_head: 12, n_embd: 768, n_positions: 1024, vocab_size: 50257 };

const STORAGES: readonly Storage[] = ["fp32", "int8"];

const storage: Storage = STORAGES.find((known) => known === process.argv[2]) ?? "fp16";
const home = mkdtempSync(join(tmpdir(), "fewshot-model-add-"));
const entryUrl = new URL("../src/runtime/ort-entry.mjs", import.meta.url).href;
const request = {
  folder: join(home, "gpt2-random"),
  registry: join(home, "registry"),
  storage,
  takenNames: [],
  startRuntime: () => startRuntime({ entryUrl, maxThreads: 1, now: () => performance.now() }),
};

try {
  const made = await timed(() => writeCheckpoint(request.folder, { config: GPT2, withMasks: true, withVocab: true }));
  const added = await timed(() => addModel(request));
  const again = await timed(() => addModel(request));
  if (!added.value.isNew || again.value.isNew) throw new Error("The second run should have had nothing to do");
  const { bytes, chunks } = added.value.manifest.files.decode;
  console.log(
    `model:add:self-test: ${storage}, made in ${made.seconds} s, added in ${added.seconds} s, again in ${again.seconds} s; ` +
      `${(bytes / 2 ** 20).toFixed(1)} MiB in ${chunks.length} chunks, tried with ${added.value.trial?.backend ?? "nothing"}; ` +
      `at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB of memory`,
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; seconds: string }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: ((performance.now() - start) / 1000).toFixed(1) };
}

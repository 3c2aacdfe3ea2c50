import { createTokenizer } from "@fewshot/ml-core";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createChunkStore } from "../chunk-store.ts";
import type { EngineEnvironment, LoadedEngine } from "../load-engine.ts";
import { loadEngine } from "../load-engine.ts";
import { refuse } from "./hugging-face.ts";

/** What a model said when it was tried. */
export interface Trial {
  prompt_ids: number[];
  greedy_ids: number[];
  text: string;
  backend: string;
}

const STEPS = 8;
const PROMPT = "Hello, 世界! One day";

/**
 * Loads a packed model from its folder as a browser does from a site, every chunk checked against its hash, with the
 * runtime that the site has, and lets it write a few tokens, always the likeliest.
 *
 * @throws ModelRefusedError if the tokenizer loses text or a logit is not a finite number; LmError if it cannot be run.
 */
export async function tryModel(folder: string, startRuntime: EngineEnvironment["startRuntime"]): Promise<Trial> {
  const manifestUrl = pathToFileURL(join(folder, "manifest.json")).href;
  const loaded = await loadEngine({ manifestUrl }, surroundings(startRuntime));
  try {
    return await write(loaded);
  } finally {
    await loaded.driver.dispose();
  }
}

async function write({ driver, manifest, merges, engine }: LoadedEngine): Promise<Trial> {
  const { specialTokens, kind } = manifest.tokenizer;
  const { n_positions: context, vocab_size: size, eos_token_id: end = size - 1 } = manifest.config;
  const tokenizer = createTokenizer({ merges, specialTokens, kind });
  const prompt = tokenizer.encode(PROMPT);
  if (tokenizer.decode(prompt) !== PROMPT) refuse("The tokenizer does not give a text back that it has cut in tokens");
  const ids = [end, ...prompt].slice(0, Math.max(1, context - STEPS));
  const start = ids.length;
  let reading = await driver.prefill(ids);
  while (ids.length < Math.min(start + STEPS, context)) {
    const best = likeliest(reading.logits);
    if (best === undefined) refuse(`The model's logits after ${ids.length} tokens are not all finite numbers`);
    ids.push(best);
    reading = await driver.append(reading.handle, best);
  }
  const written = ids.slice(start);
  return {
    prompt_ids: ids.slice(0, start),
    greedy_ids: written,
    text: tokenizer.decode(written),
    backend: engine.backend,
  };
}

function likeliest(logits: Float32Array): number | undefined {
  return logits.every(Number.isFinite) ? logits.indexOf(logits.reduce((a, b) => Math.max(a, b))) : undefined;
}

function surroundings(startRuntime: EngineEnvironment["startRuntime"]): EngineEnvironment {
  return {
    fetch: async (input) => new Response(await readFile(fileURLToPath(String(input)))),
    store: createChunkStore(undefined),
    sha256: (bytes) => Promise.resolve(createHash("sha256").update(bytes).digest("hex")),
    startRuntime,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
  };
}

import type { LanguageModel, Tokenizer } from "@fewshot/ml-core";
import { createTokenizer } from "@fewshot/ml-core";
import { createLanguageModel } from "./create-language-model.ts";
import { LmError, abortedError, toLmError } from "./lm-error.ts";
import type { LoadProgress } from "./load-progress.ts";
import type { Manifest } from "./manifest.ts";
import type { WorkerLike } from "./exchange.ts";
import { createWorkerClient } from "./worker-client.ts";

/** A model with what belongs to it. */
export interface LoadedModel extends LanguageModel {
  readonly tokenizer: Tokenizer;
  readonly manifest: Manifest;
  /** Names exactly these weights and this tokenizer, so that a shared link can say which model it was made with. */
  readonly fingerprint: string;
  /** What computes. */
  readonly backend: "wasm";
}

export interface LoadOptions {
  /** Address of a `manifest.json`; relative ones are taken from the page's. */
  manifestUrl: string;
  /** `auto` is the best that this browser has; today that is always WebAssembly on one thread. */
  backend?: "auto" | "wasm";
  onProgress?: (progress: LoadProgress) => void;
  signal?: AbortSignal;
  /** Makes the worker; a test gives its own. */
  spawnWorker?: () => WorkerLike;
}

/** Built by `npm run build` from gpt2.worker.ts; served with its own policy, which allows WebAssembly. */
const WORKER_URL = "/lm/worker.js";
const RUNTIME_URL = "/lm/ort-wasm-simd-threaded.wasm";

/**
 * Loads a model in a worker of its own and gets it ready to answer at full speed.
 *
 * @returns The port of ml-core with tokenizer and manifest. Dispose it to give its memory (and its worker) back.
 * @throws LmError with a code for each way it can fail; after `aborted` and `network` the chunks that had arrived are
 *   kept, so the next call resumes.
 */
export async function loadModel(options: LoadOptions): Promise<LoadedModel> {
  const { manifestUrl, onProgress, signal } = options;
  if (signal?.aborted) throw abortedError(signal.reason);
  const client = createWorkerClient((options.spawnWorker ?? spawnWorker)());
  try {
    const base = (globalThis as { location?: Location }).location?.href;
    const addresses = { manifestUrl: new URL(manifestUrl, base).href, runtimeUrl: RUNTIME_URL };
    const { manifest, merges } = await client.load(addresses, { signal, onProgress });
    const { config } = manifest;
    const model = createLanguageModel(client, {
      vocabSize: config.vocab_size,
      contextLength: config.n_positions,
      endOfTextId: config.eos_token_id ?? config.vocab_size - 1,
    });
    return {
      ...model,
      tokenizer: tokenizerOf(manifest, merges),
      manifest,
      fingerprint: manifest.fingerprint,
      backend: "wasm",
    };
  } catch (error) {
    await client.dispose();
    if (signal?.aborted) throw abortedError(signal.reason);
    throw toLmError(error);
  }
}

function tokenizerOf({ tokenizer, config }: Manifest, merges: string): Tokenizer {
  const { kind, specialTokens } = tokenizer;
  const made = createTokenizer({ merges, specialTokens, kind });
  if (made.vocabSize !== config.vocab_size) {
    throw new LmError("corrupt", `The tokenizer has ${made.vocabSize} tokens, the model ${config.vocab_size}`);
  }
  return made;
}

function spawnWorker(): WorkerLike {
  if (typeof Worker === "undefined") throw new LmError("unsupported", "This browser has no module workers");
  return new Worker(WORKER_URL, { type: "module" });
}

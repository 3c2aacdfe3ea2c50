import type { Tokenizer } from "@fewshot/ml-core";
import { createTokenizer } from "@fewshot/ml-core";
import type { BackendId } from "./backend.ts";
import type { CompletingModel } from "./create-language-model.ts";
import { createLanguageModel } from "./create-language-model.ts";
import type { AskOptions, WorkerLike } from "./exchange.ts";
import { LmError, abortedError, toLmError } from "./lm-error.ts";
import type { LoadProgress } from "./load-progress.ts";
import type { Manifest } from "./manifest.ts";
import type { EngineInfo } from "./protocol.ts";
import type { Running } from "./restarting-driver.ts";
import { RestartingDriver } from "./restarting-driver.ts";
import type { RuntimeFiles, Runtimes } from "./runtime-files.ts";
import { RUNTIME_FOLDER, findRuntimes } from "./runtime-files.ts";
import { wantsCard } from "./wants-card.ts";
import type { Loaded, WorkerClient } from "./worker-client.ts";
import { createWorkerClient } from "./worker-client.ts";

/** A model with what belongs to it. */
export interface LoadedModel extends CompletingModel {
  readonly tokenizer: Tokenizer;
  readonly manifest: Manifest;
  /** Names exactly these weights and this tokenizer, so that a shared link can say which model it was made with. */
  readonly fingerprint: string;
  /** What computes. */
  readonly backend: "wasm" | "webgpu";
  /** The same in detail; another after a restart. */
  readonly engine: EngineInfo;
}

export interface LoadOptions {
  /** Address of a `manifest.json`; relative ones are taken from the page's. */
  manifestUrl: string;
  /**
   * `auto` is WebAssembly, which every browser of today has and which is faster for small models; a big one goes on the
   * graphics card where there is a real one. `webgpu` takes any card for any model. Both fall back.
   */
  backend?: "auto" | "wasm" | "webgpu";
  onProgress?: (progress: LoadProgress) => void;
  signal?: AbortSignal;
  /** Where `npm run build` put the runtime; by default `/lm/`. */
  runtimeFolder?: string;
  /** Makes the worker; a test gives its own. */
  spawnWorker?: (url: string) => WorkerLike;
  /** Backends to do without; for tests and measurements. */
  without?: readonly BackendId[];
  /** Threads of the processor, in place of the number that a measurement at the start chooses; likewise. */
  threads?: number;
}

/**
 * Loads a model in a worker of its own and gets it ready to answer at full speed. If the worker later crashes or is
 * taken away, another takes its place and goes on where it was; only a second failure reaches the caller.
 *
 * @returns The port of ml-core with tokenizer and manifest. Dispose it to give its memory (and its worker) back.
 * @throws LmError with a code for each way it can fail; after `aborted` and `network` the chunks that had arrived are
 *   kept, so the next call resumes.
 */
export async function loadModel(options: LoadOptions): Promise<LoadedModel> {
  const { signal, onProgress } = options;
  if (signal?.aborted) throw abortedError(signal.reason);
  const { loaded, client } = await startWorker(options, { signal, onProgress });
  const driver = new RestartingDriver({ driver: client, engine: loaded.engine }, async (without) => {
    const next = await startWorker({ ...options, without: [...(options.without ?? []), ...without] }, {});
    return { driver: next.client, engine: next.loaded.engine } satisfies Running;
  });
  const { manifest, merges } = loaded;
  try {
    const tokenizer = tokenizerOf(manifest, merges);
    const model = createLanguageModel(driver, sizesOf(manifest));
    return {
      ...model,
      tokenizer,
      manifest,
      fingerprint: manifest.fingerprint,
      get backend() {
        return driver.engine.backend === "webgpu" ? ("webgpu" as const) : ("wasm" as const);
      },
      get engine() {
        return driver.engine;
      },
    };
  } catch (error) {
    await driver.dispose();
    throw toLmError(error);
  }
}

interface Started {
  loaded: Loaded;
  client: WorkerClient;
}

/** A worker with the model in it: on a graphics card if one is wanted, there and able, else on the processor. */
async function startWorker(options: LoadOptions, ask: AskOptions): Promise<Started> {
  const base = (globalThis as { location?: Location }).location?.href;
  const absolute = { ...options, manifestUrl: new URL(options.manifestUrl, base).href };
  // Outside a site a worker brings its own runtime.
  if (base === undefined) return startWith(absolute, undefined, ask);
  const runtimes = await findRuntimes(new URL(options.runtimeFolder ?? RUNTIME_FOLDER, base).href);
  const card = await cardRuntime(runtimes, absolute);
  if (!card) return startWith(absolute, runtimes.wasm, ask);
  return startWith(absolute, card, ask).catch((error: unknown) => {
    if (error instanceof LmError && ["aborted", "network"].includes(error.code)) throw error;
    return startWith(absolute, runtimes.wasm, ask);
  });
}

async function cardRuntime({ webgpu }: Runtimes, options: LoadOptions): Promise<RuntimeFiles | undefined> {
  const { backend = "auto", without = [], manifestUrl } = options;
  if (!webgpu || without.includes("webgpu")) return undefined;
  return (await wantsCard(backend, manifestUrl)) ? webgpu : undefined;
}

async function startWith(options: LoadOptions, files: RuntimeFiles | undefined, ask: AskOptions): Promise<Started> {
  const { manifestUrl, without, threads } = options;
  const client = createWorkerClient((options.spawnWorker ?? spawnWorker)(files?.worker.url ?? ""));
  try {
    const request = { manifestUrl, entryUrl: files?.entry.url, wasmUrl: files?.wasm.url, without, threads };
    return { client, loaded: await client.load(request, ask) };
  } catch (error) {
    await client.dispose();
    if (ask.signal?.aborted) throw abortedError(ask.signal.reason);
    throw toLmError(error);
  }
}

function sizesOf({ config }: Manifest) {
  return {
    vocabSize: config.vocab_size,
    contextLength: config.n_positions,
    endOfTextId: config.eos_token_id ?? config.vocab_size - 1,
  };
}

function tokenizerOf({ tokenizer, config }: Manifest, merges: string): Tokenizer {
  const { kind, specialTokens } = tokenizer;
  const made = createTokenizer({ merges, specialTokens, kind });
  if (made.vocabSize !== config.vocab_size) {
    throw new LmError("corrupt", `The tokenizer has ${made.vocabSize} tokens, the model ${config.vocab_size}`);
  }
  return made;
}

function spawnWorker(url: string): WorkerLike {
  if (typeof Worker === "undefined") throw new LmError("unsupported", "This browser has no module workers");
  return new Worker(url, { type: "module" });
}

import type { Backend, BackendId } from "./backend.ts";
import type { Driver } from "./driver.ts";
import { createEngine } from "./engine.ts";
import type { CompleteGpt2Config } from "./gpt2-config.ts";
import { LmError, abortedError } from "./lm-error.ts";
import type { ChunkProgress, LoadProgress } from "./load-progress.ts";
import { summarise } from "./load-progress.ts";
import type { Manifest, Piece } from "./manifest.ts";
import { parseManifest } from "./manifest.ts";
import type { EngineInfo, LoadRequest } from "./protocol.ts";
import { runTogether } from "./together.ts";
import type { LoadEnvironment } from "./weights.ts";
import { fetchPiece, fetchWeights } from "./weights.ts";

/** What a runtime is asked to make ready. */
export interface BackendRequest {
  model: Uint8Array;
  config: CompleteGpt2Config;
  /** Backends to do without, because they failed before. */
  without?: readonly BackendId[] | undefined;
}

/** A backend, and how it came to be the one. */
export interface OpenedBackend extends Omit<EngineInfo, "backend"> {
  backend: Backend;
}

/** A runtime that has started; it opens one model. */
export interface Runtime {
  open(request: BackendRequest): Promise<OpenedBackend>;
}

export type RuntimeRequest = Pick<LoadRequest, "entryUrl" | "wasmUrl" | "threads">;

/** Surroundings of an engine: the network and the runtime. */
export interface EngineEnvironment extends LoadEnvironment {
  startRuntime(request: RuntimeRequest): Promise<Runtime>;
  /** Takes a lock, to hold it until the worker ends. */
  holdLock?(name: string): Promise<void>;
  /** Lets waiting messages in. */
  pause(): Promise<void>;
  /** Milliseconds on a steady clock. */
  now(): number;
}

/** All addresses are absolute. */
export interface EngineRequest extends Omit<LoadRequest, "lockName"> {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: LoadProgress) => void) | undefined;
}

export interface LoadedEngine {
  driver: Driver;
  manifest: Manifest;
  merges: string;
  engine: EngineInfo;
}

/**
 * WebAssembly starts in a quick, slow-running form and is optimised while it runs: the first hundred steps are several
 * times slower. They are spent here, behind the loading card, for no longer than this.
 */
const WARM_UP_MS = 600;
const WARM_UP_STEPS = 120;

/**
 * Brings a model from its address to a running engine: manifest, weights and runtime side by side, session, warm-up.
 *
 * @throws LmError with any of its codes.
 */
export async function loadEngine(request: EngineRequest, environment: EngineEnvironment): Promise<LoadedEngine> {
  const { manifestUrl, signal, without } = request;
  let chunks: readonly ChunkProgress[] = [];
  const report = (phase: LoadProgress["phase"]): void => request.onProgress?.(summarise(phase, chunks));

  report("manifest");
  const manifest = await fetchManifest(manifestUrl, environment, signal);
  const pieces = manifest.files.decode.chunks.map((piece) => absolute(piece, manifestUrl));
  const mergesPiece = absolute(manifest.tokenizer.merges, manifestUrl);
  const onProgress = (changed: readonly ChunkProgress[]): void => {
    chunks = changed;
    report("weights");
  };
  const [model, mergesBytes, runtime] = await runTogether(signal, (inner) => [
    fetchWeights(pieces, environment, { signal: inner, onProgress }),
    fetchPiece(mergesPiece, environment, inner),
    environment.startRuntime(request),
  ]);
  const kept = new Set([manifestUrl, ...[...pieces, mergesPiece].map(({ url }) => url)]);
  await environment.store.keepOnly(new URL(".", manifestUrl).href, kept);

  report("runtime");
  const { backend, threads, notes } = await runtime.open({ model, config: manifest.config, without });
  report("warm-up");
  await warmUp(backend, environment, { signal, steps: Math.min(WARM_UP_STEPS, manifest.config.n_positions) });
  const merges = new TextDecoder().decode(mergesBytes);
  const driver = createEngine(backend, environment.pause);
  return { driver, manifest, merges, engine: { backend: backend.id, threads, notes } };
}

/** The manifest as it is now; without a connection the one of the last visit, whose chunks are kept beside it. */
async function fetchManifest(
  url: string,
  environment: LoadEnvironment,
  signal: AbortSignal | undefined,
): Promise<Manifest> {
  const { store } = environment;
  try {
    // The manifest is the one file whose address does not change with its content, so always ask whether it has.
    const response = await environment.fetch(url, { cache: "no-cache", ...(signal && { signal }) });
    if (!response.ok) throw new LmError("network", `${url} answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const manifest = readManifest(bytes, url);
    await store.put(url, bytes);
    return manifest;
  } catch (error) {
    if (signal?.aborted) throw abortedError(signal.reason);
    if (error instanceof LmError) throw error;
    const kept = await store.get(url);
    if (kept) return readManifest(kept, url);
    throw new LmError("network", `${url} could not be read: ${String(error)}`, { cause: error });
  }
}

function readManifest(bytes: Uint8Array, url: string): Manifest {
  try {
    return parseManifest(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (error instanceof LmError) throw error;
    throw new LmError("corrupt", `${url} is no manifest: ${String(error)}`, { cause: error });
  }
}

function absolute(piece: Piece, manifestUrl: string): Piece {
  return { ...piece, url: new URL(piece.url, manifestUrl).href };
}

async function warmUp(
  backend: Backend,
  { now, pause }: EngineEnvironment,
  { signal, steps }: { signal: AbortSignal | undefined; steps: number },
): Promise<void> {
  const end = now() + WARM_UP_MS;
  const cache = backend.createCache();
  for (let step = 0; step < steps && now() < end; step++) {
    await pause();
    if (signal?.aborted) {
      await backend.dispose();
      throw abortedError(signal.reason);
    }
    await cache.read([0], step);
  }
  cache.release();
}

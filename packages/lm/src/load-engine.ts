import type { Driver } from "./driver.ts";
import type { Gpt2Session } from "./engine.ts";
import { createEngine } from "./engine.ts";
import type { CompleteGpt2Config } from "./gpt2-config.ts";
import { emptyCache } from "./kv-cache.ts";
import { LmError, abortedError } from "./lm-error.ts";
import type { ChunkProgress, LoadProgress } from "./load-progress.ts";
import { summarise } from "./load-progress.ts";
import type { Manifest, Piece } from "./manifest.ts";
import { parseManifest } from "./manifest.ts";
import { runTogether } from "./together.ts";
import type { LoadEnvironment } from "./weights.ts";
import { fetchPiece, fetchWeights } from "./weights.ts";

/** Surroundings of an engine: the network and the runtime. */
export interface EngineEnvironment extends LoadEnvironment {
  startRuntime(wasmUrl: string | undefined): Promise<void>;
  openSession(model: Uint8Array, config: CompleteGpt2Config): Promise<Gpt2Session>;
  /** Lets waiting messages in. */
  pause(): Promise<void>;
  /** Milliseconds on a steady clock. */
  now(): number;
}

export interface EngineRequest {
  /** Absolute. */
  manifestUrl: string;
  runtimeUrl?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: LoadProgress) => void) | undefined;
}

export interface LoadedEngine {
  driver: Driver;
  manifest: Manifest;
  merges: string;
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
  const { manifestUrl, runtimeUrl, signal } = request;
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
  const [model, mergesBytes] = await runTogether(signal, (inner) => [
    fetchWeights(pieces, environment, { signal: inner, onProgress }),
    fetchPiece(mergesPiece, environment, inner),
    environment.startRuntime(runtimeUrl),
  ]);
  const kept = new Set([...pieces, mergesPiece].map(({ url }) => url));
  await environment.store.keepOnly(new URL(".", manifestUrl).href, kept);

  report("runtime");
  const session = await environment.openSession(model, manifest.config);
  report("warm-up");
  await warmUp(session, environment, { signal, steps: Math.min(WARM_UP_STEPS, manifest.config.n_positions) });
  const merges = new TextDecoder().decode(mergesBytes);
  return { driver: createEngine(session, environment.pause), manifest, merges };
}

async function fetchManifest(
  url: string,
  environment: LoadEnvironment,
  signal: AbortSignal | undefined,
): Promise<Manifest> {
  let raw: unknown;
  try {
    // The manifest is the one file whose address does not change with its content, so always ask whether it has.
    const response = await environment.fetch(url, { cache: "no-cache", ...(signal && { signal }) });
    if (!response.ok) throw new LmError("network", `${url} answered ${response.status}`);
    raw = await response.json();
  } catch (error) {
    if (signal?.aborted) throw abortedError(signal.reason);
    if (error instanceof LmError) throw error;
    const code = error instanceof SyntaxError ? "corrupt" : "network";
    throw new LmError(code, `${url} could not be read: ${String(error)}`, { cause: error });
  }
  return parseManifest(raw);
}

function absolute(piece: Piece, manifestUrl: string): Piece {
  return { ...piece, url: new URL(piece.url, manifestUrl).href };
}

async function warmUp(
  session: Gpt2Session,
  { now, pause }: EngineEnvironment,
  { signal, steps }: { signal: AbortSignal | undefined; steps: number },
): Promise<void> {
  const end = now() + WARM_UP_MS;
  let cache = emptyCache(session.partCount);
  for (let step = 0; step < steps && now() < end; step++) {
    await pause();
    if (signal?.aborted) {
      await session.release();
      throw abortedError(signal.reason);
    }
    ({ present: cache } = await session.run([0], cache));
  }
}

import type { CancelSignal } from "@fewshot/ml-core";
import type { Driver, Reading, WeightsHash } from "./driver.ts";
import type { Answer, AskOptions, Question, WorkerLike } from "./exchange.ts";
import { createExchange } from "./exchange.ts";
import { LmError } from "./lm-error.ts";
import type { LoadProgress } from "./load-progress.ts";
import type { Manifest } from "./manifest.ts";
import type { EngineInfo, LoadRequest } from "./protocol.ts";
import { watchLock } from "./watch-lock.ts";

/** What a worker says when its model is ready. */
export interface Loaded {
  manifest: Manifest;
  merges: string;
  engine: EngineInfo;
}

/** The worker seen from the page: a driver that can also load. */
export interface WorkerClient extends Driver {
  load(request: LoadRequest, options: AskOptions): Promise<Loaded>;
}

/**
 * Speaks the protocol to a worker. After `dispose` the worker is gone.
 *
 * A worker can also go without a word, when the browser takes its memory away. It holds a lock while it lives, so the
 * page notices.
 */
export function createWorkerClient(worker: WorkerLike): WorkerClient {
  const { ask, fail } = createExchange(worker);
  const watch = watchLock(() => fail("The model's worker has gone"));

  const releases = collectReleases((handles) => worker.postMessage({ type: "release", handles }));

  const read = async (question: Question, signal: CancelSignal | undefined): Promise<Reading> => {
    const answer = await ask(question, { signal });
    if (answer.type !== "read") throw new LmError("worker", `Expected a reading, got "${answer.type}"`);
    return { handle: answer.handle, logits: answer.logits };
  };

  const load = async (request: LoadRequest, options: AskOptions): Promise<Loaded> => {
    const onProgress = (progress: LoadProgress): void => {
      // The first word of a worker comes after it took the lock.
      watch.start();
      options.onProgress?.(progress);
    };
    const answer = await ask({ type: "load", ...request, lockName: watch.name }, { ...options, onProgress });
    if (answer.type !== "loaded") throw new LmError("worker", `Expected a model, got "${answer.type}"`);
    return { manifest: answer.manifest, merges: answer.merges, engine: answer.engine };
  };

  return {
    load,
    prefill: (ids, signal) => read({ type: "prefill", ids, released: releases.take() }, signal),
    append: (handle, token, signal) => read({ type: "append", handle, token, released: releases.take() }, signal),
    complete: async (prompts, options, signal) => {
      const answer = await ask({ type: "complete", prompts, options, released: releases.take() }, { signal });
      if (answer.type !== "completed") throw new LmError("worker", `Expected texts, got "${answer.type}"`);
      return answer.ids;
    },
    hashWeights: () => ask({ type: "hash", released: releases.take() }, {}).then(hashIn),
    release: releases.add,
    dispose: () => {
      releases.take();
      watch.stop();
      worker.terminate();
      fail("The model is disposed");
      return Promise.resolve();
    },
  };
}

function hashIn(answer: Answer): WeightsHash | null {
  if (answer.type !== "hashed") throw new LmError("worker", `Expected a hash, got "${answer.type}"`);
  return answer.hash;
}

/** So long a text that nobody needs may wait for a request that takes its release along. */
const RELEASE_WAIT_MS = 100;

/** Gathers releases: generation makes one for each token, just before it asks for the next. */
function collectReleases(send: (handles: readonly number[]) => void): {
  add(handle: number): void;
  /** What has gathered; undefined if nothing has. */
  take(): readonly number[] | undefined;
} {
  let waiting: number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (): readonly number[] | undefined => {
    clearTimeout(timer);
    timer = undefined;
    const taken = waiting;
    waiting = [];
    return taken.length > 0 ? taken : undefined;
  };
  return {
    add: (handle) => {
      waiting.push(handle);
      timer ??= setTimeout(() => send(take() ?? []), RELEASE_WAIT_MS);
    },
    take,
  };
}

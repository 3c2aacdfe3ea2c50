import type { CancelSignal } from "@fewshot/ml-core";
import type { Driver, Reading } from "./driver.ts";
import type { AskOptions, Question, WorkerLike } from "./exchange.ts";
import { createExchange } from "./exchange.ts";
import { LmError } from "./lm-error.ts";
import type { Manifest } from "./manifest.ts";

/** The worker seen from the page: a driver that can also load. */
export interface WorkerClient extends Driver {
  load(
    addresses: { manifestUrl: string; runtimeUrl?: string | undefined },
    options: AskOptions,
  ): Promise<{ manifest: Manifest; merges: string }>;
}

/** Speaks the protocol to a worker. After `dispose` the worker is gone. */
export function createWorkerClient(worker: WorkerLike): WorkerClient {
  const { ask, fail } = createExchange(worker);

  const read = async (question: Question, signal: CancelSignal | undefined): Promise<Reading> => {
    const answer = await ask(question, { signal });
    if (answer.type !== "read") throw new LmError("worker", `Expected a reading, got "${answer.type}"`);
    return { handle: answer.handle, logits: answer.logits };
  };

  return {
    load: async (addresses, options) => {
      const answer = await ask({ type: "load", ...addresses }, options);
      if (answer.type !== "loaded") throw new LmError("worker", `Expected a model, got "${answer.type}"`);
      return { manifest: answer.manifest, merges: answer.merges };
    },
    prefill: (ids, signal) => read({ type: "prefill", ids }, signal),
    append: (handle, token, signal) => read({ type: "append", handle, token }, signal),
    release: (handle) => worker.postMessage({ type: "release", handle }),
    dispose: () => {
      worker.terminate();
      fail("The model is disposed");
      return Promise.resolve();
    },
  };
}

import { config as configureZod } from "zod/mini";
import { createChunkStore } from "./chunk-store.ts";
import { LmError } from "./lm-error.ts";
import type { Runtime } from "./load-engine.ts";
import type { RuntimeOptions } from "./runtime/open-backend.ts";
import type { ServerPort } from "./serve.ts";
import { serve } from "./serve.ts";
import { sha256 } from "./sha256.ts";

const now = (): number => performance.now();

/** Makes this worker answer the page. Every worker of this package is this and a runtime. */
export function serveWorker(startRuntime: (options: RuntimeOptions) => Promise<Runtime>): void {
  // Without this zod tries `new Function`, which the worker's policy refuses and the browser reports.
  configureZod({ jitless: true });
  const store = createChunkStore((globalThis as { caches?: CacheStorage }).caches);
  // In a worker the global object is the port to the page; the DOM library types it as a window.
  serve(globalThis as unknown as ServerPort, {
    fetch: (input, init) => fetch(input, init),
    store,
    sha256,
    startRuntime: ({ entryUrl, wasmUrl, threads }) => {
      if (entryUrl === undefined) throw new LmError("worker", "The page did not say where the runtime lies");
      return startRuntime({ entryUrl, wasmUrl, store, threads, maxThreads: maxThreads(), now });
    },
    holdLock,
    pause: createPause(),
    now,
  });
}

/** Ends when the messages that were waiting have been handled. A timer would be held back to 4 ms by browsers. */
function createPause(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
}

function holdLock(name: string): Promise<void> {
  return new Promise((taken, failed) => {
    const forEver = new Promise<never>(() => undefined);
    navigator.locks.request(name, () => (taken(), forEver)).catch(failed);
  });
}

/** More than four gain nothing for models of this size; half of the cores stay with the page. */
function maxThreads(): number {
  const { crossOriginIsolated = false } = globalThis as { crossOriginIsolated?: boolean };
  return crossOriginIsolated ? Math.min(4, Math.max(2, Math.floor(navigator.hardwareConcurrency / 2))) : 1;
}

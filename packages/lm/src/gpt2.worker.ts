import { config as configureZod } from "zod/mini";
import { createChunkStore } from "./chunk-store.ts";
import { openSession, startRuntime } from "./onnx-session.ts";
import type { ServerPort } from "./serve.ts";
import { serve } from "./serve.ts";
import { sha256 } from "./sha256.ts";

/** Ends when the messages that were waiting have been handled. A timer would be held back to 4 ms by browsers. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

// Without this zod tries `new Function`, which the worker's policy refuses and the browser reports.
configureZod({ jitless: true });

// In a worker the global object is the port to the page; the DOM library types it as a window.
serve(globalThis as unknown as ServerPort, {
  fetch: (input, init) => fetch(input, init),
  store: createChunkStore((globalThis as { caches?: CacheStorage }).caches),
  sha256,
  startRuntime,
  openSession,
  pause,
  now: () => performance.now(),
});

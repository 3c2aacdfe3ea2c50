import type { Runtime } from "../load-engine.ts";
import { startRuntime } from "../runtime/open-backend.ts";

let started: Promise<Runtime> | undefined;

/** ONNX Runtime in Node, on one thread; started once for all tests of a file. */
export function nodeRuntime(): Promise<Runtime> {
  const entryUrl = new URL("../runtime/ort-entry.mjs", import.meta.url).href;
  started ??= startRuntime({ entryUrl, maxThreads: 1, now: () => performance.now() });
  return started;
}

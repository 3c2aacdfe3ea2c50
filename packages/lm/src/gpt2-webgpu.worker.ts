import { startGpuRuntime } from "./runtime/open-gpu-backend.ts";
import { serveWorker } from "./serve-worker.ts";

/** Loaded only by pages that were granted a graphics card: its runtime is twice the size of the other. */
serveWorker((options) => Promise.resolve(startGpuRuntime(options)));

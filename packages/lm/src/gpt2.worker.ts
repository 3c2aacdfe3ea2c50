import { startRuntime } from "./runtime/open-backend.ts";
import { serveWorker } from "./serve-worker.ts";

serveWorker(startRuntime);

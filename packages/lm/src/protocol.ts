import type { LmErrorCode } from "./lm-error.ts";
import type { LoadProgress } from "./load-progress.ts";
import type { Manifest } from "./manifest.ts";

/** From the page to the worker. `release` and `cancel` get no answer of their own. */
export type WorkerRequest =
  | { type: "load"; requestId: number; manifestUrl: string; runtimeUrl?: string | undefined }
  | { type: "prefill"; requestId: number; ids: readonly number[] }
  | { type: "append"; requestId: number; handle: number; token: number }
  /** Ends the request named, if it has not ended, with `failed` and the code `aborted`. */
  | { type: "cancel"; requestId: number }
  | { type: "release"; handle: number };

/** The requests that are answered once, by `loaded`, `read` or `failed`. */
export type AnsweredRequest = Exclude<WorkerRequest, { type: "cancel" | "release" }>;

/** From the worker to the page. `progress` comes any number of times before its request's answer. */
export type WorkerResponse =
  | { type: "progress"; requestId: number; progress: LoadProgress }
  | { type: "loaded"; requestId: number; manifest: Manifest; merges: string }
  /** Logits of the next token, shape [V]; transferred, not copied. */
  | { type: "read"; requestId: number; handle: number; logits: Float32Array<ArrayBuffer> }
  | { type: "failed"; requestId: number; code: LmErrorCode; message: string };

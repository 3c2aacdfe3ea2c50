import type { BackendId } from "./backend.ts";
import type { CompleteOptions, WeightsHash } from "./driver.ts";
import type { LmErrorCode } from "./lm-error.ts";
import type { LoadProgress } from "./load-progress.ts";
import type { Manifest } from "./manifest.ts";

/** What computes, as the worker found it. */
export interface EngineInfo {
  backend: BackendId;
  threads: number;
  /** Why something faster was passed over, in English; for logs and bug reports. */
  notes: readonly string[];
}

export interface LoadRequest {
  manifestUrl: string;
  /** Where ONNX Runtime lies; undefined in Node. Both absolute paths or addresses. */
  entryUrl?: string | undefined;
  wasmUrl?: string | undefined;
  /** Of ONNX Runtime; measured and chosen where it is not said. */
  threads?: number | undefined;
  /** Backends to do without, because they failed before. */
  without?: readonly BackendId[] | undefined;
  /** A lock to hold while the worker lives, so that the page notices its end. */
  lockName?: string | undefined;
}

/** A computation. Texts that are no longer needed are named along with it, because a message of their own costs time. */
interface ComputeRequest {
  requestId: number;
  released?: readonly number[] | undefined;
}

/** From the page to the worker. `release` and `cancel` get no answer of their own. */
export type WorkerRequest =
  | ({ type: "load"; requestId: number } & LoadRequest)
  | ({ type: "prefill"; ids: readonly number[] } & ComputeRequest)
  | ({ type: "append"; handle: number; token: number } & ComputeRequest)
  | ({ type: "complete"; prompts: readonly (readonly number[])[]; options: CompleteOptions } & ComputeRequest)
  | ({ type: "hash" } & ComputeRequest)
  /** Ends the request named, if it has not ended, with `failed` and the code `aborted`. */
  | { type: "cancel"; requestId: number }
  | { type: "release"; handles: readonly number[] };

/** The requests that are answered once, by `loaded`, `read`, `completed`, `hashed` or `failed`. */
export type AnsweredRequest = Exclude<WorkerRequest, { type: "cancel" | "release" }>;

/** From the worker to the page. `progress` comes any number of times before its request's answer. */
export type WorkerResponse =
  | { type: "progress"; requestId: number; progress: LoadProgress }
  | { type: "loaded"; requestId: number; manifest: Manifest; merges: string; engine: EngineInfo }
  /** Logits of the next token, shape [V]; transferred, not copied. */
  | { type: "read"; requestId: number; handle: number; logits: Float32Array<ArrayBuffer> }
  | { type: "completed"; requestId: number; ids: number[][] }
  | { type: "hashed"; requestId: number; hash: WeightsHash | null }
  | { type: "failed"; requestId: number; code: LmErrorCode; message: string };

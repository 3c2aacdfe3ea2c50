/**
 * What stopped a model, for a page to turn into words:
 * - `network`: a file could not be fetched; what has arrived is kept, so loading again resumes;
 * - `corrupt`: a file is not what the manifest promised, twice in a row, or the manifest itself is malformed;
 * - `aborted`: the caller's signal;
 * - `unsupported`: this browser or page lacks something needed (WebAssembly SIMD, workers, a secure context);
 * - `out-of-memory`: the weights do not fit;
 * - `worker`: the engine stopped or answered nonsense; load the model again.
 */
export type LmErrorCode = "network" | "corrupt" | "aborted" | "unsupported" | "out-of-memory" | "worker";

/** The message is for logs and bug reports, in English; pages speak from the code. */
export class LmError extends Error {
  override readonly name = "LmError";
  readonly code: LmErrorCode;

  constructor(code: LmErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Signs of exhausted memory in the messages of V8, SpiderMonkey, JavaScriptCore and ONNX Runtime. */
const OUT_OF_MEMORY = /bad_alloc|out of memory|memory access out of bounds|allocation failed|array buffer length/i;

/** Signs of an engine without the WebAssembly we need, or of a page whose policy forbids it. */
const UNSUPPORTED = /SIMD is not supported|WebAssembly is not defined|unsafe-eval|no available backend/i;

/** Gives any thrown value a code; an `LmError` stays as it is. */
export function toLmError(error: unknown, fallback: LmErrorCode = "worker"): LmError {
  if (error instanceof LmError) return error;
  const message = error instanceof Error ? error.message : String(error);
  // Memory first: "no available backend" also wraps an allocation that failed.
  if (OUT_OF_MEMORY.test(message)) return new LmError("out-of-memory", message, { cause: error });
  if (UNSUPPORTED.test(message)) return new LmError("unsupported", message, { cause: error });
  return new LmError(fallback, message, { cause: error });
}

/** The error of a load that its caller's signal stopped. */
export function abortedError(reason: unknown): LmError {
  return new LmError("aborted", "Loading was stopped", { cause: reason });
}

import { InferenceSession, Tensor, env } from "onnxruntime-web/wasm";
import type { Gpt2Session } from "./gpt2-session.ts";
import type { CompleteGpt2Config } from "./gpt2-config.ts";
import { openPublicSession } from "./public-session.ts";
import type { RuntimeAddresses } from "./runtime/ort-module.ts";

env.logLevel = "error";
// How many threads is decided once for both ways to the runtime, and a proxy would be a worker inside a worker.
env.wasm.numThreads = 1;
env.wasm.proxy = false;

/** The version of the runtime that is at work. */
export function runtimeVersion(): string {
  return env.versions.web ?? env.versions.common;
}

/** Makes the public interface work with the module that `chooseModule` named, or with one of the same kind. */
export function usePublicInterface({ entryUrl, wasmUrl }: RuntimeAddresses): void {
  env.wasm.wasmPaths = { mjs: entryUrl, ...(wasmUrl !== undefined && { wasm: wasmUrl }) };
}

/**
 * Opens a graph made by `exportOnnx`, of either variant, on the processor.
 *
 * @throws LmError `out-of-memory`, or `corrupt` if the runtime refuses the model.
 */
export function openSession(model: Uint8Array, config: CompleteGpt2Config): Promise<Gpt2Session> {
  return openPublicSession({ InferenceSession, Tensor }, model, config);
}

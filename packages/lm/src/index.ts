export { LmError } from "./lm-error.ts";
export type { LmErrorCode } from "./lm-error.ts";
export { loadModel } from "./load-model.ts";
export type { LoadedModel, LoadOptions } from "./load-model.ts";
export type { CompletingModel } from "./create-language-model.ts";
export type { ChunkProgress, ChunkState, LoadProgress } from "./load-progress.ts";
export type { Manifest } from "./manifest.ts";
export { measureModel } from "./model-size.ts";
export type { ModelSize } from "./model-size.ts";

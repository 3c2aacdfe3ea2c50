export { exportGraphOver, exportOnnx } from "./export-onnx.ts";
export type { ExportRequest, GraphRequest } from "./export-onnx.ts";
export type { GraphVariant } from "./gpt2-graph.ts";
export { SafetensorsError, readSafetensors } from "./safetensors.ts";
export type { SafeTensor } from "./safetensors.ts";
export { packModel } from "./pack-model.ts";
export type { ModelFolder, PackedModel } from "./pack-model.ts";
export type { Storage } from "./storage.ts";

import type { CompleteGpt2Config, Gpt2Config } from "../gpt2-config.ts";
import { parseGpt2Config } from "../gpt2-config.ts";
import { ONNXRUNTIME_VERSION } from "../runtime/ort-module.ts";
import type { GraphOptions, GraphVariant } from "./gpt2-graph.ts";
import { addGpt2 } from "./gpt2-graph.ts";
import type { Weight } from "./gpt2-weights.ts";
import { selectWeights } from "./gpt2-weights.ts";
import { OPSET, createOnnxGraph } from "./onnx-graph.ts";
import { readSafetensors } from "./safetensors.ts";
import { readStoredWeights } from "./stored-weights.ts";
import type { Storage } from "./storage.ts";
import { storeWeight } from "./storage.ts";

export interface GraphRequest {
  variant: GraphVariant;
  /** How many of the largest logits to give besides; at most the vocabulary. By default none. */
  topk?: number;
  /** With `topk`: leave the full logits out. */
  onlyTopk?: boolean;
}

export interface ExportRequest extends GraphRequest {
  /** By default as in the checkpoint. */
  storage?: Storage;
}

/**
 * Turns GPT-2 weights in Hugging Face's layout into an ONNX model (IR 9, opset 20, no custom operators).
 *
 * Weights are cast to float32 when the model is loaded, whatever they are stored as, and all arithmetic is float32: the
 * logits are PyTorch's for the same (rounded) weights to about 1e-5. The tied head is stored once. Equal inputs give
 * equal bytes. The file's metadata say the variant, the storage, the opset and the version of ONNX Runtime it was tried
 * with. `addGpt2` documents inputs and outputs; any batch size will do.
 *
 * @param safetensors - The whole file; names with or without the `transformer.` prefix.
 * @param config - `config.json`, parsed; the keys that decide the graph are checked.
 * @throws SafetensorsError if the file breaks its format; TypeError if configuration or weights are not a GPT-2 we can
 *   run, or if a weight cannot be stored as asked; RangeError if `topk` is not between 1 and the vocabulary.
 */
export function exportOnnx(
  safetensors: Uint8Array,
  config: Gpt2Config,
  request: GraphVariant | ExportRequest,
): Uint8Array {
  const { storage = "as-is", ...wanted }: ExportRequest = typeof request === "string" ? { variant: request } : request;
  const complete = parseGpt2Config(config);
  const weights = selectWeights(readSafetensors(safetensors), complete);
  return buildModel(
    weights.map((weight) => storeWeight(weight, storage)),
    graphOptions(complete, wanted),
  );
}

/**
 * Another graph over the weights of a file that `exportOnnx` made, so that they are served, fetched and kept once. The
 * new file is a few kilobytes: its weights are references (ONNX external data) into the served one.
 *
 * @param served - A whole file of `exportOnnx`, of any variant and storage.
 * @param request.location - The name under which the runtime will be shown `served`.
 * @throws RangeError or TypeError if `served` is not such a file; RangeError if `topk` is out of range.
 */
export function exportGraphOver(
  served: Uint8Array,
  config: Gpt2Config,
  { location, ...request }: GraphRequest & { location: string },
): Uint8Array {
  const complete = parseGpt2Config(config);
  return buildModel(readStoredWeights(served, complete, location), graphOptions(complete, request));
}

function graphOptions(config: CompleteGpt2Config, { variant, topk, onlyTopk = false }: GraphRequest): GraphOptions {
  if (topk === undefined) return { config, variant };
  if (!Number.isInteger(topk) || topk < 1 || topk > config.vocab_size) {
    throw new RangeError(`topk is ${topk}; it must be a whole number from 1 to ${config.vocab_size}`);
  }
  return { config, variant, topk: { count: topk, isOnly: onlyTopk } };
}

function buildModel(weights: readonly Weight[], options: GraphOptions): Uint8Array {
  const graph = createOnnxGraph();
  addGpt2(graph, weights, options);
  const types = new Set(weights.map(({ dataType }) => dataType));
  return graph.finish(`gpt2-${options.variant}`, {
    variant: options.variant,
    stored: [...types].sort().join(", "),
    opset: String(OPSET),
    onnxruntime: ONNXRUNTIME_VERSION,
  });
}

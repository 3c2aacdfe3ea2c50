import type { Gpt2Config } from "../gpt2-config.ts";
import { parseGpt2Config } from "../gpt2-config.ts";
import type { GraphVariant } from "./gpt2-graph.ts";
import { addGpt2 } from "./gpt2-graph.ts";
import { selectWeights } from "./gpt2-weights.ts";
import { createOnnxGraph } from "./onnx-graph.ts";
import { readSafetensors } from "./safetensors.ts";

/**
 * Turns GPT-2 weights in Hugging Face's layout into an ONNX model (IR 9, opset 20, no custom operators).
 *
 * Weights keep their stored type: F16 and BF16 are cast to float32 when the model is loaded, and all arithmetic is
 * float32, so F32 weights give PyTorch's logits to about 1e-5. The tied head is stored once. Equal inputs give equal
 * bytes. `addGpt2` documents the inputs and outputs of the two variants.
 *
 * @param safetensors - The whole file; names with or without the `transformer.` prefix.
 * @param config - `config.json`, parsed; the keys that decide the graph are checked.
 * @throws SafetensorsError if the file breaks its format; TypeError if configuration or weights are not a GPT-2 we can run.
 */
export function exportOnnx(safetensors: Uint8Array, config: Gpt2Config, variant: GraphVariant): Uint8Array {
  const complete = parseGpt2Config(config);
  const weights = selectWeights(readSafetensors(safetensors), complete);
  const graph = createOnnxGraph();
  addGpt2(graph, weights, { config: complete, variant });
  return graph.finish(`gpt2-${variant}`);
}

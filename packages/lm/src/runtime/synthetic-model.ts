import { mulberry32 } from "@fewshot/ml-core";
import { addGpt2 } from "../export/gpt2-graph.ts";
import { gpt2Shapes } from "../export/gpt2-weights.ts";
import type { Weight } from "../export/gpt2-weights.ts";
import { createOnnxGraph } from "../export/onnx-graph.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import { parseGpt2Config } from "../gpt2-config.ts";

/** A decode graph that was never trained, to try a runtime with. */
export interface SyntheticModel {
  config: CompleteGpt2Config;
  bytes: Uint8Array;
}

const SMALL = { n_layer: 2, n_head: 2, n_embd: 32, n_positions: 80, vocab_size: 64 };

/** Small, with weights of unit order that are the same every time: an error anywhere shows in its logits. */
export function smallModel(): SyntheticModel {
  const random = mulberry32(1);
  return synthesise(parseGpt2Config(SMALL), (size) => {
    const values = Float32Array.from({ length: size }, () => random() - 0.5);
    return { dataType: "float", bytes: new Uint8Array(values.buffer) };
  });
}

/**
 * A model larger than this is bound by memory, not by arithmetic, so what stands for it must lie in memory as well:
 * 192 MiB in float32 are more than a processor's cache gives one program.
 */
const MOST_WEIGHTS = 48 * 2 ** 20;
const MOST_VOCABULARY = 8192;

/** As wide as the model that is to run, and as deep as it is, or as is needed not to fit a cache. */
export function slabModel(config: CompleteGpt2Config): SyntheticModel {
  const perLayer = config.n_embd * (4 * config.n_embd + 2 * (config.n_inner ?? 4 * config.n_embd));
  const vocabulary = Math.min(config.vocab_size, MOST_VOCABULARY);
  const layers = Math.floor((MOST_WEIGHTS - vocabulary * config.n_embd) / perLayer);
  const sizes = { n_layer: Math.max(1, Math.min(config.n_layer, layers)), n_positions: 32, vocab_size: vocabulary };
  // A byte each in the file: the runtime makes float32 of them, and nobody copies four times as much about.
  return synthesise({ ...config, ...sizes }, (size) => ({ dataType: "int8", bytes: new Uint8Array(size) }));
}

function synthesise(
  config: CompleteGpt2Config,
  fill: (size: number) => Pick<Weight, "dataType" | "bytes">,
): SyntheticModel {
  const graph = createOnnxGraph();
  const weights = [...gpt2Shapes(config)].map(([name, dims]) => {
    const size = dims.reduce((product, length) => product * length, 1);
    return { name, dims, ...fill(size) };
  });
  addGpt2(graph, weights, { config, variant: "decode" });
  return { config, bytes: graph.finish("synthetic") };
}

import { mulberry32 } from "@fewshot/ml-core";
import { addGpt2 } from "../export/gpt2-graph.ts";
import { gpt2Shapes } from "../export/gpt2-weights.ts";
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
  return synthesise(parseGpt2Config(SMALL), () => random() - 0.5);
}

const MOST_WEIGHTS = 8e6;
const MOST_VOCABULARY = 8192;

/** As wide as the model that is to run, and as deep as is needed to see how long its layers take. */
export function slabModel(config: CompleteGpt2Config): SyntheticModel {
  const perLayer = 12 * config.n_embd ** 2;
  const layers = Math.max(1, Math.min(config.n_layer, Math.floor(MOST_WEIGHTS / perLayer)));
  const sizes = { n_layer: layers, n_positions: 32, vocab_size: Math.min(config.vocab_size, MOST_VOCABULARY) };
  return synthesise({ ...config, ...sizes }, () => 0);
}

function synthesise(config: CompleteGpt2Config, draw: () => number): SyntheticModel {
  const graph = createOnnxGraph();
  const weights = [...gpt2Shapes(config)].map(([name, dims]) => {
    const size = dims.reduce((product, length) => product * length, 1);
    const bytes = new Uint8Array(Float32Array.from({ length: size }, draw).buffer);
    return { name, dims, dataType: "float" as const, bytes };
  });
  addGpt2(graph, weights, { config, variant: "decode" });
  return { config, bytes: graph.finish("synthetic") };
}

import { createTensor, type Tensor } from "../autograd/tensor.ts";
import type { MicroGptConfig } from "./config.ts";

/** The standard deviation of GPT-2's first weights. */
const DEVIATION = 0.02;

/** A weight matrix and the vector added after it, or the gain and bias of a layer norm. */
export interface WeightAndBias {
  weight: Tensor;
  bias: Tensor;
}

/** One decoder block. Matrices are [in, out], as in GPT-2's Conv1D. */
export interface Block {
  ln1: WeightAndBias;
  attention: WeightAndBias;
  attentionOut: WeightAndBias;
  ln2: WeightAndBias;
  feedForward: WeightAndBias;
  feedForwardOut: WeightAndBias;
}

export interface Parameters {
  /** Token embeddings and output layer, shape [V, d]. */
  tokens: Tensor;
  /** Shape [T, d]. */
  positions: Tensor;
  blocks: readonly Block[];
  lnFinal: WeightAndBias;
  /** All tensors in a fixed order under the names of Hugging Face's GPT-2 (`h.0.attn.c_attn.weight`). */
  byName: ReadonlyMap<string, Tensor>;
}

/**
 * Fresh parameters as GPT-2 begins: matrices normal with deviation 0.02, those that write to the residual stream
 * 0.02/√(2L); biases 0, gains 1.
 *
 * @param config - A checked configuration.
 * @param random - Uniform on [0, 1). Two draws for each number of a matrix or embedding, in the order of `byName`.
 * @see Radford et al., 2019, "Language Models are Unsupervised Multitask Learners", section 2.3
 */
export function createParameters(config: MicroGptConfig, random: () => number): Parameters {
  const { vocabSize, contextLength, layers, dModel: d } = config;
  const byName = new Map<string, Tensor>();
  const normal = (name: string, shape: readonly number[], deviation = DEVIATION) => {
    const tensor = createTensor(shape);
    for (let i = 0; i < tensor.data.length; i++) tensor.data[i] = deviation * drawNormal(random);
    byName.set(name, tensor);
    return tensor;
  };
  const constant = (name: string, length: number, value = 0) => {
    const tensor = createTensor([length]);
    tensor.data.fill(value);
    byName.set(name, tensor);
    return tensor;
  };
  const norm = (name: string) => ({ weight: constant(`${name}.weight`, d, 1), bias: constant(`${name}.bias`, d) });
  const linear = (name: string, shape: [number, number], deviation?: number) => ({
    weight: normal(`${name}.weight`, shape, deviation),
    bias: constant(`${name}.bias`, shape[1]),
  });
  const residual = DEVIATION / Math.sqrt(2 * layers);
  const createBlock = (layer: number): Block => ({
    ln1: norm(`h.${layer}.ln_1`),
    attention: linear(`h.${layer}.attn.c_attn`, [d, 3 * d]),
    attentionOut: linear(`h.${layer}.attn.c_proj`, [d, d], residual),
    ln2: norm(`h.${layer}.ln_2`),
    feedForward: linear(`h.${layer}.mlp.c_fc`, [d, 4 * d]),
    feedForwardOut: linear(`h.${layer}.mlp.c_proj`, [4 * d, d], residual),
  });
  const tokens = normal("wte.weight", [vocabSize, d]);
  const positions = normal("wpe.weight", [contextLength, d]);
  const blocks = Array.from({ length: layers }, (_, layer) => createBlock(layer));
  return { tokens, positions, blocks, lnFinal: norm("ln_f"), byName };
}

/** A standard normal number from two uniform ones (Box and Muller, 1958). */
function drawNormal(random: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

import type { CompleteGpt2Config } from "../gpt2-config.ts";
import type { Constant } from "./onnx-graph.ts";
import type { SafeTensor } from "./safetensors.ts";

/** The types a weight may have in a checkpoint. */
const FLOAT_TYPES = { F32: "float", F16: "float16", BF16: "bfloat16" } as const;

/** A tensor of the network; with a `scale`, which broadcasts to its shape, its value is the product of both. */
export interface Weight extends Constant {
  scale?: Constant;
}

/** A weight as a checkpoint holds it. */
export interface FloatWeight extends Constant {
  dataType: (typeof FLOAT_TYPES)[keyof typeof FLOAT_TYPES];
  bytes: Uint8Array;
}

/** The names of one layer's tensors and their shapes; C = n_embd, I = the inner width of the MLP. */
function layerShapes(width: number, inner: number): [string, number[]][] {
  return [
    ["ln_1.weight", [width]],
    ["ln_1.bias", [width]],
    ["attn.c_attn.weight", [width, 3 * width]],
    ["attn.c_attn.bias", [3 * width]],
    ["attn.c_proj.weight", [width, width]],
    ["attn.c_proj.bias", [width]],
    ["ln_2.weight", [width]],
    ["ln_2.bias", [width]],
    ["mlp.c_fc.weight", [width, inner]],
    ["mlp.c_fc.bias", [inner]],
    ["mlp.c_proj.weight", [inner, width]],
    ["mlp.c_proj.bias", [width]],
  ];
}

/** Every tensor GPT-2 needs with its shape, in the order of the network. The head is `wte` again, so it has none. */
export function gpt2Shapes(config: CompleteGpt2Config): Map<string, number[]> {
  const width = config.n_embd;
  const shapes = new Map([
    ["wte.weight", [config.vocab_size, width]],
    ["wpe.weight", [config.n_positions, width]],
  ]);
  for (let layer = 0; layer < config.n_layer; layer++) {
    for (const [name, shape] of layerShapes(width, config.n_inner ?? 4 * width))
      shapes.set(`h.${layer}.${name}`, shape);
  }
  shapes.set("ln_f.weight", [width]);
  return shapes.set("ln_f.bias", [width]);
}

/**
 * Picks GPT-2's weights out of a Hugging Face file, whose names may start with `transformer.` or not. Other tensors
 * (the causal mask buffers of old files, a second copy of the tied head) are left out.
 *
 * @throws TypeError if a weight is missing, or has another shape than `config` says, or is not of a float type.
 */
export function selectWeights(tensors: ReadonlyMap<string, SafeTensor>, config: CompleteGpt2Config): FloatWeight[] {
  const prefix = tensors.has("transformer.wte.weight") ? "transformer." : "";
  return [...gpt2Shapes(config)].map(([name, dims]) => {
    const tensor = tensors.get(prefix + name);
    if (!tensor) throw new TypeError(`The weights have no tensor "${prefix}${name}"`);
    if (tensor.shape.join() !== dims.join()) {
      throw new TypeError(`"${name}" has shape [${tensor.shape.join()}], the configuration needs [${dims.join()}]`);
    }
    const dataType = Object.hasOwn(FLOAT_TYPES, tensor.dtype) && FLOAT_TYPES[tensor.dtype as keyof typeof FLOAT_TYPES];
    if (!dataType) throw new TypeError(`"${name}" has type ${tensor.dtype}, expected F32, F16 or BF16`);
    return { name, dataType, dims, bytes: tensor.bytes };
  });
}

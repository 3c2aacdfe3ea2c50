import { floatsOfHalves } from "../export/half.ts";
import { readStoredWeights } from "../export/stored-weights.ts";
import type { Weight } from "../export/gpt2-weights.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import { add, attend, dot, gelu, layerNorm, linear } from "./layers.ts";

/** What went on inside while a text of T tokens was read. */
export interface GlassReading {
  /** For each layer, shape [H, T, T]: how much of position j position i takes. Rows add up to 1; 0 for j > i. */
  attention: Float32Array[];
  /** Shape [T, C]: the embedding, then what each layer left. */
  hidden: Float32Array[];
}

/** A GPT-2 that can be looked into, over the very weights that are served. */
export interface GlassModel {
  readonly layers: number;
  readonly heads: number;
  readonly width: number;
  /**
   * @param pause - Awaited between layers, so that a page stays awake; it may reject to stop.
   * @returns Numbers of the inspect graph of `exportOnnx`, to rounding.
   */
  read(ids: readonly number[], pause?: () => Promise<void>): Promise<GlassReading>;
  /** The logit lens: what the output layer would make of a hidden state, shape [C] to [V]. After the last layer it is the model's own answer. */
  lens(state: Float32Array): Float32Array;
}

/**
 * @param served - A file of `exportOnnx`, stored as float32 or float16.
 * @throws TypeError or RangeError if it is not one, or is stored as int8.
 */
export function openGlass(served: Uint8Array, config: CompleteGpt2Config): GlassModel {
  const { get, norm, block } = openNetwork(served, config);
  const { n_layer: layers, n_head: heads, n_embd: width } = config;
  const rowOf = (name: string, row: number) => get(name).subarray(row * width, (row + 1) * width);
  return {
    layers,
    heads,
    width,
    read: async (ids, pause = () => Promise.resolve()) => {
      let state = new Float32Array(ids.length * width);
      ids.forEach((id, at) => state.set(add(rowOf("wte.weight", id), rowOf("wpe.weight", at)), at * width));
      const reading: GlassReading = { attention: [], hidden: [state] };
      for (let layer = 0; layer < layers; layer++) {
        await pause();
        const read = block(layer, state);
        state = new Float32Array(read.hidden);
        reading.attention.push(read.shares);
        reading.hidden.push(state);
      }
      return reading;
    },
    lens: (state) => {
      const normed = norm("ln_f", state);
      return Float32Array.from({ length: config.vocab_size }, (_, id) => dot(normed, rowOf("wte.weight", id)));
    },
  };
}

/** The weights as numbers, and what is computed with them. */
function openNetwork(served: Uint8Array, config: CompleteGpt2Config) {
  const stored = readStoredWeights(served, config, "");
  const weights = new Map(stored.map((weight) => [weight.name, floatsOf(weight, served)]));
  const get = (name: string): Float32Array => weights.get(name) ?? new Float32Array(0);
  const { n_head: heads, n_embd: width, layer_norm_epsilon: epsilon } = config;
  const norm = (name: string, x: Float32Array) =>
    layerNorm(x, { weight: get(`${name}.weight`), bias: get(`${name}.bias`), epsilon });
  const dense = (name: string, x: Float32Array) => linear(x, get(`${name}.weight`), get(`${name}.bias`));
  const block = (layer: number, hidden: Float32Array) => {
    const at = `h.${layer}`;
    const qkv = dense(`${at}.attn.c_attn`, norm(`${at}.ln_1`, hidden));
    const { shares, mixed } = attend(qkv, heads, hidden.length / width);
    const middle = add(hidden, dense(`${at}.attn.c_proj`, mixed));
    const active = gelu(dense(`${at}.mlp.c_fc`, norm(`${at}.ln_2`, middle)));
    return { shares, hidden: add(middle, dense(`${at}.mlp.c_proj`, active)) };
  };
  return { get, norm, block };
}

function floatsOf({ name, dataType, bytes, scale }: Weight, served: Uint8Array): Float32Array {
  // A copy, because numbers must lie at a multiple of their size.
  const own = "offset" in bytes ? served.slice(bytes.offset, bytes.offset + bytes.length) : bytes.slice();
  if (scale === undefined && dataType === "float") return new Float32Array(own.buffer);
  if (scale === undefined && dataType === "float16") return floatsOfHalves(new Uint16Array(own.buffer));
  throw new TypeError(`"${name}" is stored as ${dataType}, which the glass model does not read`);
}

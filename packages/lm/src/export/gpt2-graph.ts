import type { CompleteGpt2Config } from "../gpt2-config.ts";
import type { Weight } from "./gpt2-weights.ts";
import type { Attribute, OnnxGraph } from "./onnx-graph.ts";

/**
 * Two graphs over the same weights:
 * - `decode`: logits of the last position only, the work a generation step needs;
 * - `inspect`: logits of every position, and the attention and hidden states of every layer besides.
 */
export type GraphVariant = "decode" | "inspect";

export interface GraphOptions {
  config: CompleteGpt2Config;
  variant: GraphVariant;
  /** Give the largest logits and their ids besides: how many, and whether all logits come out all the same. */
  topk?: { count: number; isOnly?: boolean } | undefined;
}

/** What every part of the network is built from. Names of values are paths in the network, so a graph can be read. */
interface Build extends GraphOptions {
  /** Adds `output = operator(...inputs)` and returns the output's name. */
  op(
    output: string,
    call: readonly [operator: string, ...inputs: string[]],
    attributes?: Readonly<Record<string, Attribute>>,
  ): string;
  /** Adds a node with several outputs. */
  split(name: string, input: string, outputs: readonly string[]): void;
  graph: OnnxGraph;
}

/**
 * Adds GPT-2's forward pass.
 *
 * B = batch, T = new tokens, P = tokens already in the cache (0 at the start), S = P + T, H = heads, D = head width,
 * C = H·D, V = vocabulary. Inputs: `input_ids` [B,T] int64, `past_key_values.{l}.key|value` [B,H,P,D]. Outputs:
 * `logits` ([B,1,V] in decode, [B,T,V] in inspect), `present.{l}.key|value` [B,H,S,D]; in inspect also `attn.{l}`
 * [B,H,T,S] and `hidden.{0..L}` [B,T,C] (0 is the embedding, i the output of block i, before the last LayerNorm).
 * With `topk`, beside `logits` or in their place: `topk.logits` [B,1 or T,k] float, descending, equals by smaller id,
 * `topk.ids` of the same shape int64, and `logsumexp` [B,1 or T,1], ln Σ exp(logit) over the whole vocabulary, so that
 * exp(logit - logsumexp) is a probability and what is missing to 1 is the rest's.
 * Positions follow from P, so S must not exceed n_positions: the caller's duty, else the runtime fails.
 *
 * @see Radford et al., 2019 (GPT-2): pre-norm blocks, learned positions, tanh GELU, tied head.
 */
export function addGpt2(graph: OnnxGraph, weights: readonly Weight[], options: GraphOptions): void {
  const build = createBuild(graph, options);
  declareInterface(build);
  addWeights(build, weights);
  const { positions, mask } = addPositions(build);

  const tokens = build.op("wte.gathered", ["Gather", "wte.weight", "input_ids"]);
  const places = build.op("wpe.gathered", ["Gather", "wpe.weight", positions]);
  let hidden = build.op(hiddenName(build, 0), ["Add", tokens, places]);
  for (let layer = 0; layer < build.config.n_layer; layer++) hidden = addBlock(build, layer, { hidden, mask });
  addHead(build, hidden);
}

function createBuild(graph: OnnxGraph, options: GraphOptions): Build {
  return {
    ...options,
    graph,
    op: (output, [operator, ...inputs], attributes) => {
      graph.node(operator, inputs, { outputs: [output], ...(attributes && { attributes }) });
      return output;
    },
    split: (name, input, outputs) =>
      graph.node("Split", [input], { outputs, attributes: { axis: -1, num_outputs: outputs.length } }),
  };
}

/** In inspect the sums between blocks are outputs, so they carry the outputs' names. */
function hiddenName({ variant }: Build, index: number): string {
  return variant === "inspect" ? `hidden.${index}` : `h.${index}.input`;
}

function declareInterface(build: Build): void {
  const { graph, config, variant } = build;
  const headWidth = config.n_embd / config.n_head;
  const cache = (name: string, length: string) =>
    ({ name, dataType: "float", dims: ["batch", config.n_head, length, headWidth] }) as const;
  const layers = Array.from({ length: config.n_layer }, (_, layer) => layer);

  graph.input({ name: "input_ids", dataType: "int64", dims: ["batch", "new"] });
  declareLogits(build);
  for (const layer of layers) {
    for (const part of ["key", "value"]) {
      graph.input(cache(`past_key_values.${layer}.${part}`, "past"));
      graph.output(cache(`present.${layer}.${part}`, "past + new"));
    }
  }
  if (variant === "decode") return;
  for (const layer of layers) {
    const dims = ["batch", config.n_head, "new", "past + new"];
    graph.output({ name: `attn.${layer}`, dataType: "float", dims });
  }
  for (const index of [...layers, config.n_layer]) {
    graph.output({ name: `hidden.${index}`, dataType: "float", dims: ["batch", "new", config.n_embd] });
  }
}

function declareLogits({ graph, config, variant, topk }: Build): void {
  const output = (name: string, dataType: "float" | "int64", width: number): void =>
    graph.output({ name, dataType, dims: ["batch", variant === "decode" ? 1 : "new", width] });
  if (!topk?.isOnly) output("logits", "float", config.vocab_size);
  if (!topk) return;
  output("topk.logits", "float", topk.count);
  output("topk.ids", "int64", topk.count);
  output("logsumexp", "float", 1);
}

/**
 * Weights that are not stored as float32 are made so by nodes that the runtime computes once, when it loads the model,
 * and then drops. For int8 that is Cast and Mul: ONNX Runtime leaves a DequantizeLinear to every step unless a session
 * says `session.disable_quant_qdq`.
 */
function addWeights({ graph, op }: Build, weights: readonly Weight[]): void {
  for (const { scale, ...weight } of weights) {
    const stored = weight.dataType === "float" ? weight.name : `${weight.name}.stored`;
    graph.constant({ ...weight, name: stored });
    if (scale) {
      graph.constant(scale);
      op(weight.name, ["Mul", op(`${weight.name}.whole`, ["Cast", stored], { to: 1 }), scale.name]);
    } else if (stored !== weight.name) {
      op(weight.name, ["Cast", stored], { to: 1 });
    }
  }
}

/** Positions P to S-1 of the new tokens [T], and the causal mask to add to scores: 0 where visible, else -inf [T,S]. */
function addPositions({ graph, op }: Build): { positions: string; mask: string } {
  const ints = (name: string, dims: readonly number[], value: number) =>
    graph.constant({ name, dataType: "int64", dims, bytes: int64Bytes([value]) });
  ints("zero", [], 0);
  ints("one", [], 1);
  ints("axis.0", [1], 0);
  ints("axis.1", [1], 1);
  graph.constant({ name: "visible", dataType: "float", dims: [], bytes: floatBytes(0) });
  graph.constant({ name: "masked", dataType: "float", dims: [], bytes: floatBytes(Number.NEGATIVE_INFINITY) });

  const past = op("past.shape", ["Shape", "past_key_values.0.key"], { start: 2, end: 3 });
  const added = op("new.shape", ["Shape", "input_ids"], { start: 1, end: 2 });
  const first = op("past.length", ["Squeeze", past, "axis.0"]);
  const all = op("all.length", ["Squeeze", op("all.shape", ["Add", past, added]), "axis.0"]);
  const positions = op("positions", ["Range", first, all, "one"]);
  const keys = op("key.positions", ["Range", "zero", all, "one"]);
  const queries = op("query.positions", ["Unsqueeze", positions, "axis.1"]);
  const isVisible = op("is.visible", ["LessOrEqual", keys, queries]);
  return { positions, mask: op("mask", ["Where", isVisible, "visible", "masked"]) };
}

/** x + attention(LayerNorm(x)), then the same with the MLP. */
function addBlock(build: Build, layer: number, { hidden, mask }: { hidden: string; mask: string }): string {
  const { op } = build;
  const at = `h.${layer}`;
  const attended = addAttention(build, layer, { input: addLayerNorm(build, `${at}.ln_1`, hidden), mask });
  const middle = op(`${at}.middle`, ["Add", hidden, attended]);
  const wide = addLinear(build, `${at}.mlp.c_fc`, addLayerNorm(build, `${at}.ln_2`, middle));
  const active = op(`${at}.mlp.act`, ["Gelu", wide], { approximate: "tanh" });
  return op(hiddenName(build, layer + 1), ["Add", middle, addLinear(build, `${at}.mlp.c_proj`, active)]);
}

function addAttention(build: Build, layer: number, { input, mask }: { input: string; mask: string }): string {
  const { graph, op, config, variant } = build;
  const at = `h.${layer}.attn`;
  const headWidth = config.n_embd / config.n_head;
  if (layer === 0) {
    const floats = floatBytes(1 / Math.sqrt(headWidth));
    graph.constant({ name: "scale", dataType: "float", dims: [], bytes: floats });
    // 0 keeps the size of the input: batch and length stay whatever they are.
    const split = int64Bytes([0, 0, config.n_head, headWidth]);
    graph.constant({ name: "heads.shape", dataType: "int64", dims: [4], bytes: split });
    graph.constant({ name: "merged.shape", dataType: "int64", dims: [3], bytes: int64Bytes([0, 0, config.n_embd]) });
  }

  const parts = ["q", "k", "v"].map((part) => `${at}.${part}`);
  build.split(`${at}.split`, addLinear(build, `${at}.c_attn`, input), parts);
  const [q, k, v] = parts.map((part) => addHeads(build, part)) as [string, string, string];
  const keys = op(`present.${layer}.key`, ["Concat", `past_key_values.${layer}.key`, k], { axis: 2 });
  const values = op(`present.${layer}.value`, ["Concat", `past_key_values.${layer}.value`, v], { axis: 2 });

  const scaled = op(`${at}.q.scaled`, ["Mul", q, "scale"]);
  const turned = op(`${at}.keys.turned`, ["Transpose", keys], { perm: [0, 1, 3, 2] });
  const scores = op(`${at}.scores.masked`, ["Add", op(`${at}.scores`, ["MatMul", scaled, turned]), mask]);
  const attention = op(variant === "inspect" ? `attn.${layer}` : `${at}.weights`, ["Softmax", scores], { axis: -1 });
  const mixed = op(`${at}.mixed`, ["MatMul", attention, values]);
  const together = op(`${at}.mixed.turned`, ["Transpose", mixed], { perm: [0, 2, 1, 3] });
  return addLinear(build, `${at}.c_proj`, op(`${at}.merged`, ["Reshape", together, "merged.shape"]));
}

/** [B,T,C] to [B,H,T,D]. */
function addHeads({ op }: Build, name: string): string {
  const reshaped = op(`${name}.heads`, ["Reshape", name, "heads.shape"]);
  return op(`${name}.turned`, ["Transpose", reshaped], { perm: [0, 2, 1, 3] });
}

/** GPT-2's "Conv1D": the weight is stored inputs by outputs, so no transpose. */
function addLinear({ op }: Build, name: string, input: string): string {
  const product = op(`${name}.product`, ["MatMul", input, `${name}.weight`]);
  return op(`${name}.output`, ["Add", product, `${name}.bias`]);
}

function addLayerNorm({ op, config }: Build, name: string, input: string): string {
  const attributes = { axis: -1, epsilon: { float: config.layer_norm_epsilon } };
  return op(`${name}.output`, ["LayerNormalization", input, `${name}.weight`, `${name}.bias`], attributes);
}

/** Last LayerNorm and the tied head. In decode only the last position goes through it: the head is a third of a step. */
function addHead(build: Build, hidden: string): void {
  const { graph, op, variant } = build;
  const head = op("head.weight", ["Transpose", "wte.weight"], { perm: [1, 0] });
  let wanted = hidden;
  if (variant === "decode") {
    graph.constant({ name: "last", dataType: "int64", dims: [1], bytes: int64Bytes([-1]) });
    wanted = op("last.hidden", ["Gather", hidden, "last"], { axis: 1 });
  }
  op("logits", ["MatMul", addLayerNorm(build, "ln_f", wanted), head]);
  addTopk(build);
}

function addTopk({ graph, op, topk }: Build): void {
  if (!topk) return;
  graph.constant({ name: "topk.count", dataType: "int64", dims: [1], bytes: int64Bytes([topk.count]) });
  graph.constant({ name: "axis.last", dataType: "int64", dims: [1], bytes: int64Bytes([-1]) });
  graph.node("TopK", ["logits", "topk.count"], { outputs: ["topk.logits", "topk.ids"], attributes: { axis: -1 } });
  op("logsumexp", ["ReduceLogSumExp", "logits", "axis.last"], { keepdims: 1 });
}

function int64Bytes(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setBigInt64(8 * index, BigInt(value), true));
  return bytes;
}

function floatBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return bytes;
}

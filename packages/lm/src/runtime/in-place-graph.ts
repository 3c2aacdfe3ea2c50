import type { Encoded } from "../export/protobuf.ts";
import { integerField, message, messageField, stringField, toBytes } from "../export/protobuf.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import { blockConstants, blockOutput, blockReplacements } from "./block-attention.ts";
import type { Node, Replacements } from "./onnx-nodes.ts";
import {
  TYPE,
  graphAttribute,
  int64Constant,
  intAttribute,
  keepNeeded,
  newNode,
  replaceNodes,
  valueInfo,
} from "./onnx-nodes.ts";
import { readGraph } from "./served-graph.ts";

/** Microsoft's operators of ONNX Runtime. */
const MICROSOFT = "com.microsoft";

/**
 * From so many new tokens on they are a block of a prompt. `GroupQueryAttention` is quick for one token, which reads all
 * keys once, and slow for many, for which it multiplies matrices several times slower than `MatMul` does.
 */
const BLOCK_TOKENS = 4;

export interface InPlaceOptions {
  /** Blocks of a prompt get ordinary attention, in another branch over the same weights. */
  withBlocks?: boolean;
}

/**
 * Rewrites a served decode graph (`addGpt2`) so that keys and values stay where they are: each layer's attention
 * becomes one `GroupQueryAttention`, which writes the new keys and values behind the cached ones in the same buffer,
 * where the served graph makes a longer copy of both for every token. The rest of the graph stays as it is, and so do
 * the weights: the new graph only says where in the served file they lie.
 *
 * B = batch, T = new tokens, P = room in the cache, R = rows of logits wanted. Inputs: `input_ids` and `positions`
 * [B,T] int64, `rows` [R] int64 (which of the B·T new tokens, counted along the rows), `last_positions` [B] int32 (of
 * each row's last new token), `total_length` int32 (the largest of those plus 1), `past_key_values.{l}.key|value`
 * [B,H,P,D]. Outputs: `logits` [R,V], `present.{l}.key|value`, to be bound to the inputs' own buffers.
 * With more than one new token, B must be 1. With blocks, the outputs are called as `outputNames` says.
 *
 * @param served - The whole ONNX file; kept by the caller and shown to the runtime as `WEIGHTS_FILE`.
 * @throws RangeError or TypeError if the file is not a decode graph of this package, or its heads have another width
 *   than a multiple of 8.
 */
export function inPlaceGraph(
  served: Uint8Array,
  config: CompleteGpt2Config,
  { withBlocks = false }: InPlaceOptions = {},
): Uint8Array {
  const headWidth = config.n_embd / config.n_head;
  if (headWidth % 8 !== 0) throw new TypeError(`Heads are ${headWidth} wide; the operator wants a multiple of 8`);
  const { nodes, constants } = readGraph(served);
  const kept = withBlocks ? branchedNodes(nodes, constants, config) : stepNodes(nodes, config);
  for (const [name, encoded] of ownConstants(config)) constants.set(name, encoded);
  const used = new Set(kept.flatMap(({ inputs }) => inputs));
  const graph = message(
    ...kept.map(({ encoded }) => messageField(1, encoded)),
    stringField(2, "gpt2-in-place"),
    ...[...constants].filter(([name]) => used.has(name)).map(([, encoded]) => messageField(5, encoded)),
    ...interfaceOf(config, { withBlocks }),
  );
  const opsets = [
    message(stringField(1, ""), integerField(2, 20)),
    message(stringField(1, MICROSOFT), integerField(2, 1)),
  ];
  return toBytes(message(integerField(1, 9), messageField(7, graph), ...opsets.map((opset) => messageField(8, opset))));
}

/** Keys and values in the order of the graph's inputs and outputs. */
export function cacheNames({ n_layer }: CompleteGpt2Config): string[] {
  return Array.from({ length: n_layer }, (_, layer) => [`${layer}.key`, `${layer}.value`]).flat();
}

/** Logits, then keys and values. A graph of two branches may not call its outputs as the values inside are called. */
export function outputNames(config: CompleteGpt2Config, { withBlocks = false }: InPlaceOptions = {}): string[] {
  const names = ["logits", ...cacheNames(config).map((name) => `present.${name}`)];
  return withBlocks ? names.map((name) => `${name}.out`) : names;
}

/** One `If` whose branches are the whole network, for a block and for a step; what makes the weights stays outside. */
function branchedNodes(
  nodes: readonly Node[],
  constants: ReadonlyMap<string, Encoded>,
  config: CompleteGpt2Config,
): Node[] {
  const ready = new Set(constants.keys());
  const isOfWeights = ({ inputs, outputs }: Node): boolean => {
    if (!inputs.every((name) => ready.has(name))) return false;
    for (const name of outputs) ready.add(name);
    return true;
  };
  const weights = nodes.filter(isOfWeights);
  const rest = nodes.filter((node) => !weights.includes(node));
  const blockOutputs = ["logits", ...cacheNames(config).map(blockOutput)];
  const branches = { block: blockNodes(rest, config, blockOutputs), step: stepNodes(rest, config) };
  const infosOf = (names: readonly string[]): Encoded[] => names.map((name, at) => outputInfo(config, name, at));
  const choice = newNode("If", {
    inputs: ["is.block"],
    outputs: outputNames(config, { withBlocks: true }),
    attributes: [
      graphAttribute("then_branch", branches.block, infosOf(blockOutputs)),
      graphAttribute("else_branch", branches.step, infosOf(outputNames(config))),
    ],
  });
  const around = [...branches.block, ...branches.step].flatMap(({ inputs }) => inputs);
  const bounds = [intAttribute("start", 1), intAttribute("end", 2)];
  const shape = newNode("Shape", { inputs: ["input_ids"], outputs: ["tokens.new"], attributes: bounds });
  const isBlock = newNode("GreaterOrEqual", { inputs: ["tokens.new", "block.least"], outputs: ["is.block"] });
  return [...keepNeeded(weights, around), shape, isBlock, { ...choice, inputs: [...choice.inputs, ...around] }];
}

/** The network with one operator for each layer's attention. */
function stepNodes(nodes: readonly Node[], config: CompleteGpt2Config): Node[] {
  const replacements: Replacements = new Map([["last.hidden", ({ inputs }) => rowNodes(inputs[0] ?? "")]]);
  for (let layer = 0; layer < config.n_layer; layer++) {
    replacements.set(`h.${layer}.attn.merged`, () => [attentionNode(layer, config)]);
  }
  // These values are the graph's inputs now, or come out of the new operators.
  const gone = new Set(["positions", ...outputNames(config).slice(1)]);
  const stay = nodes.filter(({ outputs }) => !outputs.some((name) => gone.has(name)));
  return keepNeeded(replaceNodes(stay, replacements), outputNames(config));
}

function blockNodes(nodes: readonly Node[], config: CompleteGpt2Config, outputs: readonly string[]): Node[] {
  const replacements = blockReplacements(config);
  replacements.set("last.hidden", ({ inputs }) => rowNodes(inputs[0] ?? ""));
  // Positions are an input.
  const stay = nodes.filter((node) => !node.outputs.includes("positions"));
  return keepNeeded(replaceNodes(stay, replacements), outputs);
}

function ownConstants(config: CompleteGpt2Config): Map<string, Encoded> {
  return blockConstants(config)
    .set("block.least", int64Constant("block.least", [1], [BLOCK_TOKENS]))
    .set("hidden.rows.shape", int64Constant("hidden.rows.shape", [2], [-1, config.n_embd]));
}

function attentionNode(layer: number, { n_head }: CompleteGpt2Config): Node {
  const cache = [`past_key_values.${layer}.key`, `past_key_values.${layer}.value`];
  // Queries, keys and values come packed in the first input, so the next two are empty.
  const inputs = [`h.${layer}.attn.c_attn.output`, "", "", ...cache, "last_positions", "total_length"];
  const outputs = [`h.${layer}.attn.merged`, `present.${layer}.key`, `present.${layer}.value`];
  const heads = [intAttribute("num_heads", n_head), intAttribute("kv_num_heads", n_head)];
  return newNode("GroupQueryAttention", { inputs, outputs, domain: MICROSOFT, attributes: heads });
}

/** [B,T,C] to the rows wanted, [R,C]. */
function rowNodes(hidden: string): Node[] {
  return [
    newNode("Reshape", { inputs: [hidden, "hidden.rows.shape"], outputs: ["hidden.rows"] }),
    newNode("Gather", { inputs: ["hidden.rows", "rows"], outputs: ["last.hidden"], attributes: [] }),
  ];
}

function interfaceOf(config: CompleteGpt2Config, options: InPlaceOptions): Encoded[] {
  const cache = cacheDims(config);
  const input = (...value: Parameters<typeof valueInfo>): Encoded => messageField(11, valueInfo(...value));
  return [
    input("input_ids", TYPE.int64, ["batch", "new"]),
    input("positions", TYPE.int64, ["batch", "new"]),
    input("rows", TYPE.int64, ["wanted"]),
    input("last_positions", TYPE.int32, ["batch"]),
    input("total_length", TYPE.int32, []),
    ...cacheNames(config).map((name) => input(`past_key_values.${name}`, TYPE.float, cache)),
    ...outputNames(config, options).map((name, at) => messageField(12, outputInfo(config, name, at))),
  ];
}

/** The first output are the logits. */
function outputInfo(config: CompleteGpt2Config, name: string, at: number): Encoded {
  return valueInfo(name, TYPE.float, at === 0 ? ["wanted", config.vocab_size] : cacheDims(config));
}

function cacheDims({ n_head, n_embd }: CompleteGpt2Config): (number | string)[] {
  return ["batch", n_head, "room", n_embd / n_head];
}

import type { Encoded } from "../export/protobuf.ts";
import {
  bytesField,
  integerField,
  message,
  messageField,
  packedIntegersField,
  stringField,
  toBytes,
} from "../export/protobuf.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import type { Field } from "./protobuf-reader.ts";
import { fieldsOf, textOf } from "./protobuf-reader.ts";

/** Under this name the served file is shown to the runtime, which takes the weights out of it. */
export const WEIGHTS_FILE = "model";

/** A weight smaller than this stays in the graph: a reference would be longer. */
const INLINE_BYTES = 1024;

/** Microsoft's operators of ONNX Runtime. */
const MICROSOFT = "com.microsoft";

const FLOAT = 1;
const INT32 = 6;
const INT64 = 7;

interface Node {
  inputs: string[];
  outputs: string[];
  encoded: Encoded;
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
 * With more than one new token, B must be 1.
 *
 * @param served - The whole ONNX file; kept by the caller and shown to the runtime as `WEIGHTS_FILE`.
 * @throws RangeError or TypeError if the file is not a decode graph of this package, or its heads have another width
 *   than a multiple of 8.
 */
export function inPlaceGraph(served: Uint8Array, config: CompleteGpt2Config): Uint8Array {
  const headWidth = config.n_embd / config.n_head;
  if (headWidth % 8 !== 0) throw new TypeError(`Heads are ${headWidth} wide; the operator wants a multiple of 8`);
  const { nodes, constants } = readGraph(served);
  const kept = keepNeeded(replaceNodes(nodes, config), outputNames(config));
  const used = new Set(kept.flatMap(({ inputs }) => inputs));
  const graph = message(
    ...kept.map(({ encoded }) => messageField(1, encoded)),
    stringField(2, "gpt2-in-place"),
    messageField(5, shapeConstant("hidden.rows.shape", [-1, config.n_embd])),
    ...[...constants].filter(([name]) => used.has(name)).map(([, encoded]) => messageField(5, encoded)),
    ...interfaceOf(config),
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

function outputNames(config: CompleteGpt2Config): string[] {
  return ["logits", ...cacheNames(config).map((name) => `present.${name}`)];
}

function readGraph(served: Uint8Array): { nodes: Node[]; constants: Map<string, Encoded> } {
  const graph = [...fieldsOf(served)].find(({ number }) => number === 7);
  if (!graph) throw new TypeError("The file has no graph");
  const nodes: Node[] = [];
  const constants = new Map<string, Encoded>();
  for (const field of fieldsOf(served, graph.start, graph.end)) {
    if (field.number === 1) nodes.push(readNode(served, field));
    if (field.number === 5) constants.set(...readConstant(served, field));
  }
  return { nodes, constants };
}

function readNode(served: Uint8Array, { start, end }: Field): Node {
  const fields = [...fieldsOf(served, start, end)];
  const names = (wanted: number): string[] =>
    fields.filter(({ number }) => number === wanted).map((field) => textOf(served, field));
  return {
    inputs: names(1),
    outputs: names(2),
    encoded: { length: end - start, pieces: [served.subarray(start, end)] },
  };
}

/** The constant as it is if it is small, else with a reference in place of its bytes (TensorProto.external_data). */
function readConstant(served: Uint8Array, { start, end }: Field): [name: string, constant: Encoded] {
  const fields = [...fieldsOf(served, start, end)];
  const nameField = fields.find(({ number }) => number === 8);
  const raw = fields.find(({ number }) => number === 9);
  if (!nameField) throw new TypeError("A constant has no name");
  const name = textOf(served, nameField);
  if (!raw || raw.end - raw.start < INLINE_BYTES) {
    return [name, { length: end - start, pieces: [served.subarray(start, end)] }];
  }
  const dims = fields.find(({ number }) => number === 1);
  const type = fields.find(({ number }) => number === 2);
  if (!dims || !type) throw new TypeError(`The constant ${name} has no shape or no type`);
  const entry = (key: string, value: string): Encoded =>
    messageField(13, message(stringField(1, key), stringField(2, value)));
  const constant = message(
    bytesField(1, served.subarray(dims.start, dims.end)),
    integerField(2, type.value),
    stringField(8, name),
    entry("location", WEIGHTS_FILE),
    entry("offset", String(raw.start)),
    entry("length", String(raw.end - raw.start)),
    integerField(14, 1),
  );
  return [name, constant];
}

/** Puts the new operators where the nodes were whose outputs they give. */
function replaceNodes(nodes: readonly Node[], config: CompleteGpt2Config): Node[] {
  const replacements = new Map<string, (old: Node) => Node[]>();
  for (let layer = 0; layer < config.n_layer; layer++) {
    replacements.set(`h.${layer}.attn.merged`, () => [attentionNode(layer, config)]);
  }
  replacements.set("last.hidden", ({ inputs }) => rowNodes(inputs[0] ?? ""));
  // These values are the graph's inputs now, or come out of the new operators.
  const gone = new Set(["positions", ...outputNames(config).slice(1)]);
  const stay = nodes.filter(({ outputs }) => !outputs.some((name) => gone.has(name)));
  const found = new Set(stay.map(({ outputs }) => outputs[0]));
  for (const name of replacements.keys()) {
    if (!found.has(name)) throw new TypeError(`The graph has no value ${name}`);
  }
  return stay.flatMap((node) => replacements.get(node.outputs[0] ?? "")?.(node) ?? [node]);
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

interface NewNode {
  inputs: string[];
  outputs: string[];
  domain?: string;
  attributes?: Encoded[];
}

function newNode(operator: string, { inputs, outputs, domain = "", attributes = [] }: NewNode): Node {
  const encoded = message(
    ...inputs.map((input) => stringField(1, input)),
    ...outputs.map((output) => stringField(2, output)),
    stringField(4, operator),
    ...attributes.map((attribute) => messageField(5, attribute)),
    stringField(7, domain),
  );
  return { inputs, outputs, encoded };
}

function intAttribute(name: string, value: number): Encoded {
  return message(stringField(1, name), integerField(3, value), integerField(20, 2));
}

/** Leaves out what no output needs: the runtime would compute it all the same. */
function keepNeeded(nodes: readonly Node[], outputs: readonly string[]): Node[] {
  const needed = new Set(outputs);
  return nodes
    .toReversed()
    .filter((node) => {
      if (!node.outputs.some((name) => needed.has(name))) return false;
      for (const input of node.inputs) needed.add(input);
      return true;
    })
    .reverse();
}

function interfaceOf(config: CompleteGpt2Config): Encoded[] {
  const cache = ["batch", config.n_head, "room", config.n_embd / config.n_head];
  const input = (...value: Parameters<typeof valueInfo>): Encoded => messageField(11, valueInfo(...value));
  const output = (...value: Parameters<typeof valueInfo>): Encoded => messageField(12, valueInfo(...value));
  return [
    input("input_ids", INT64, ["batch", "new"]),
    input("positions", INT64, ["batch", "new"]),
    input("rows", INT64, ["wanted"]),
    input("last_positions", INT32, ["batch"]),
    input("total_length", INT32, []),
    ...cacheNames(config).map((name) => input(`past_key_values.${name}`, FLOAT, cache)),
    output("logits", FLOAT, ["wanted", config.vocab_size]),
    ...cacheNames(config).map((name) => output(`present.${name}`, FLOAT, cache)),
  ];
}

function valueInfo(name: string, type: number, dims: readonly (number | string)[]): Encoded {
  const shape = dims.map((dim) =>
    messageField(1, typeof dim === "number" ? integerField(1, dim) : stringField(2, dim)),
  );
  const tensor = message(integerField(1, type), messageField(2, message(...shape)));
  return message(stringField(1, name), messageField(2, messageField(1, tensor)));
}

function shapeConstant(name: string, dims: readonly number[]): Encoded {
  const bytes = new Uint8Array(BigInt64Array.from(dims, BigInt).buffer);
  return message(
    packedIntegersField(1, [dims.length]),
    integerField(2, INT64),
    stringField(8, name),
    bytesField(9, bytes),
  );
}

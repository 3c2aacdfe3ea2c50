import type { Encoded } from "../export/protobuf.ts";
import {
  bytesField,
  integerField,
  message,
  messageField,
  packedIntegersField,
  stringField,
} from "../export/protobuf.ts";

/** Numbers of ONNX's element types. */
export const TYPE = { float: 1, int32: 6, int64: 7 } as const;

/** A node as it goes into a file; inputs include what its subgraphs take from around them. */
export interface Node {
  inputs: string[];
  outputs: string[];
  encoded: Encoded;
}

/** What comes in place of a node, by the name of its first output. */
export type Replacements = Map<string, (old: Node) => Node[]>;

interface NewNode {
  inputs: string[];
  outputs: string[];
  domain?: string;
  attributes?: Encoded[];
}

export function newNode(operator: string, { inputs, outputs, domain = "", attributes = [] }: NewNode): Node {
  const encoded = message(
    ...inputs.map((input) => stringField(1, input)),
    ...outputs.map((output) => stringField(2, output)),
    stringField(4, operator),
    ...attributes.map((attribute) => messageField(5, attribute)),
    stringField(7, domain),
  );
  return { inputs, outputs, encoded };
}

export function intAttribute(name: string, value: number): Encoded {
  return message(stringField(1, name), integerField(3, value), integerField(20, 2));
}

/** A branch of an `If`: it has no inputs and sees the values around it. */
export function graphAttribute(name: string, nodes: readonly Node[], outputs: readonly Encoded[]): Encoded {
  const graph = message(
    ...nodes.map(({ encoded }) => messageField(1, encoded)),
    stringField(2, name),
    ...outputs.map((output) => messageField(12, output)),
  );
  return message(stringField(1, name), messageField(6, graph), integerField(20, 5));
}

/** Name, element type and shape of an input or an output. */
export function valueInfo(name: string, type: number, dims: readonly (number | string)[]): Encoded {
  const shape = dims.map((dim) =>
    messageField(1, typeof dim === "number" ? integerField(1, dim) : stringField(2, dim)),
  );
  const tensor = message(integerField(1, type), messageField(2, message(...shape)));
  return message(stringField(1, name), messageField(2, messageField(1, tensor)));
}

/** A constant of int64 numbers. */
export function int64Constant(name: string, dims: readonly number[], values: readonly number[]): Encoded {
  const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  return message(packedIntegersField(1, dims), integerField(2, TYPE.int64), stringField(8, name), bytesField(9, bytes));
}

/** Puts new nodes where those were whose outputs they give. */
export function replaceNodes(nodes: readonly Node[], replacements: Replacements): Node[] {
  const found = new Set(nodes.map(({ outputs }) => outputs[0]));
  for (const name of replacements.keys()) {
    if (!found.has(name)) throw new TypeError(`The graph has no value ${name}`);
  }
  return nodes.flatMap((node) => replacements.get(node.outputs[0] ?? "")?.(node) ?? [node]);
}

/** Leaves out what no output needs: the runtime would compute it all the same. */
export function keepNeeded(nodes: readonly Node[], outputs: readonly string[]): Node[] {
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

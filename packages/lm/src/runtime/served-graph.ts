import type { Encoded } from "../export/protobuf.ts";
import { bytesField, integerField, message, messageField, stringField } from "../export/protobuf.ts";
import type { Node } from "./onnx-nodes.ts";
import type { Field } from "./protobuf-reader.ts";
import { fieldsOf, textOf } from "./protobuf-reader.ts";

/** Under this name the served file is shown to the runtime, which takes the weights out of it. */
export const WEIGHTS_FILE = "model";

/** A weight smaller than this stays in the graph: a reference would be longer. */
const INLINE_BYTES = 1024;

/**
 * The nodes and constants of a served file; large constants as references into it.
 *
 * @throws RangeError or TypeError if the file is not a graph.
 */
export function readGraph(served: Uint8Array): { nodes: Node[]; constants: Map<string, Encoded> } {
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

import type { Encoded } from "./protobuf.ts";
import {
  bytesField,
  floatField,
  integerField,
  message,
  messageField,
  packedIntegersField,
  stringField,
  toBytes,
} from "./protobuf.ts";

/** TensorProto.DataType of onnx.proto3. */
export const DATA_TYPE = { float: 1, int8: 3, int64: 7, float16: 10, bfloat16: 16 } as const;
export type DataType = keyof typeof DATA_TYPE;

/** AttributeProto.AttributeType of onnx.proto3. */
const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 } as const;

const IR_VERSION = 9;
/** Version of ONNX's operators. */
export const OPSET = 20;

/** A number written as `1` is an int attribute; a float attribute is wrapped so that 1.0 stays a float. */
export type Attribute = number | string | readonly number[] | { float: number };

/** Bytes that lie in another file, which the runtime is shown under the name `location`. */
interface Elsewhere {
  location: string;
  offset: number;
  length: number;
}

export interface Constant {
  name: string;
  dataType: DataType;
  dims: readonly number[];
  bytes: Uint8Array | Elsewhere;
}

export interface NodeSpec {
  outputs: readonly string[];
  attributes?: Readonly<Record<string, Attribute>>;
}

/** A fixed size, or the name of one that is known only at run time. */
export type Dim = number | string;

export interface ValueSpec {
  name: string;
  dataType: DataType;
  dims: readonly Dim[];
}

/** Collects the parts of one ONNX graph in the order they are added, which is also the order in the file. */
export interface OnnxGraph {
  node(opType: string, inputs: readonly string[], spec: NodeSpec): void;
  constant(constant: Constant): void;
  input(value: ValueSpec): void;
  output(value: ValueSpec): void;
  /** The whole model file; `metadata` is written into it as it is. */
  finish(name: string, metadata?: Readonly<Record<string, string>>): Uint8Array;
}

/** Starts an empty graph. Field numbers are those of onnx.proto3, IR version 9. */
export function createOnnxGraph(): OnnxGraph {
  const nodes: Encoded[] = [];
  const constants: Encoded[] = [];
  const inputs: Encoded[] = [];
  const outputs: Encoded[] = [];
  return {
    node: (opType, from, spec) => nodes.push(messageField(1, encodeNode(opType, from, spec))),
    constant: (constant) => constants.push(messageField(5, encodeConstant(constant))),
    input: (value) => inputs.push(messageField(11, encodeValue(value))),
    output: (value) => outputs.push(messageField(12, encodeValue(value))),
    finish: (name, metadata = {}) => {
      const graph = message(...nodes, stringField(2, name), ...constants, ...inputs, ...outputs);
      const opset = message(stringField(1, ""), integerField(2, OPSET));
      const head = [integerField(1, IR_VERSION), stringField(2, "fewshot"), messageField(7, graph)];
      return toBytes(message(...head, messageField(8, opset), ...encodeMap(14, metadata)));
    },
  };
}

function encodeNode(opType: string, inputs: readonly string[], spec: NodeSpec): Encoded {
  return message(
    ...inputs.map((input) => stringField(1, input)),
    ...spec.outputs.map((output) => stringField(2, output)),
    stringField(3, spec.outputs[0] ?? opType),
    stringField(4, opType),
    ...Object.entries(spec.attributes ?? {}).map(([name, value]) => messageField(5, encodeAttribute(name, value))),
  );
}

function encodeAttribute(name: string, value: Attribute): Encoded {
  return message(stringField(1, name), ...attributeValue(value));
}

function attributeValue(value: Attribute): Encoded[] {
  if (typeof value === "number") return [integerField(3, BigInt(value)), integerField(20, ATTRIBUTE_TYPE.int)];
  if (typeof value === "string") return [stringField(4, value), integerField(20, ATTRIBUTE_TYPE.string)];
  if ("float" in value) return [floatField(2, value.float), integerField(20, ATTRIBUTE_TYPE.float)];
  return [...value.map((item) => integerField(8, BigInt(item))), integerField(20, ATTRIBUTE_TYPE.ints)];
}

function encodeConstant({ name, dataType, dims, bytes }: Constant): Encoded {
  return message(
    packedIntegersField(1, dims),
    integerField(2, DATA_TYPE[dataType]),
    stringField(8, name),
    ...(bytes instanceof Uint8Array ? [bytesField(9, bytes)] : encodeElsewhere(bytes)),
  );
}

function encodeElsewhere({ location, offset, length }: Elsewhere): Encoded[] {
  const EXTERNAL = 1;
  const place = { location, offset: String(offset), length: String(length) };
  return [...encodeMap(13, place), integerField(14, EXTERNAL)];
}

/** Pairs of texts, each a StringStringEntryProto. */
function encodeMap(number: number, map: Readonly<Record<string, string>>): Encoded[] {
  return Object.entries(map).map(([key, value]) =>
    messageField(number, message(stringField(1, key), stringField(2, value))),
  );
}

function encodeValue({ name, dataType, dims }: ValueSpec): Encoded {
  const shape = message(
    ...dims.map((dim) => messageField(1, typeof dim === "number" ? integerField(1, dim) : stringField(2, dim))),
  );
  const tensorType = message(integerField(1, DATA_TYPE[dataType]), messageField(2, shape));
  return message(stringField(1, name), messageField(2, messageField(1, tensorType)));
}

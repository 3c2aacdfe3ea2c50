import type { CompleteGpt2Config } from "../gpt2-config.ts";
import type { Field } from "../runtime/protobuf-reader.ts";
import { fieldsOf, textOf } from "../runtime/protobuf-reader.ts";
import type { Weight } from "./gpt2-weights.ts";
import { gpt2Shapes } from "./gpt2-weights.ts";
import type { Constant, DataType } from "./onnx-graph.ts";
import { DATA_TYPE } from "./onnx-graph.ts";

/** What is smaller is copied: a reference would be longer. */
const INLINE_BYTES = 256;

/**
 * Finds the weights in a file that `exportOnnx` made, as references to where their bytes lie.
 *
 * @throws RangeError or TypeError if the file is not one, or not of this configuration.
 */
export function readStoredWeights(served: Uint8Array, config: CompleteGpt2Config, location: string): Weight[] {
  const constants = readConstants(served);
  const find = (name: string): Constant | undefined => {
    const found = constants.get(name);
    if (!found) return undefined;
    const { dataType, dims, start, length } = found;
    const bytes = length < INLINE_BYTES ? served.slice(start, start + length) : { location, offset: start, length };
    return { name, dataType, dims, bytes };
  };
  return [...gpt2Shapes(config)].map(([name, dims]) => {
    const stored = find(`${name}.stored`) ?? find(name);
    if (stored?.dims.join() !== dims.join()) {
      throw new TypeError(`The file has no weight "${name}" of shape [${dims.join()}]`);
    }
    const scale = find(`${name}.scale`);
    return { ...stored, name, ...(scale && { scale }) };
  });
}

interface Place {
  dataType: DataType;
  dims: number[];
  start: number;
  length: number;
}

/** All constants of the graph by name. Field numbers are those of onnx.proto3. */
function readConstants(served: Uint8Array): Map<string, Place> {
  const graph = [...fieldsOf(served)].find(({ number }) => number === 7);
  if (!graph) throw new TypeError("The file has no graph");
  const found = new Map<string, Place>();
  for (const field of fieldsOf(served, graph.start, graph.end)) {
    if (field.number === 5) found.set(...readConstant(served, field));
  }
  return found;
}

function readConstant(served: Uint8Array, { start, end }: Field): [name: string, place: Place] {
  const fields = new Map([...fieldsOf(served, start, end)].map((field) => [field.number, field]));
  const [dims, type, name, raw] = [1, 2, 8, 9].map((number) => fields.get(number));
  const dataType = (Object.keys(DATA_TYPE) as DataType[]).find((key) => DATA_TYPE[key] === type?.value);
  if (!dims || !name || !raw || !dataType) throw new TypeError("A constant is not as this package writes them");
  const place = { dataType, dims: readPacked(served, dims), start: raw.start, length: raw.end - raw.start };
  return [textOf(served, name), place];
}

/** Packed integers below 2^53, seven bits a byte, low bits first. */
function readPacked(served: Uint8Array, { start, end }: Field): number[] {
  const values: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of served.subarray(start, end)) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    values.push(value);
    value = 0;
    scale = 1;
  }
  return values;
}

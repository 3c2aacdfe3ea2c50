import type { FloatWeight, Weight } from "./gpt2-weights.ts";
import { bytesOfHalves, floatsOfBfloats, floatsOfHalves } from "./half.ts";

/**
 * How weights lie in the file. Whatever it is, the runtime makes float32 of them when it loads the model:
 * - `as-is`: in the type of the checkpoint;
 * - `fp32`, `fp16`: rounded to the nearest of that type, ties to even;
 * - `int8`: matrices as whole numbers from -127 to 127 with one float32 scale for each output channel (of an embedding:
 *   for each row); vectors stay as they are.
 */
export type Storage = "as-is" | "fp32" | "fp16" | "int8";

const LARGEST_INT8 = 127;

/** Adding and taking away 1.5 · 2^52 leaves no room for a fraction: it rounds to the nearest integer, ties to even. */
const ROUNDING = 1.5 * 2 ** 52;

/** @throws TypeError if a weight is not a finite number, or becomes none in fp16. */
export function storeWeight(weight: FloatWeight, storage: Storage): Weight {
  if (storage === "as-is") return weight;
  if (storage === "fp32") return toFloat(weight);
  if (storage === "fp16") return weight.dataType === "float16" ? weight : toHalf(weight);
  return weight.dims.length === 2 ? quantise(weight) : weight;
}

/** Values of a weight as float32, exactly. */
export function floatsOf({ dataType, bytes }: FloatWeight): Float32Array {
  // A tensor may start anywhere in its file; typed arrays cannot.
  const { buffer } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const start = bytes.byteOffset % 4 === 0 ? bytes.byteOffset : 0;
  if (dataType === "float") return new Float32Array(buffer, start, bytes.length / 4);
  const halves = new Uint16Array(buffer, start, bytes.length / 2);
  return dataType === "float16" ? floatsOfHalves(halves) : floatsOfBfloats(halves);
}

function toFloat(weight: FloatWeight): Weight {
  const values = floatsOf(weight);
  if (!values.every(Number.isFinite)) refuseNumber(weight.name);
  return { ...weight, dataType: "float", bytes: bytesOf(values) };
}

function refuseNumber(name: string): never {
  throw new TypeError(`"${name}" holds a value that is not a finite number`);
}

function toHalf(weight: FloatWeight): Weight {
  const bytes = bytesOfHalves(floatsOf(weight));
  if (!bytes) throw new TypeError(`"${weight.name}" holds a value that fp16 cannot, infinite or beyond 65504`);
  return { ...weight, dataType: "float16", bytes };
}

/** Symmetric, without zero point. `wte` and `wpe` have a scale for each row, the other matrices for each column. */
function quantise(weight: FloatWeight): Weight {
  const { name, dims } = weight;
  const [rows = 0, columns = 0] = dims;
  const byRow = name === "wte.weight" || name === "wpe.weight";
  const matrix: Matrix = { values: floatsOf(weight), columns, byRow };
  const scales = largestOf(matrix, new Float32Array(byRow ? rows : columns));
  if (!scales.every(Number.isFinite)) refuseNumber(name);
  // A channel of zeros has any scale.
  for (const [channel, largest] of scales.entries()) scales[channel] = largest === 0 ? 1 : largest / LARGEST_INT8;
  const scale = { name: `${name}.scale`, dims: byRow ? [rows, 1] : [columns], bytes: bytesOf(scales) };
  const bytes = bytesOf(wholeNumbers(matrix, scales));
  return { name, dims, dataType: "int8", bytes, scale: { ...scale, dataType: "float" } };
}

/** Row by row; a channel is a row or a column. */
interface Matrix {
  values: Float32Array;
  columns: number;
  byRow: boolean;
}

/** The largest size in each channel, NaN where there is one. */
function largestOf({ values, columns, byRow }: Matrix, largest: Float32Array): Float32Array {
  for (let start = 0, row = 0; start < values.length; start += columns, row++) {
    for (let column = 0; column < columns; column++) {
      const channel = byRow ? row : column;
      largest[channel] = Math.max(largest[channel] ?? 0, Math.abs(values[start + column] ?? 0));
    }
  }
  return largest;
}

function wholeNumbers({ values, columns, byRow }: Matrix, scales: Float32Array): Int8Array {
  const whole = new Int8Array(values.length);
  for (let start = 0, row = 0; start < values.length; start += columns, row++) {
    for (let column = 0; column < columns; column++) {
      const ratio = Math.fround((values[start + column] ?? 0) / (scales[byRow ? row : column] ?? 1));
      whole[start + column] = ratio + ROUNDING - ROUNDING;
    }
  }
  return whole;
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

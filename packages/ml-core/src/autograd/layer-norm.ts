import type { Tape } from "./tape.ts";
import { checkShapes, createTensor, matrixShape, type Tensor } from "./tensor.ts";

/** Added to the variance, as in GPT-2. */
const EPSILON = 1e-5;

/**
 * Gives each row mean 0 and variance 1 (the variance of all its d numbers, plus 1e-5), then scales and shifts it.
 *
 * @param x - Shape [n, d].
 * @param affine - `gain` and `bias`, shape [d] each.
 * @returns Shape [n, d].
 * @throws RangeError if the shapes do not fit.
 * @see Ba, Kiros and Hinton, 2016, arXiv:1607.06450
 */
export function layerNorm(tape: Tape, x: Tensor, affine: { gain: Tensor; bias: Tensor }): Tensor {
  const { gain, bias } = affine;
  const [rows, width] = matrixShape(x);
  checkShapes(gain.data.length === width && bias.data.length === width, "layerNorm", [x, gain, bias]);
  const output = createTensor([rows, width]);
  const normal = new Float64Array(rows * width);
  const inverseDeviations = new Float64Array(rows);
  const row = (buffer: Float64Array, r: number) => buffer.subarray(r * width, (r + 1) * width);
  return tape.record({
    output,
    forward: () => {
      for (let r = 0; r < rows; r++) {
        inverseDeviations[r] = normaliseRow(row(x.data, r), row(normal, r));
        for (let i = r * width, j = 0; j < width; i++, j++) {
          output.data[i] = normal[i]! * gain.data[j]! + bias.data[j]!;
        }
      }
    },
    backward: () => {
      for (let r = 0; r < rows; r++) {
        for (let i = r * width, j = 0; j < width; i++, j++) {
          gain.grad[j]! += output.grad[i]! * normal[i]!;
          bias.grad[j]! += output.grad[i]!;
        }
        const slope = { normal: row(normal, r), out: row(output.grad, r), scale: inverseDeviations[r]! };
        backwardRow(row(x.grad, r), gain.data, slope);
      }
    },
  });
}

/** Writes the normalised row to `into`. @returns 1 / √(variance + ε). */
function normaliseRow(values: Float64Array, into: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let variance = 0;
  for (const value of values) variance += (value - mean) ** 2 / values.length;
  const scale = 1 / Math.sqrt(variance + EPSILON);
  for (let i = 0; i < values.length; i++) into[i] = (values[i]! - mean) * scale;
  return scale;
}

interface RowSlope {
  normal: Float64Array;
  out: Float64Array;
  scale: number;
}

/** dx += scale · (g − mean(g) − n·mean(g·n)), where n is the normalised row and g = dOut · gain. */
function backwardRow(into: Float64Array, gain: Float64Array, { normal, out, scale }: RowSlope): void {
  const width = into.length;
  let mean = 0;
  let along = 0;
  for (let i = 0; i < width; i++) {
    const g = out[i]! * gain[i]!;
    mean += g / width;
    along += (g * normal[i]!) / width;
  }
  for (let i = 0; i < width; i++) into[i]! += scale * (out[i]! * gain[i]! - mean - normal[i]! * along);
}

import type { Tape } from "./tape.ts";
import { createTensor, type Tensor } from "./tensor.ts";

const SCALE = Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;

/**
 * GELU in the tanh form that GPT-2 uses: x/2 · (1 + tanh(√(2/π)·(x + 0.044715x³))), element by element.
 *
 * @returns The shape of `x`.
 * @see Hendrycks and Gimpel, 2016, arXiv:1606.08415
 */
export function gelu(tape: Tape, x: Tensor): Tensor {
  const output = createTensor(x.shape);
  const tanhs = new Float64Array(x.data.length);
  return tape.record({
    output,
    forward: () => {
      for (let i = 0; i < tanhs.length; i++) {
        const value = x.data[i]!;
        // Twice as fast as Math.tanh, and as exact here: 1 is added to the result, so small ones need no more digits.
        const tanh = 1 - 2 / (Math.exp(2 * SCALE * (value + CUBIC * value * value * value)) + 1);
        tanhs[i] = tanh;
        output.data[i] = 0.5 * value * (1 + tanh);
      }
    },
    backward: () => {
      for (let i = 0; i < tanhs.length; i++) {
        const value = x.data[i]!;
        const tanh = tanhs[i]!;
        const inner = SCALE * (1 + 3 * CUBIC * value * value);
        x.grad[i]! += output.grad[i]! * 0.5 * (1 + tanh + value * (1 - tanh * tanh) * inner);
      }
    },
  });
}

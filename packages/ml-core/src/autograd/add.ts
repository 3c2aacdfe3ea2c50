import type { Tape } from "./tape.ts";
import { checkShapes, createTensor, type Tensor } from "./tensor.ts";

/**
 * a + b, where `b` is repeated along the leading dimensions of `a`: a residual, a bias, or positions of each text.
 *
 * @param a - Any shape. `b` - Its last dimension is that of `a`, and its size divides that of `a`.
 * @returns The shape of `a`.
 * @throws RangeError if the shapes do not fit.
 */
export function add(tape: Tape, a: Tensor, b: Tensor): Tensor {
  const period = b.data.length;
  checkShapes(a.shape.at(-1) === b.shape.at(-1) && a.data.length % period === 0, "add", [a, b]);
  const output = createTensor(a.shape);
  const { data, grad } = output;
  return tape.record({
    output,
    forward: () => {
      for (let start = 0; start < data.length; start += period) {
        for (let i = 0; i < period; i++) data[start + i] = a.data[start + i]! + b.data[i]!;
      }
    },
    backward: () => {
      for (let start = 0; start < grad.length; start += period) {
        for (let i = 0; i < period; i++) {
          a.grad[start + i]! += grad[start + i]!;
          b.grad[i]! += grad[start + i]!;
        }
      }
    },
  });
}

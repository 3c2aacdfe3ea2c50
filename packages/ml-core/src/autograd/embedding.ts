import type { Tape } from "./tape.ts";
import { createTensor, matrixShape, type Tensor } from "./tensor.ts";

/**
 * Looks up one row of the table for each id.
 *
 * @param table - Shape [V, d].
 * @param ids - n integers in [0, V): the caller's promise, because they change between runs of the tape.
 * @returns Shape [n, d].
 */
export function embedding(tape: Tape, table: Tensor, ids: Int32Array): Tensor {
  const [, width] = matrixShape(table);
  const output = createTensor([ids.length, width]);
  return tape.record({
    output,
    forward: () => {
      for (let n = 0; n < ids.length; n++) {
        for (let i = 0; i < width; i++) output.data[n * width + i] = table.data[ids[n]! * width + i]!;
      }
    },
    backward: () => {
      for (let n = 0; n < ids.length; n++) {
        for (let i = 0; i < width; i++) table.grad[ids[n]! * width + i]! += output.grad[n * width + i]!;
      }
    },
  });
}

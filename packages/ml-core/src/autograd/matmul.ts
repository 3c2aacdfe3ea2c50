import { addProduct, transposed, viewOf } from "./product.ts";
import type { Tape } from "./tape.ts";
import { checkShapes, createTensor, matrixShape, type Tensor } from "./tensor.ts";

/**
 * The matrix product a · b.
 *
 * @param a - Shape [m, k]. `b` - Shape [k, n].
 * @returns Shape [m, n].
 * @throws RangeError if the shapes do not fit.
 */
export function matmul(tape: Tape, a: Tensor, b: Tensor): Tensor {
  const [m, k] = matrixShape(a);
  const [kb, n] = matrixShape(b);
  checkShapes(k === kb, "matmul", [a, b]);
  const output = createTensor([m, n]);
  const [left, right, slope] = [viewOf(a.data, m, k), viewOf(b.data, k, n), viewOf(output.grad, m, n)];
  return tape.record({
    output,
    forward: () => addProduct(output.data.fill(0), left, right),
    backward: () => {
      addProduct(a.grad, slope, transposed(right));
      addProduct(b.grad, transposed(left), slope);
    },
  });
}

/**
 * a · bᵀ: each row of `a` with each row of `b`. The output layer of GPT-2, whose rows are the token embeddings.
 *
 * @param a - Shape [m, k]. `b` - Shape [n, k].
 * @returns Shape [m, n].
 * @throws RangeError if the shapes do not fit.
 */
export function matmulTransposed(tape: Tape, a: Tensor, b: Tensor): Tensor {
  const [m, k] = matrixShape(a);
  const [n, kb] = matrixShape(b);
  checkShapes(k === kb, "matmulTransposed", [a, b]);
  const output = createTensor([m, n]);
  const [left, right, slope] = [viewOf(a.data, m, k), viewOf(b.data, n, k), viewOf(output.grad, m, n)];
  return tape.record({
    output,
    forward: () => addProduct(output.data.fill(0), left, transposed(right)),
    backward: () => {
      addProduct(a.grad, slope, right);
      addProduct(b.grad, transposed(slope), left);
    },
  });
}

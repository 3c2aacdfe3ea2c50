import type { Tape } from "./tape.ts";
import { createTensor, matrixShape, type Tensor } from "./tensor.ts";

/**
 * The mean surprise, −ln p(target), over n predictions, in nats. p is the softmax of a row of logits.
 *
 * @param logits - Shape [n, V].
 * @param targets - n integers in [0, V): the caller's promise, because they change between runs of the tape.
 * @returns Shape [1].
 * @throws RangeError if there is not one target for each row.
 */
export function crossEntropy(tape: Tape, logits: Tensor, targets: Int32Array): Tensor {
  const [rows, size] = matrixShape(logits);
  if (targets.length !== rows) throw new RangeError(`${rows} predictions need as many targets, got ${targets.length}`);
  const output = createTensor([1]);
  const probs = new Float64Array(rows * size);
  return tape.record({
    output,
    forward: () => {
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const [from, to] = [row * size, (row + 1) * size];
        sum += surpriseOfRow(logits.data.subarray(from, to), probs.subarray(from, to), targets[row]!);
      }
      output.data[0] = sum / rows;
    },
    backward: () => {
      const share = output.grad[0]! / rows;
      for (let i = 0; i < probs.length; i++) logits.grad[i]! += share * probs[i]!;
      for (let row = 0; row < rows; row++) logits.grad[row * size + targets[row]!]! -= share;
    },
  });
}

/** Fills one row of probabilities. @returns ln Σ exp(z) − z of the target, with the maximum taken out first. */
function surpriseOfRow(logits: Float64Array, probs: Float64Array, target: number): number {
  let max = -Infinity;
  for (const logit of logits) if (logit > max) max = logit;
  let total = 0;
  for (let i = 0; i < logits.length; i++) total += probs[i] = Math.exp(logits[i]! - max);
  for (let i = 0; i < logits.length; i++) probs[i]! /= total;
  return Math.log(total) + max - logits[target]!;
}

import { expect } from "vitest";
import { mulberry32 } from "../../random.ts";
import { Tape } from "../tape.ts";
import { createTensor, type Tensor } from "../tensor.ts";

const STEP = 1e-5;

/** A tensor of numbers uniform on [-1, 1) that the seed decides. */
export function randomTensor(shape: readonly number[], seed: number): Tensor {
  const random = mulberry32(seed);
  const tensor = createTensor(shape);
  tensor.data.forEach((_, i) => (tensor.data[i] = 2 * random() - 1));
  return tensor;
}

/**
 * Compares the gradient of a weighted sum of the output, by every number of every input, with the central difference.
 * The leaves' gradients start from 1, so an operation that overwrites instead of adding is caught as well.
 */
export function expectGradients(inputs: readonly Tensor[], build: (tape: Tape) => Tensor): void {
  const tape = new Tape();
  const output = build(tape);
  const seed = randomTensor(output.shape, 99).data;
  const value = () => {
    tape.forward();
    return output.data.reduce((sum, number, i) => sum + number * seed[i]!, 0);
  };
  // Twice, because a tape is played again and again: nothing of the last run may be left in the next.
  value();
  tape.backward(output, seed);
  for (const { grad } of inputs) grad.fill(1);
  value();
  tape.backward(output, seed);
  for (const { data, grad } of inputs) {
    data.forEach((original, i) => {
      data[i] = original + STEP;
      const above = value();
      data[i] = original - STEP;
      const below = value();
      data[i] = original;
      const slope = (above - below) / (2 * STEP);
      expect(Math.abs(grad[i]! - 1 - slope)).toBeLessThan(1e-7 * (1 + Math.abs(slope)));
    });
  }
}

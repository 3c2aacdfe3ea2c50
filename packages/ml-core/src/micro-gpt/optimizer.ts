import type { Tensor } from "../autograd/tensor.ts";

/** PyTorch's defaults. */
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** What AdamW remembers of the gradients it has seen: running means of them and of their squares. */
export interface AdamMemory {
  /** AdamW steps taken. */
  steps: number;
  /** For each parameter, in its order. */
  readonly means: readonly Float64Array[];
  readonly squares: readonly Float64Array[];
}

export function createAdamMemory(tensors: Iterable<Tensor>): AdamMemory {
  const sizes = Array.from(tensors, ({ data }) => data.length);
  return {
    steps: 0,
    means: sizes.map((size) => new Float64Array(size)),
    squares: sizes.map((size) => new Float64Array(size)),
  };
}

/** Plain gradient descent: w −= rate · slope. */
export function stepSgd(tensors: Iterable<Tensor>, learningRate: number): void {
  for (const { data, grad } of tensors) {
    for (let i = 0; i < data.length; i++) data[i]! -= learningRate * grad[i]!;
  }
}

/**
 * One AdamW step with β = (0.9, 0.999) and ε = 1e-8. Decay shrinks matrices and embeddings, not biases and gains.
 *
 * @param memory - Made for these tensors; updated.
 * @see Loshchilov and Hutter, 2019, arXiv:1711.05101, algorithm 2, in the form of torch.optim.AdamW
 */
export function stepAdamW(
  tensors: Iterable<Tensor>,
  memory: AdamMemory,
  { learningRate, weightDecay }: { learningRate: number; weightDecay: number },
): void {
  memory.steps++;
  const correction = Math.sqrt(1 - BETA2 ** memory.steps);
  const stepSize = learningRate / (1 - BETA1 ** memory.steps);
  let index = 0;
  for (const { data, grad, shape } of tensors) {
    const mean = memory.means[index]!;
    const square = memory.squares[index++]!;
    const kept = shape.length > 1 ? 1 - learningRate * weightDecay : 1;
    for (let i = 0; i < data.length; i++) {
      const slope = grad[i]!;
      const m = (mean[i] = BETA1 * mean[i]! + (1 - BETA1) * slope);
      const v = (square[i] = BETA2 * square[i]! + (1 - BETA2) * slope * slope);
      data[i] = data[i]! * kept - (stepSize * m) / (Math.sqrt(v) / correction + EPSILON);
    }
  }
}

import type { Tensor } from "./tensor.ts";

/** One operation between tensors whose memory is already there. */
export interface Operation {
  readonly output: Tensor;
  /** Overwrites `output.data` from the data of the inputs. */
  forward(): void;
  /** Adds to the gradients of the inputs what `output.grad` passes back to them. */
  backward(): void;
}

/**
 * Reverse-mode automatic differentiation: operations in the order they were written down, run forwards to get values
 * and backwards, by the chain rule, to get slopes.
 *
 * Unlike PyTorch's, this tape is recorded once and played many times. All memory is taken while recording, so a step
 * of training allocates nothing. Inputs are changed by writing into their `data`.
 */
export class Tape {
  readonly #operations: Operation[] = [];

  /** Appends an operation whose inputs are leaves or outputs of earlier ones. Nothing runs yet. */
  record(operation: Operation): Tensor {
    this.#operations.push(operation);
    return operation.output;
  }

  /** Computes all outputs. */
  forward(): void {
    for (const operation of this.#operations) operation.forward();
  }

  /**
   * Adds to each leaf's gradient the slope of Σ seedᵢ·outputᵢ by that leaf, at the values of the last `forward`.
   * Gradients of recorded outputs start from zero; those of leaves do not: clear them between steps.
   *
   * @param output - An output recorded on this tape.
   * @param seed - As long as `output.data`; by default [1], for a loss of one number.
   * @throws RangeError if the lengths differ or `output` is not of this tape.
   */
  backward(output: Tensor, seed: ArrayLike<number> = [1]): void {
    if (seed.length !== output.data.length) {
      throw new RangeError(`the seed has ${seed.length} numbers for an output of ${output.data.length}`);
    }
    if (!this.#operations.some((operation) => operation.output === output)) {
      throw new RangeError("the output was not recorded on this tape");
    }
    for (const operation of this.#operations) operation.output.grad.fill(0);
    output.grad.set(seed);
    for (let i = this.#operations.length - 1; i >= 0; i--) this.#operations[i]!.backward();
  }
}

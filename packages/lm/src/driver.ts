import type { CancelSignal } from "@fewshot/ml-core";

/** A text the driver has read: the number to name it by, and the raw logits of its next token, shape [V]. */
export interface Reading {
  handle: number;
  logits: Float32Array;
}

/** A fingerprint of the weights as they lie in memory at this moment. */
export interface WeightsHash {
  /** SHA-256 in lower-case hex. */
  sha256: string;
  /** How many bytes it is of. */
  bytes: number;
}

export interface CompleteOptions {
  /** The most tokens to add to each prompt; a prompt with them must fit in the context. */
  maxTokens: number;
  /** A text ends before one of these. */
  stopIds?: readonly number[] | undefined;
}

/**
 * What runs a network, by handles: the engine beside the session, the worker seen from the page, and the fake.
 * `createLanguageModel` makes the port of ml-core of any of them and keeps these promises for them: ids are in range,
 * the context is not exceeded, handles are live, and nothing is called after `dispose`.
 */
export interface Driver {
  prefill(ids: readonly number[], signal?: CancelSignal): Promise<Reading>;
  append(handle: number, token: number, signal?: CancelSignal): Promise<Reading>;
  /**
   * Continues each prompt with the likeliest token, again and again. What all prompts begin with is read once, and
   * where the backend can, many are read in step.
   *
   * @returns The new ids of each prompt, in order.
   */
  complete(
    prompts: readonly (readonly number[])[],
    options: CompleteOptions,
    signal?: CancelSignal,
  ): Promise<number[][]>;
  /** Reads all weights from the memory of what computes with them; null where that memory cannot be looked at. */
  hashWeights(): Promise<WeightsHash | null>;
  release(handle: number): void;
  dispose(): Promise<void>;
}

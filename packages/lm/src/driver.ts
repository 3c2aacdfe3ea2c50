import type { CancelSignal } from "@fewshot/ml-core";

/** A text the driver has read: the number to name it by, and the raw logits of its next token, shape [V]. */
export interface Reading {
  handle: number;
  logits: Float32Array;
}

/**
 * What runs a network, by handles: the engine beside the session, the worker seen from the page, and the fake.
 * `createLanguageModel` makes the port of ml-core of any of them and keeps these promises for them: ids are in range,
 * the context is not exceeded, handles are live, and nothing is called after `dispose`.
 */
export interface Driver {
  prefill(ids: readonly number[], signal?: CancelSignal): Promise<Reading>;
  append(handle: number, token: number, signal?: CancelSignal): Promise<Reading>;
  release(handle: number): void;
  dispose(): Promise<void>;
}

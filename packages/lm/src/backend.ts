/**
 * What computes:
 * - `ort-handles`: ONNX Runtime's compiled module by its inner calls, keys and values never leave its memory;
 * - `ort-public`: the same module by the package's public interface, slower and always there;
 * - `webgpu`: ONNX Runtime on a graphics card.
 */
export type BackendId = "ort-handles" | "ort-public" | "webgpu";

/** Keys and values of one text in the memory of a backend. One call at a time: each is awaited before the next. */
export interface TextCache {
  /**
   * Reads `ids` behind the first `at` tokens. What the cache held from there on is forgotten.
   *
   * @param ids - At least one; `at + ids.length` is at most the model's context.
   * @returns Raw logits after the last of them, shape [V], the caller's own.
   */
  read(ids: readonly number[], at: number): Promise<Float32Array<ArrayBuffer>>;
  /** Another cache with the first `length` tokens of this one. */
  copy(length: number): Promise<TextCache>;
  release(): void;
}

/** Several texts that are read in step, one token each. */
export interface BatchCache {
  /**
   * Reads one token in every row.
   *
   * @param tokens - One for each row.
   * @param positions - Where in its row each comes; 0 is the first.
   * @returns Raw logits of all rows one after another, shape [rows, V], valid until the next step.
   */
  step(tokens: readonly number[], positions: readonly number[]): Promise<Float32Array>;
  release(): void;
}

/** A network, ready to compute. The rules of use are `createEngine`'s to keep. */
export interface Backend {
  readonly id: BackendId;
  createCache(): TextCache;
  /**
   * Rows that begin with the first `length` tokens of `prefix` and have room for `room` tokens in all. A backend that
   * reads texts one by one has none.
   */
  createBatch?(prefix: TextCache, options: { length: number; room: number; rows: number }): BatchCache;
  /** The most rows of this room that are worth their memory. */
  rowsFor?(room: number): number;
  /**
   * A copy of the weights it computes with, taken from the memory they lie in. A backend that cannot look there has none,
   * and one that does not find them all gives null.
   */
  readWeights?(): Uint8Array<ArrayBuffer> | null;
  dispose(): Promise<void>;
}

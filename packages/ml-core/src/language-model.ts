/**
 * The part of the web's `AbortSignal` that cancellation needs; every `AbortSignal` is one.
 * Declared here because this package sees no DOM types.
 */
export interface CancelSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * A text that the model has read, and what it expects next. Immutable: `append` and `fork` leave it as it was,
 * so one sequence can be continued in many ways.
 *
 * Each sequence is a handle on memory of the model (the KV cache), so whoever obtained it from `prefill`, `append`
 * or `fork` disposes it, once it needs no further continuation. `ids` and `logits` stay readable after that.
 */
export interface Sequence {
  /** The ids read so far, prompt and continuation, 1 to `contextLength` of them. */
  readonly ids: readonly number[];

  /** Raw logits of the next token, shape [V]: no temperature, no penalty, no softmax applied. Never written to. */
  readonly logits: Float32Array;

  /**
   * Reads one more token (one decode step that reuses the cached keys and values of `ids`).
   *
   * @param id - Integer in [0, vocabSize).
   * @returns A new sequence with ids `[...ids, id]`.
   * @throws RangeError (as a rejection) if `id` is outside the vocabulary or the context is full; Error if this
   *   sequence or its model is disposed; the signal's reason if cancelled. This sequence stays usable after each.
   */
  append(id: number, signal?: CancelSignal): Promise<Sequence>;

  /** A second handle on the same text, free of computation, with a life of its own: dispose both. */
  fork(): Sequence;

  /** Gives the handle's memory back. Calling it again does nothing. Other handles are not affected. */
  dispose(): void;
}

/**
 * The port between those who use a language model (labs, `generate`) and those who run one (`@fewshot/lm`).
 *
 * Raw logits come out; sampling happens on this side (`nextTokenDistribution`), so a slider never reruns the model.
 */
export interface LanguageModel {
  /** V, the number of logits of each step. */
  readonly vocabSize: number;

  /** The most ids a sequence can hold. */
  readonly contextLength: number;

  /** Id of the token that ends a text. */
  readonly endOfTextId: number;

  /**
   * Reads a whole prompt at once. An implementation may reuse what it has cached of a shared prefix.
   *
   * @param ids - The prompt, 1 to `contextLength` integers in [0, vocabSize). Not kept and not modified.
   * @throws RangeError (as a rejection) if `ids` is empty, too long or has an id outside the vocabulary; Error if the
   *   model is disposed; the signal's reason if cancelled.
   */
  prefill(ids: readonly number[], signal?: CancelSignal): Promise<Sequence>;

  /** Releases the model and all its sequences. Calling it again does nothing. */
  dispose(): Promise<void>;
}

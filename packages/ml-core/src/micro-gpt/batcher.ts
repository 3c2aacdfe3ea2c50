/** Pieces of a text, and for each token the one that follows it. */
export interface Batch {
  /** B, how many pieces. */
  readonly batchSize: number;
  /** T, how many tokens of each. */
  readonly length: number;
  /** Ids, shape [B·T], piece after piece. */
  readonly inputs: Int32Array;
  /** Shape [B·T]: `targets[i]` follows `inputs[i]` in the text. */
  readonly targets: Int32Array;
}

interface BatcherOptions {
  /** B, an integer >= 1. */
  batchSize: number;
  /** T, an integer >= 1, at most the model's context. */
  length: number;
  /** Uniform on [0, 1): one draw for each piece. */
  random: () => number;
}

/**
 * Cuts random pieces from a text; each place to begin is equally likely, and pieces may overlap.
 *
 * @param ids - The text, at least T + 1 tokens. Copied.
 * @returns A function that gives the next batch. It writes to the same arrays each time: use one before the next.
 * @throws RangeError if a size is not an integer >= 1, or the text is too short for one piece.
 */
export function createBatcher(ids: ArrayLike<number>, { batchSize, length, random }: BatcherOptions): () => Batch {
  for (const [name, size] of Object.entries({ batchSize, length })) {
    if (!Number.isInteger(size) || size < 1) throw new RangeError(`${name} must be an integer >= 1, got ${size}`);
  }
  const starts = ids.length - length;
  if (starts < 1) {
    throw new RangeError(`the text has ${ids.length} tokens; pieces of ${length} need at least ${length + 1}`);
  }
  const text = Int32Array.from(ids);
  const inputs = new Int32Array(batchSize * length);
  const targets = new Int32Array(batchSize * length);
  return () => {
    for (let piece = 0; piece < batchSize; piece++) {
      const start = Math.floor(random() * starts);
      inputs.set(text.subarray(start, start + length), piece * length);
      targets.set(text.subarray(start + 1, start + 1 + length), piece * length);
    }
    return { batchSize, length, inputs, targets };
  };
}

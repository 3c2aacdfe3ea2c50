import { parameterCount } from "../parameters.ts";

/** The shape of a GPT-2. With d = 48, 3 layers and 256 bytes it has about 100,000 parameters. */
export interface MicroGptConfig {
  /** V, the number of tokens. */
  readonly vocabSize: number;
  /** T, the most tokens it reads at once. */
  readonly contextLength: number;
  /** L. */
  readonly layers: number;
  /** h, heads of each layer: divides `dModel`. */
  readonly heads: number;
  /** d, the width of the residual stream. */
  readonly dModel: number;
}

/**
 * How many parameters a model of this shape has; the output layer is the token embedding and counts once.
 *
 * @throws RangeError if a size is not an integer >= 1, or the heads do not divide the width.
 */
export function checkConfig(config: MicroGptConfig): number {
  const { layers, heads, dModel } = config;
  if (!Number.isInteger(layers) || layers < 1) throw new RangeError(`layers must be an integer >= 1, got ${layers}`);
  if (!Number.isInteger(heads) || heads < 1 || dModel % heads !== 0) {
    throw new RangeError(`heads must divide dModel: ${dModel} is not a multiple of ${heads}`);
  }
  return parameterCount(config);
}

/** @throws RangeError naming the first id that is not an integer in [0, vocabSize). */
export function checkIds(ids: ArrayLike<number>, vocabSize: number): void {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (!Number.isInteger(id) || id < 0 || id >= vocabSize) {
      throw new RangeError(`token ${id} is not in a vocabulary of ${vocabSize}`);
    }
  }
}

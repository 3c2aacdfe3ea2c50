/**
 * Counts the parameters of a GPT-2 or GPT-3 style decoder: V·d + T·d + L(12d² + 13d) + 2d.
 *
 * In words: token embeddings (shared with the output layer), learned positions, and in each layer attention (4d² + 4d),
 * a feed-forward network of width 4d (8d² + 5d) and two layer norms (4d), with one more layer norm at the end (2d).
 *
 * @param shape.layers - L, an integer >= 0. `dModel` - d, `vocabSize` - V, `contextLength` - T: integers >= 1.
 * @returns An exact integer up to 2^53. The number of heads does not matter.
 * @throws RangeError if a size is not such an integer.
 * @see Brown et al., 2020, arXiv:2005.14165, tables 2.1 and D.1
 */
export function parameterCount(shape: {
  layers: number;
  dModel: number;
  vocabSize: number;
  contextLength: number;
}): number {
  const { layers, dModel, vocabSize, contextLength } = shape;
  const sizes = { layers: layers + 1, dModel, vocabSize, contextLength };
  for (const [name, size] of Object.entries(sizes)) {
    if (!Number.isInteger(size) || size < 1) throw new RangeError(`${name} is not a size that a model can have`);
  }
  const embeddings = (vocabSize + contextLength) * dModel;
  const perLayer = 12 * dModel ** 2 + 13 * dModel;
  return embeddings + layers * perLayer + 2 * dModel;
}

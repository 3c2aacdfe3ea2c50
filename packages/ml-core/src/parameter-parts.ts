import { parameterCount } from "./parameters.ts";

/** Parameters of a GPT by part; the parts of a layer are summed over all layers. The parts add up to `total`. */
export interface ParameterParts {
  tokenEmbeddings: number;
  positionEmbeddings: number;
  attention: number;
  feedForward: number;
  layerNorms: number;
  finalLayerNorm: number;
  total: number;
}

/**
 * `parameterCount` by part: V·d, T·d, L(4d² + 4d), L(8d² + 5d), L·4d and 2d.
 *
 * @throws RangeError if `parameterCount` rejects the shape.
 */
export function parameterParts(shape: Parameters<typeof parameterCount>[0]): ParameterParts {
  const total = parameterCount(shape);
  const { layers, dModel: d, vocabSize, contextLength } = shape;
  return {
    tokenEmbeddings: vocabSize * d,
    positionEmbeddings: contextLength * d,
    attention: layers * (4 * d ** 2 + 4 * d),
    feedForward: layers * (8 * d ** 2 + 5 * d),
    layerNorms: layers * 4 * d,
    finalLayerNorm: 2 * d,
    total,
  };
}

/** Parameters of a linear layer with bias, inputs · outputs + outputs: y = wx + b has 2. Both integers >= 1. */
export function linearLayerParameters(inputs: number, outputs: number): number {
  if (![inputs, outputs].every((size) => Number.isInteger(size) && size >= 1)) {
    throw new RangeError(`a layer cannot have ${inputs} inputs and ${outputs} outputs`);
  }
  return inputs * outputs + outputs;
}

import { checkConfig, type MicroGptConfig } from "./config.ts";
import { recordGraph, recordTrainingGraph, type Graph, type TrainingGraph } from "./graph.ts";
import { createAdamMemory, type AdamMemory } from "./optimizer.ts";
import { createParameters, type Parameters } from "./parameters.ts";

/**
 * A GPT-2 small enough to be trained from nothing in a browser's worker, in float64.
 *
 * Its memory is about 32 bytes a parameter, and the activations of one batch shape and of one text to sample from.
 */
export interface MicroGpt {
  readonly config: MicroGptConfig;
  readonly parameterCount: number;
  /** For `micro-gpt/` only: outside, read `weightsOf` and write with `setWeights`. */
  readonly parameters: Parameters;
  /** For `micro-gpt/` only. */
  readonly memory: ModelMemory;
}

interface ModelMemory {
  adam: AdamMemory;
  training: TrainingGraph | null;
  sampling: Graph | null;
}

/** A copy of one parameter. */
export interface NamedWeights {
  /** As in Hugging Face's GPT-2: `wte.weight`, `h.0.attn.c_attn.weight`. */
  readonly name: string;
  /** Matrices are [in, out]. */
  readonly shape: readonly number[];
  /** Row-major. */
  readonly data: Float64Array;
}

/**
 * A model that has learnt nothing yet.
 *
 * @param random - Uniform on [0, 1), such as `mulberry32(seed)`. The same numbers make the same model, up to the last
 *   bits of `Math.log` and `Math.cos`, which each engine rounds its own way.
 * @throws RangeError if a size is not an integer >= 1, or the heads do not divide the width.
 */
export function createMicroGpt(config: MicroGptConfig, random: () => number): MicroGpt {
  const parameterCount = checkConfig(config);
  const parameters = createParameters(config, random);
  const adam = createAdamMemory(parameters.byName.values());
  return { config: { ...config }, parameterCount, parameters, memory: { adam, training: null, sampling: null } };
}

/** All parameters, in a fixed order, copied: keep one list from before a step to compare with one from after it. */
export function weightsOf(model: MicroGpt): NamedWeights[] {
  return Array.from(model.parameters.byName, ([name, { shape, data }]) => ({
    name,
    shape: [...shape],
    data: data.slice(),
  }));
}

/**
 * Puts back what `weightsOf` gave. AdamW starts anew: what it remembered belongs to other weights.
 *
 * @throws RangeError if the list does not have exactly this model's names and sizes. The model is then as it was.
 */
export function setWeights(model: MicroGpt, weights: readonly Omit<NamedWeights, "shape">[]): void {
  const { byName } = model.parameters;
  const given = new Map(weights.map(({ name, data }) => [name, data]));
  for (const [name, { data }] of byName) {
    if (given.get(name)?.length !== data.length) throw new RangeError(`${name} needs ${data.length} numbers`);
  }
  if (weights.length !== byName.size) throw new RangeError(`a model of this shape has ${byName.size} parameters`);
  for (const [name, data] of given) byName.get(name)?.data.set(data);
  model.memory.adam = createAdamMemory(byName.values());
}

/** The tape for batches of this shape. Only the last one is kept, so that changing shapes does not fill memory. */
export function trainingGraphOf(model: MicroGpt, batchSize: number, length: number): TrainingGraph {
  const { memory, parameters, config } = model;
  if (memory.training?.batchSize !== batchSize || memory.training.length !== length) {
    memory.training = recordTrainingGraph(parameters, { batchSize, length, heads: config.heads });
  }
  return memory.training;
}

/** The tape for one text of full length. */
export function samplingGraphOf(model: MicroGpt): Graph {
  const { memory, parameters, config } = model;
  memory.sampling ??= recordGraph(parameters, { batchSize: 1, length: config.contextLength, heads: config.heads });
  return memory.sampling;
}

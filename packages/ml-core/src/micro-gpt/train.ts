import type { Batch } from "./batcher.ts";
import { checkIds } from "./config.ts";
import { trainingGraphOf, type MicroGpt } from "./model.ts";
import { stepAdamW, stepSgd } from "./optimizer.ts";

export interface TrainOptions {
  /** >= 0. For AdamW 1e-3 to 3e-3 suits models of this size; plain gradient descent needs about 0.5. */
  learningRate: number;
  /** By default "adamw". */
  optimizer?: "adamw" | "sgd";
  /** AdamW's λ >= 0, by default 0.01. Plain gradient descent has none. */
  weightDecay?: number;
}

/**
 * Reads a batch, works out the slope of the loss by each parameter, and moves each a little downhill.
 *
 * @param batch - All positions count alike. Not modified and not kept.
 * @returns The loss before the step: mean cross-entropy in nats, ln V for a model that knows nothing. If it is not
 *   finite, because the learning rate was too high, the parameters stay as they are.
 * @throws RangeError if the batch is empty, longer than the context, of uneven sizes or has an id outside the
 *   vocabulary, or if an option is out of range. The model is then as it was.
 */
export function trainStep(model: MicroGpt, batch: Batch, options: TrainOptions): number {
  const { learningRate, optimizer = "adamw", weightDecay = 0.01 } = options;
  checkRate("learningRate", learningRate);
  checkRate("weightDecay", weightDecay);
  const loss = computeGradients(model, batch);
  if (!Number.isFinite(loss)) return loss;
  const tensors = model.parameters.byName.values();
  if (optimizer === "sgd") stepSgd(tensors, learningRate);
  else stepAdamW(tensors, model.memory.adam, { learningRate, weightDecay });
  return loss;
}

/**
 * The loss of a batch, without learning from it: for text the model has not been trained on.
 *
 * @returns As `trainStep`. Throws as `trainStep`.
 */
export function lossOf(model: MicroGpt, batch: Batch): number {
  const graph = fillGraph(model, batch);
  graph.tape.forward();
  return graph.loss.data[0]!;
}

/** Leaves dLoss/dParameter in the `grad` of each parameter. @returns The loss. */
export function computeGradients(model: MicroGpt, batch: Batch): number {
  const { tape, loss } = fillGraph(model, batch);
  for (const { grad } of model.parameters.byName.values()) grad.fill(0);
  tape.forward();
  tape.backward(loss);
  return loss.data[0]!;
}

function fillGraph(model: MicroGpt, batch: Batch) {
  const { inputs, targets, batchSize, length } = batch;
  const { vocabSize, contextLength } = model.config;
  if (!Number.isInteger(length) || length < 1 || length > contextLength) {
    throw new RangeError(`texts of a batch have 1 to ${contextLength} tokens, got ${length}`);
  }
  const size = batchSize * length;
  if (!(size >= 1) || inputs.length !== size || targets.length !== size) {
    throw new RangeError(`a batch of ${batchSize} texts needs ${size} inputs and as many targets`);
  }
  checkIds(inputs, vocabSize);
  checkIds(targets, vocabSize);
  const graph = trainingGraphOf(model, batchSize, length);
  graph.tokens.set(inputs);
  graph.targets.set(targets);
  return graph;
}

function checkRate(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be at least 0, got ${value}`);
}

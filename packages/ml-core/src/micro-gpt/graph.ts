import { add } from "../autograd/add.ts";
import { causalAttention } from "../autograd/attention.ts";
import { crossEntropy } from "../autograd/cross-entropy.ts";
import { embedding } from "../autograd/embedding.ts";
import { gelu } from "../autograd/gelu.ts";
import { layerNorm } from "../autograd/layer-norm.ts";
import { matmul, matmulTransposed } from "../autograd/matmul.ts";
import { Tape } from "../autograd/tape.ts";
import { firstRows, type Tensor } from "../autograd/tensor.ts";
import type { Block, Parameters, WeightAndBias } from "./parameters.ts";

interface GraphShape {
  /** B, how many texts. */
  batchSize: number;
  /** T, how many tokens of each. */
  length: number;
  heads: number;
}

/** A recorded forward pass: write `tokens`, play the tape, read `logits`. */
export interface Graph {
  readonly batchSize: number;
  readonly length: number;
  readonly tape: Tape;
  /** Ids, shape [B·T], text after text. */
  readonly tokens: Int32Array;
  /** Raw logits of the next token, shape [B·T, V]. */
  readonly logits: Tensor;
}

/** A graph that ends in a loss. Write `targets` too. */
export interface TrainingGraph extends Graph {
  /** The id that follows each token, shape [B·T]. */
  readonly targets: Int32Array;
  /** Mean cross-entropy in nats, shape [1]. */
  readonly loss: Tensor;
}

/** Records GPT-2: embeddings, pre-norm blocks, a last norm, and the embedding again as output layer. */
export function recordGraph(parameters: Parameters, { batchSize, length, heads }: GraphShape): Graph {
  const tape = new Tape();
  const tokens = new Int32Array(batchSize * length);
  const looked = embedding(tape, parameters.tokens, tokens);
  let stream = add(tape, looked, firstRows(parameters.positions, length));
  for (const block of parameters.blocks) stream = recordBlock(tape, stream, { block, heads, length });
  const logits = matmulTransposed(tape, recordNorm(tape, stream, parameters.lnFinal), parameters.tokens);
  return { batchSize, length, tape, tokens, logits };
}

export function recordTrainingGraph(parameters: Parameters, shape: GraphShape): TrainingGraph {
  const graph = recordGraph(parameters, shape);
  const targets = new Int32Array(graph.tokens.length);
  return { ...graph, targets, loss: crossEntropy(graph.tape, graph.logits, targets) };
}

interface BlockShape {
  block: Block;
  heads: number;
  length: number;
}

/** x + attention(norm(x)), then the same with the feed-forward network. Shape [B·T, d] in and out. */
function recordBlock(tape: Tape, stream: Tensor, { block, heads, length }: BlockShape): Tensor {
  const qkv = recordLinear(tape, recordNorm(tape, stream, block.ln1), block.attention);
  const mixed = causalAttention(tape, qkv, { heads, length });
  const attended = add(tape, stream, recordLinear(tape, mixed, block.attentionOut));
  const hidden = gelu(tape, recordLinear(tape, recordNorm(tape, attended, block.ln2), block.feedForward));
  return add(tape, attended, recordLinear(tape, hidden, block.feedForwardOut));
}

function recordLinear(tape: Tape, x: Tensor, { weight, bias }: WeightAndBias): Tensor {
  return add(tape, matmul(tape, x, weight), bias);
}

function recordNorm(tape: Tape, x: Tensor, { weight, bias }: WeightAndBias): Tensor {
  return layerNorm(tape, x, { gain: weight, bias });
}

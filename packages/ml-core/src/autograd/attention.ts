import type { Tape } from "./tape.ts";
import { checkShapes, createTensor, matrixShape, type Tensor } from "./tensor.ts";

interface AttentionShape {
  /** h, the number of heads: divides d. */
  heads: number;
  /** T, the number of tokens of each text: divides n. */
  length: number;
}

/** What all steps of one attention operation share. */
interface Memory {
  qkv: Tensor;
  output: Tensor;
  /** Shape [texts, heads, T, T]: how much each token looks at each. Never written, so 0, after the diagonal. */
  probs: Float64Array;
  /** Scratch of one row, shape [T]. */
  slopes: Float64Array;
  width: number;
  headWidth: number;
  length: number;
}

/** One query: where its head begins in the first row of its text's queries, and where its row of `probs` does. */
interface Query {
  /** Index in `qkv` of the first token's query in this text and head; keys lie `width` after it, values 2·`width`. */
  base: number;
  /** Index in `output` of the first token in this text and head. */
  outBase: number;
  probsAt: number;
  /** Its place in the text, 0 to T - 1. */
  t: number;
}

/**
 * Causal self-attention with several heads: each token mixes the values of itself and the tokens before it, weighed by
 * softmax(q·k / √(d/h)). Without the linear layers before and after.
 *
 * @param qkv - Shape [n, 3d]: queries, keys and values side by side, heads side by side within each; texts of T tokens
 *   one after the other.
 * @returns Shape [n, d], heads side by side.
 * @throws RangeError if T does not divide n or h does not divide d.
 * @see Vaswani et al., 2017, arXiv:1706.03762, section 3.2
 */
export function causalAttention(tape: Tape, qkv: Tensor, { heads, length }: AttentionShape): Tensor {
  const [rows, columns] = matrixShape(qkv);
  checkShapes(columns % (3 * heads) === 0 && rows % length === 0, "causalAttention", [qkv]);
  const width = columns / 3;
  const output = createTensor([rows, width]);
  const probs = new Float64Array(rows * heads * length);
  const slopes = new Float64Array(length);
  const memory = { qkv, output, probs, slopes, width, headWidth: width / heads, length };
  const forEachQuery = (visit: (memory: Memory, query: Query) => void) => {
    const query = { base: 0, outBase: 0, probsAt: 0, t: 0 };
    for (let i = 0; i < rows * heads; i++) {
      const block = Math.floor(i / length);
      const head = block % heads;
      const firstRow = ((block - head) / heads) * length;
      query.base = firstRow * columns + head * memory.headWidth;
      query.outBase = firstRow * width + head * memory.headWidth;
      query.probsAt = i * length;
      query.t = i % length;
      visit(memory, query);
    }
  };
  return tape.record({
    output,
    forward: () => forEachQuery(attend),
    backward: () => forEachQuery(attendBackward),
  });
}

function attend(memory: Memory, query: Query): void {
  const { qkv, output, probs, width, headWidth } = memory;
  const { base, outBase, probsAt, t } = query;
  const stride = 3 * width;
  lookBack(memory, query);
  const out = outBase + t * width;
  output.data.fill(0, out, out + headWidth);
  for (let s = 0; s <= t; s++) {
    const prob = probs[probsAt + s]!;
    const value = base + s * stride + 2 * width;
    for (let i = 0; i < headWidth; i++) output.data[out + i]! += prob * qkv.data[value + i]!;
  }
}

/** Writes the query's row of `probs`. */
function lookBack({ qkv, probs, width, headWidth }: Memory, { base, probsAt, t }: Query): void {
  const x = qkv.data;
  const stride = 3 * width;
  const scale = 1 / Math.sqrt(headWidth);
  let max = -Infinity;
  for (let s = 0; s <= t; s++) {
    let score = 0;
    const [q, k] = [base + t * stride, base + s * stride + width];
    for (let i = 0; i < headWidth; i++) score += x[q + i]! * x[k + i]!;
    probs[probsAt + s] = score * scale;
    max = Math.max(max, score * scale);
  }
  let total = 0;
  for (let s = 0; s <= t; s++) total += probs[probsAt + s] = Math.exp(probs[probsAt + s]! - max);
  for (let s = 0; s <= t; s++) probs[probsAt + s]! /= total;
}

function attendBackward(memory: Memory, query: Query): void {
  const { qkv, probs, slopes, width, headWidth } = memory;
  const { base, probsAt, t } = query;
  const { data, grad } = qkv;
  const mean = backwardValues(memory, query);
  const scale = 1 / Math.sqrt(headWidth);
  const q = base + t * 3 * width;
  for (let s = 0; s <= t; s++) {
    const slope = probs[probsAt + s]! * (slopes[s]! - mean) * scale;
    const k = base + s * 3 * width + width;
    for (let i = 0; i < headWidth; i++) {
      grad[q + i]! += slope * data[k + i]!;
      grad[k + i]! += slope * data[q + i]!;
    }
  }
}

/** Passes the slope to the values and writes that of each probability to `slopes`. @returns Their mean under probs. */
function backwardValues(memory: Memory, { base, outBase, probsAt, t }: Query): number {
  const { qkv, output, probs, slopes, width, headWidth } = memory;
  const out = outBase + t * width;
  let mean = 0;
  for (let s = 0; s <= t; s++) {
    const prob = probs[probsAt + s]!;
    const value = base + s * 3 * width + 2 * width;
    let slope = 0;
    for (let i = 0; i < headWidth; i++) {
      const g = output.grad[out + i]!;
      slope += g * qkv.data[value + i]!;
      qkv.grad[value + i]! += prob * g;
    }
    slopes[s] = slope;
    mean += prob * slope;
  }
  return mean;
}

/** The parts of a GPT-2 block on plain arrays, row after row. They are slow and easy to read: for short texts, to look inside. */

/** Rows brought to mean 0 and variance 1, then scaled and shifted. Shape of `x`: [rows, width]. */
export function layerNorm(
  x: Float32Array,
  { weight, bias, epsilon }: { weight: Float32Array; bias: Float32Array; epsilon: number },
): Float32Array {
  const width = weight.length;
  const out = new Float32Array(x.length);
  for (let start = 0; start < x.length; start += width) {
    const row = x.subarray(start, start + width);
    const mean = row.reduce((a, b) => a + b, 0) / width;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
    const scale = 1 / Math.sqrt(variance + epsilon);
    for (let i = 0; i < width; i++) out[start + i] = ((row[i] ?? 0) - mean) * scale * (weight[i] ?? 0) + (bias[i] ?? 0);
  }
  return out;
}

/** x·W + b. Shapes: x [rows, inputs], weight [inputs, outputs], bias [outputs]. */
export function linear(x: Float32Array, weight: Float32Array, bias: Float32Array): Float32Array {
  const outputs = bias.length;
  const inputs = weight.length / outputs;
  const rows = x.length / inputs;
  const out = new Float32Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    const target = out.subarray(row * outputs, (row + 1) * outputs);
    target.set(bias);
    for (let i = 0; i < inputs; i++)
      addScaled(target, x[row * inputs + i] ?? 0, weight.subarray(i * outputs, (i + 1) * outputs));
  }
  return out;
}

/** GELU in its tanh form, as GPT-2 was trained with. */
export function gelu(x: Float32Array): Float32Array {
  const factor = Math.sqrt(2 / Math.PI);
  return x.map((value) => 0.5 * value * (1 + Math.tanh(factor * (value + 0.044715 * value ** 3))));
}

/**
 * Causal self-attention before its output layer.
 *
 * @param qkv - Queries, keys and values side by side, shape [T, 3·C].
 * @returns `shares`: how much position i takes from position j, shape [H, T, T], rows summing to 1, 0 for j > i; `mixed`:
 *   the values so weighted, shape [T, C].
 */
export function attend(
  qkv: Float32Array,
  heads: number,
  length: number,
): { shares: Float32Array; mixed: Float32Array } {
  const width = qkv.length / length / 3;
  const shares = new Float32Array(heads * length * length);
  const mixed = new Float32Array(length * width);
  const headWidth = width / heads;
  for (let head = 0; head < heads; head++) {
    for (let i = 0; i < length; i++) {
      const at = (part: number, position: number) => {
        const start = position * 3 * width + part * width + head * headWidth;
        return qkv.subarray(start, start + headWidth);
      };
      const row = shares.subarray((head * length + i) * length, (head * length + i + 1) * length);
      for (let j = 0; j <= i; j++) row[j] = dot(at(0, i), at(1, j)) / Math.sqrt(headWidth);
      softmaxInPlace(row.subarray(0, i + 1));
      const target = mixed.subarray(i * width + head * headWidth, i * width + (head + 1) * headWidth);
      for (let j = 0; j <= i; j++) addScaled(target, row[j] ?? 0, at(2, j));
    }
  }
  return { shares, mixed };
}

/** Σ a·b. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Element by element, shapes equal. */
export function add(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value + (b[i] ?? 0));
}

function addScaled(target: Float32Array, factor: number, source: Float32Array): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + factor * (source[i] ?? 0);
}

function softmaxInPlace(scores: Float32Array): void {
  const max = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  let total = 0;
  for (let i = 0; i < scores.length; i++) total += scores[i] = Math.exp((scores[i] ?? 0) - max);
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / total;
}

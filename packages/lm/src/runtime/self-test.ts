import type { Backend, TextCache } from "../backend.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";

/** Two ways of adding the same numbers up differ by so much at most. */
export const TOLERANCE = 1e-4;

const PROMPT = [3, 1, 4, 1, 5, 9, 2];
const STEPS = 3;
const BRANCH_AT = 5;

/**
 * Puts a backend beside a reference, both with the same small model: a prompt, some greedy steps, a branch that
 * goes on by a block, a text
 * written over from its middle, and a batch where there is one.
 *
 * @returns The largest difference of two logits; infinite if the two chose different tokens.
 */
export async function compareBackends(backend: Backend, reference: Backend): Promise<number> {
  const [ours, theirs] = [await play(backend), await play(reference)];
  if (ours.ids.join() !== theirs.ids.join()) return Number.POSITIVE_INFINITY;
  return Math.max(...ours.logits.map((logits, index) => largestDifference(logits, theirs.logits[index])));
}

interface Played {
  ids: number[];
  logits: Float32Array[];
}

async function play(backend: Backend): Promise<Played> {
  const cache = backend.createCache();
  const ids = [...PROMPT];
  const logits: Float32Array[] = [await cache.read(PROMPT, 0)];
  for (let step = 0; step < STEPS; step++) {
    ids.push(indexOfLargest(logits.at(-1)));
    logits.push(await cache.read(ids.slice(-1), ids.length - 1));
  }
  const branch = await cache.copy(BRANCH_AT);
  logits.push(await branch.read([7, 8, 9, 10], BRANCH_AT));
  logits.push(await cache.read([6], BRANCH_AT));
  logits.push(...(await playRows(backend, branch)));
  branch.release();
  cache.release();
  return { ids, logits };
}

/** Two rows behind one prefix; the same texts one by one where a backend has no batches. */
async function playRows(backend: Backend, prefix: TextCache): Promise<Float32Array[]> {
  const tokens = [10, 11];
  if (!backend.createBatch) {
    const alone: Float32Array[] = [];
    for (const token of tokens) alone.push(await prefix.read([token], BRANCH_AT));
    return alone;
  }
  const batch = backend.createBatch(prefix, { length: BRANCH_AT, room: BRANCH_AT + 1, rows: tokens.length });
  const logits = (
    await batch.step(
      tokens,
      tokens.map(() => BRANCH_AT),
    )
  ).slice();
  batch.release();
  const width = logits.length / tokens.length;
  return tokens.map((_, row) => logits.subarray(row * width, (row + 1) * width));
}

/** Deeper models add more numbers up than the small one. */
const OWN_TOLERANCE = 1e-2;
const OWN_TOKENS = 8;

/**
 * A real model agrees with itself: token by token gives what a whole prompt gives, by other operators on other shapes.
 *
 * @throws If it does not; then the backend is disposed.
 */
export async function assertAgreesWithItself(backend: Backend, config: CompleteGpt2Config): Promise<void> {
  try {
    const difference = await cachedAgainstWhole(backend, config);
    if (!(difference <= OWN_TOLERANCE)) throw new Error(`Step by step differs from all at once by ${difference}`);
  } catch (error) {
    await backend.dispose();
    throw error;
  }
}

async function cachedAgainstWhole(backend: Backend, config: CompleteGpt2Config): Promise<number> {
  const ids = Array.from({ length: Math.min(OWN_TOKENS, config.n_positions) }, (_, index) => index % config.vocab_size);
  const [stepped, whole] = [backend.createCache(), backend.createCache()];
  let logits = new Float32Array(0);
  for (const [at, id] of ids.entries()) logits = await stepped.read([id], at);
  const difference = largestDifference(logits, await whole.read(ids, 0));
  stepped.release();
  whole.release();
  return difference;
}

/** Infinite when the lengths differ or a value is not a number. */
function largestDifference(a: Float32Array, b: Float32Array | undefined): number {
  if (a.length !== b?.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (const [index, value] of a.entries()) {
    const difference = Math.abs(value - (b[index] ?? Number.NaN));
    if (!(difference <= worst)) worst = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return worst;
}

function indexOfLargest(values: Float32Array | undefined): number {
  return values?.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0) ?? 0;
}

import type { Backend } from "../backend.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import { openHeapBackend } from "./heap-backend.ts";
import type { OrtModule } from "./ort-module.ts";
import { slabModel } from "./synthetic-model.ts";

/** Fresh code is compiled anew beside the first rounds, which takes several threads the cores they are to run on. */
const MOST_ROUNDS = 10;
/** So many in a row have to be good. */
const ROUNDS = 2;

/** Steps of a round; their median counts, so that one interruption does not decide, and a busy machine still does. */
const STEPS = 3;

/** A step as quick as this is not worth sharing: waking another thread takes a good part of it. */
const QUICK_MS = 2;

/** More threads must be better by this much: they also take the processor away from the page. */
const WORTHWHILE = 0.85;

/** A runtime of so many threads. */
export interface ThreadCandidate {
  threads: number;
  module: OrtModule;
}

/** A choice is to be made after this, with what is known by then: on a busy machine, one thread. */
export const PATIENCE_MS = 4000;

/** What is compared; `several` is asked for only where it may be better. */
export interface Contest<Candidate> {
  single: Candidate;
  several(): Promise<Candidate>;
  /** Milliseconds that one step takes the model. */
  measure(candidate: Candidate): Promise<number>;
  /** Whether the comparison has taken too long already. */
  isLate(): boolean;
}

/**
 * Chooses between one thread and several by rounds of a few steps; the very first does not count. Several threads win
 * as soon as two of their rounds in a row, the slower as well, beat the quickest of the other, which gets one more to
 * defend itself: on a busy machine several are quick at times and many times slower at others, because each step waits
 * for the last of them.
 */
export async function fasterOf<Candidate>({
  single,
  several,
  measure,
  isLate,
}: Contest<Candidate>): Promise<Candidate> {
  await measure(single);
  const few = [await measure(single)];
  if (Math.min(...few) < QUICK_MS) return single;
  const candidate = await several();
  const many: number[] = [];
  const areGood = (): boolean => Math.max(...many.slice(-ROUNDS)) < Math.min(...few) * WORTHWHILE;
  while (many.length < MOST_ROUNDS && !isLate()) {
    many.push(await measure(candidate));
    if (many.length < ROUNDS || !areGood()) continue;
    few.push(await measure(single));
    if (areGood()) return candidate;
  }
  return single;
}

/**
 * Measures with a model as wide as the one that is to run, and as deep as is needed to lie where its weights would;
 * what the real one would take follows from its size.
 */
export function createMeasure(
  config: CompleteGpt2Config,
  now: () => number,
): { measure: Contest<ThreadCandidate>["measure"]; end(): Promise<void> } {
  const slab = slabModel(config);
  const scale = matrixWeights(config) / matrixWeights(slab.config);
  const backends = new Map<OrtModule, Backend>();
  return {
    measure: async ({ module }) => {
      const backend = backends.get(module) ?? openHeapBackend(module, slab.bytes, slab.config);
      backends.set(module, backend);
      const cache = backend.createCache();
      const times: number[] = [];
      for (let position = 0; position < STEPS; position++) {
        const start = now();
        await cache.read([position], position);
        times.push(now() - start);
      }
      cache.release();
      return median(times) * scale;
    },
    end: async () => {
      for (const backend of backends.values()) await backend.dispose();
    },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Numbers that a step multiplies with. */
function matrixWeights({ n_layer, n_embd, n_inner, vocab_size }: CompleteGpt2Config): number {
  return n_embd * (n_layer * (4 * n_embd + 2 * (n_inner ?? 4 * n_embd)) + vocab_size);
}

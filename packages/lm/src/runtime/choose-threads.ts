import type { Backend } from "../backend.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import { openHeapBackend } from "./heap-backend.ts";
import type { OrtModule } from "./ort-module.ts";
import { slabModel } from "./synthetic-model.ts";

const ROUNDS = 2;
const TOKENS = 8;

/** A step as quick as this is not worth sharing: waking another thread takes a good part of it. */
const QUICK_MS = 2;

/** More threads must be better by this much: they also take the processor away from the page. */
const WORTHWHILE = 0.85;

/** A runtime of so many threads. */
export interface ThreadCandidate {
  threads: number;
  module: OrtModule;
}

/** What is compared; `several` is asked for only where it may be better. */
export interface Contest<Candidate> {
  single: Candidate;
  several(): Promise<Candidate>;
  /** Milliseconds that 8 tokens take the model. */
  measure(candidate: Candidate): Promise<number>;
}

/**
 * Chooses between one thread and several by reading 8 tokens on each, twice, in turn, after a round that does not
 * count. Several threads win only if their slower round beats the quickest of the other: on a busy machine they are
 * quick at times and many times slower at others, because each step waits for the last of them.
 */
export async function fasterOf<Candidate>({ single, several, measure }: Contest<Candidate>): Promise<Candidate> {
  await measure(single);
  const few = [await measure(single)];
  if (Math.min(...few) < TOKENS * QUICK_MS) return single;
  const candidate = await several();
  await measure(candidate);
  const many: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    many.push(await measure(candidate));
    few.push(await measure(single));
  }
  return Math.max(...many) < Math.min(...few) * WORTHWHILE ? candidate : single;
}

/**
 * Measures with a model as wide as the one that is to run, and as deep as is needed to see how long its layers take;
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
      const backend = backends.get(module) ?? openHeapBackend(module, slab.bytes, { config: slab.config });
      backends.set(module, backend);
      const start = now();
      const cache = backend.createCache();
      for (let position = 0; position < TOKENS; position++) await cache.read([position], position);
      cache.release();
      return (now() - start) * scale;
    },
    end: async () => {
      for (const backend of backends.values()) await backend.dispose();
    },
  };
}

/** Numbers that a step multiplies with. */
function matrixWeights({ n_layer, n_embd, n_inner, vocab_size }: CompleteGpt2Config): number {
  return n_embd * (n_layer * (4 * n_embd + 2 * (n_inner ?? 4 * n_embd)) + vocab_size);
}

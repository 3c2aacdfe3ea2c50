import type { Backend, BatchCache, TextCache } from "../backend.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import type { CacheBlock } from "./cache-block.ts";
import { copyTokens, createBlock } from "./cache-block.ts";
import type { Place } from "./find-weights.ts";
import { findWeights } from "./find-weights.ts";
import { heapOf } from "./heap.ts";
import type { HeapSession } from "./heap-session.ts";
import { openHeapSession } from "./heap-session.ts";
import { cacheNames, inPlaceGraph, outputNames } from "./in-place-graph.ts";
import type { OrtModule } from "./ort-module.ts";
import { WEIGHTS_FILE } from "./served-graph.ts";
import type { Step } from "./step-tensors.ts";
import { StepTensors } from "./step-tensors.ts";

/** A text's cache starts with room for so many tokens and doubles, so that a short text is cheap and a long one rarely moves. */
const FIRST_ROOM = 64;

/** Tokens of one step: a block of a prompt, or a batch. */
const MAX_TOKENS = 128;

/** A batch larger than this gains little more; with a big model its keys and values reach the memory limit before. */
const MAX_ROWS = 32;
const MAX_BATCH_BYTES = 2 ** 28;

interface Heap {
  module: OrtModule;
  session: HeapSession;
  config: CompleteGpt2Config;
  parts: number;
  steps: StepTensors;
}

/**
 * GPT-2 on the runtime's inner calls. Keys and values lie in the runtime's heap and are written in place; of a step
 * only the logits come out.
 *
 * @param served - A decode graph as `exportOnnx` makes it.
 * @throws If the file is not one, or if the runtime refuses the graph or has no room for it.
 */
export function openHeapBackend(module: OrtModule, served: Uint8Array, config: CompleteGpt2Config): Backend {
  const names = cacheNames(config);
  const session = openHeapSession(module, {
    graph: inPlaceGraph(served, config, { withBlocks: true }),
    files: { [WEIGHTS_FILE]: served },
    inputNames: [
      ...["input_ids", "positions", "rows", "last_positions", "total_length"],
      ...names.map((name) => `past_key_values.${name}`),
    ],
    outputNames: outputNames(config, { withBlocks: true }),
  });
  const steps = new StepTensors(module, config.vocab_size, { tokens: MAX_TOKENS, wanted: MAX_ROWS });
  const heap: Heap = { module, session, config, parts: names.length, steps };
  const tokenBytes = 4 * names.length * config.n_embd;
  return {
    id: "ort-handles",
    createCache: () => new HeapCache(heap),
    createBatch: (prefix, options) => createBatch(heap, prefix as HeapCache, options),
    rowsFor: (room) => Math.max(1, Math.min(MAX_ROWS, Math.floor(MAX_BATCH_BYTES / (room * tokenBytes)))),
    readWeights: createWeightReader(module, served, config.n_embd),
    dispose: () => {
      steps.free();
      session.release();
      return Promise.resolve();
    },
  };
}

/** So large a file is not kept in memory for the sake of a search. */
const MAX_SEARCHED_BYTES = 2 ** 26;

/** Looks the weights up when it is first asked, and reads the same places ever after. */
function createWeightReader(
  module: OrtModule,
  served: Uint8Array,
  width: number,
): () => Uint8Array<ArrayBuffer> | null {
  if (served.length > MAX_SEARCHED_BYTES) return () => null;
  let places: readonly Place[] | null | undefined;
  return () => {
    const heap = heapOf(module);
    places ??= findWeights(heap, served, width);
    if (places === null) return null;
    const weights = new Uint8Array(places.reduce((sum, { bytes }) => sum + bytes, 0));
    let end = 0;
    for (const { address, bytes } of places) {
      weights.set(heap.subarray(address, address + bytes), end);
      end += bytes;
    }
    return weights;
  };
}

function newBlock({ module, config, parts }: Heap, rows: number, room: number): CacheBlock {
  const { n_head: heads, n_embd } = config;
  return createBlock(module, parts, { rows, heads, room, headWidth: n_embd / heads });
}

/** One pass; keys and values go where they are read from. */
function runStep({ session, steps }: Heap, block: CacheBlock, step: Step): Float32Array {
  const { inputs, logits } = steps.write(step);
  session.run([...inputs, ...block.tensors], [logits, ...block.tensors]);
  return steps.logits(step.rows.length);
}

class HeapCache implements TextCache {
  readonly #heap: Heap;
  #block: CacheBlock | undefined;

  constructor(heap: Heap, block?: CacheBlock) {
    this.#heap = heap;
    this.#block = block;
  }

  /** Undefined while nothing was read. */
  get block(): CacheBlock | undefined {
    return this.#block;
  }

  read(ids: readonly number[], at: number): Promise<Float32Array<ArrayBuffer>> {
    const block = this.#makeRoom(at + ids.length, at);
    let logits = new Float32Array(0);
    for (let done = 0; done < ids.length; done += MAX_TOKENS) {
      const part = ids.slice(done, done + MAX_TOKENS);
      const positions = part.map((_, index) => at + done + index);
      const last = positions.at(-1) ?? 0;
      const step = { ids: part, positions, rows: [part.length - 1], lastPositions: [last] };
      logits = runStep(this.#heap, block, step) as Float32Array<ArrayBuffer>;
    }
    // A copy: the view is of shared memory, and the next step writes over it.
    return Promise.resolve(logits.slice());
  }

  copy(length: number): Promise<TextCache> {
    const from = this.#block;
    if (!from) return Promise.resolve(new HeapCache(this.#heap));
    const to = newBlock(this.#heap, 1, this.#roomFor(length));
    copyTokens(this.#heap.module, { from, to }, { length });
    return Promise.resolve(new HeapCache(this.#heap, to));
  }

  release(): void {
    this.#block?.free();
    this.#block = undefined;
  }

  #roomFor(tokens: number): number {
    let room = FIRST_ROOM;
    while (room < tokens) room *= 2;
    return Math.min(room, this.#heap.config.n_positions);
  }

  /** Moves to a larger block if need be; the first `kept` tokens come along. */
  #makeRoom(tokens: number, kept: number): CacheBlock {
    const old = this.#block;
    if (old && old.shape.room >= tokens) return old;
    const block = newBlock(this.#heap, 1, this.#roomFor(tokens));
    if (old) copyTokens(this.#heap.module, { from: old, to: block }, { length: kept });
    old?.free();
    this.#block = block;
    return block;
  }
}

function createBatch(
  heap: Heap,
  prefix: HeapCache,
  { length, room, rows }: { length: number; room: number; rows: number },
): BatchCache {
  const block = newBlock(heap, rows, room);
  const from = prefix.block;
  const every = Array.from({ length: rows }, (_, row) => row);
  if (from) for (const row of every) copyTokens(heap.module, { from, to: block }, { length, row });
  return {
    step: (tokens, positions) =>
      Promise.resolve(runStep(heap, block, { ids: tokens, positions, rows: every, lastPositions: positions })),
    release: () => block.free(),
  };
}

import type { CancelSignal } from "@fewshot/ml-core";
import type { Driver, Reading } from "./driver.ts";
import type { KvCache, KvShape } from "./kv-cache.ts";
import { emptyCache, takeFirst } from "./kv-cache.ts";

export interface SessionRun {
  /** Shape [V] in a decode graph, [T,V] in an inspect graph. */
  logits: Float32Array;
  present: KvCache;
  /** What an inspect graph gives besides, by name (`attn.{l}`, `hidden.{i}`); a decode graph gives nothing. */
  inspected: Readonly<Record<string, Float32Array>>;
}

/** One forward pass over new tokens after a cached text; the result's cache covers both. */
export interface Gpt2Session {
  readonly kvShape: KvShape;
  /** Keys and values of all layers: twice the number of layers. */
  readonly partCount: number;
  run(ids: readonly number[], past: KvCache): Promise<SessionRun>;
  release(): Promise<void>;
}

/** A text the engine remembers. The cache may be longer than the text: a continuation's cache holds it as a prefix. */
interface Remembered {
  ids: readonly number[];
  cache: KvCache;
}

/** Tokens read between two looks at the signal: a fraction of a second even for a big model on a phone. */
const BLOCK_TOKENS = 64;

/**
 * Runs sequences on a session: keeps their caches by handle, reads only what is new of a prompt that shares a prefix
 * with a live text or with the last one released, and stops between blocks of tokens when cancelled.
 *
 * A continuation takes its parent's cache along instead of doubling it, so a hundred sequences along one text cost
 * about as much memory as the longest. A second continuation of the same parent copies what it needs.
 *
 * @param pause - Awaited between blocks so that a cancel message can arrive.
 */
export function createEngine(session: Gpt2Session, pause: () => Promise<void>): Driver {
  const texts = new Map<number, Remembered>();
  let lastReleased: Remembered | undefined;
  let nextHandle = 1;

  const open = ({ ids, cache, logits }: Read): Reading => {
    const handle = nextHandle++;
    texts.set(handle, { ids, cache });
    return { handle, logits };
  };

  return {
    prefill: async (ids, signal) => {
      const candidates = lastReleased ? [...texts.values(), lastReleased] : [...texts.values()];
      const { text, shared } = longestPrefix(ids, candidates);
      // The last token is always read anew: its logits are what the caller wants.
      const known = Math.min(shared, ids.length - 1);
      const from = takeFirst(text?.cache ?? emptyCache(session.partCount), known, session.kvShape);
      return open(await readOn(session, { ids, from, pause, signal }));
    },
    append: async (handle, token, signal) => {
      const parent = texts.get(handle);
      if (!parent) throw new Error(`There is no sequence ${handle}`);
      const from = takeFirst(parent.cache, parent.ids.length, session.kvShape);
      const read = await readOn(session, { ids: [...parent.ids, token], from, pause, signal });
      parent.cache = read.cache;
      return open(read);
    },
    release: (handle) => {
      lastReleased = texts.get(handle) ?? lastReleased;
      texts.delete(handle);
    },
    dispose: async () => {
      texts.clear();
      lastReleased = undefined;
      await session.release();
    },
  };
}

interface Read extends Remembered {
  logits: Float32Array;
}

interface ReadOptions {
  ids: readonly number[];
  /** The cache of the first of them, fewer than all. */
  from: KvCache;
  pause: () => Promise<void>;
  signal: CancelSignal | undefined;
}

/** Reads the rest of `ids` in blocks. */
async function readOn(session: Gpt2Session, { ids, from, pause, signal }: ReadOptions): Promise<Read> {
  let cache = from;
  let logits: Float32Array = new Float32Array(0);
  while (cache.length < ids.length) {
    if (cache !== from) await pause();
    signal?.throwIfAborted();
    ({ logits, present: cache } = await session.run(ids.slice(cache.length, cache.length + BLOCK_TOKENS), cache));
  }
  return { ids, cache, logits };
}

/** The text that begins like `ids` for longest; the earliest of several. */
function longestPrefix(
  ids: readonly number[],
  texts: readonly Remembered[],
): { text: Remembered | undefined; shared: number } {
  let best: { text: Remembered | undefined; shared: number } = { text: undefined, shared: 0 };
  for (const text of texts) {
    let shared = 0;
    while (shared < ids.length && shared < text.ids.length && ids[shared] === text.ids[shared]) shared++;
    if (shared > best.shared) best = { text, shared };
  }
  return best;
}

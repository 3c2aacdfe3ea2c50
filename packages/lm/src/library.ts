import type { CancelSignal } from "@fewshot/ml-core";
import type { Backend, TextCache } from "./backend.ts";

/**
 * A backend's cache with what it holds. Several texts may use it, each a prefix of what it holds; the longest of them
 * says how far it must not be written over.
 */
export interface Shelf {
  ids: readonly number[];
  cache: TextCache;
  /** Number of tokens of each text that uses it, by handle. */
  users: Map<number, number>;
}

/** Tokens read between two looks at the signal: a fraction of a second even for a big model on a phone. */
const BLOCK_TOKENS = 128;

/** The user that a request under way is, so that its cache is not released before it has an answer. */
const UNDER_WAY = 0;

/** Reads the rest of `ids` in blocks and keeps the shelf true after each, however it ends. */
export async function readOn(
  shelf: Shelf,
  task: { ids: readonly number[]; known: number; pause: () => Promise<void>; signal: CancelSignal | undefined },
): Promise<Float32Array> {
  const { ids, known, pause, signal } = task;
  let logits = new Float32Array(0);
  for (let done = known; done < ids.length; done += BLOCK_TOKENS) {
    if (done !== known) await pause();
    signal?.throwIfAborted();
    const block = ids.slice(done, done + BLOCK_TOKENS);
    shelf.ids = ids.slice(0, done);
    logits = await shelf.cache.read(block, done);
    shelf.ids = ids.slice(0, done + block.length);
  }
  return logits;
}

/** The caches of an engine and who uses them. */
export class Library {
  readonly #backend: Backend;
  readonly #shelves = new Map<number, Shelf>();
  /** The cache that lost its last user most recently: a prompt that is changed and sent again finds it here. */
  #spare: Shelf | undefined;
  #nextHandle = UNDER_WAY + 1;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** A shelf that holds the first `known` of `ids` and may be written on from there; lent to the request under way. */
  async findPrefix(ids: readonly number[]): Promise<{ known: number; shelf: Shelf }> {
    const all = new Set(this.#shelves.values());
    if (this.#spare) all.add(this.#spare);
    const { shelf, shared } = longestPrefix(ids, all);
    // The last token is always read anew: its logits are what the caller wants.
    const known = Math.min(shared, ids.length - 1);
    if (shelf && known > 0) return { known, shelf: await this.#takeOver(shelf, known) };
    const fresh: Shelf = { ids: [], cache: this.#backend.createCache(), users: new Map() };
    this.#use(fresh, UNDER_WAY, 0);
    return { known: 0, shelf: fresh };
  }

  /** A shelf that holds a text and may be written on behind it; lent to the request under way. */
  async continueText(handle: number): Promise<{ ids: readonly number[]; shelf: Shelf }> {
    const shelf = this.#shelves.get(handle);
    const length = shelf?.users.get(handle);
    if (!shelf || length === undefined) throw new Error(`There is no sequence ${handle}`);
    return { ids: shelf.ids.slice(0, length), shelf: await this.#takeOver(shelf, length) };
  }

  /** Makes the first `length` tokens of a shelf a text. */
  lend(shelf: Shelf, length: number): number {
    const handle = this.#nextHandle++;
    this.#use(shelf, handle, length);
    return handle;
  }

  giveBack(handle: number): void {
    const shelf = this.#shelves.get(handle);
    this.#shelves.delete(handle);
    if (!shelf?.users.delete(handle) || shelf.users.size > 0) return;
    this.#spare?.cache.release();
    this.#spare = shelf;
  }

  /** Ends the request that a shelf was lent to. */
  endRequest(): void {
    this.giveBack(UNDER_WAY);
  }

  clear(): void {
    for (const shelf of new Set(this.#shelves.values())) shelf.cache.release();
    this.#spare?.cache.release();
    this.#shelves.clear();
    this.#spare = undefined;
  }

  #use(shelf: Shelf, handle: number, length: number): void {
    if (shelf === this.#spare) this.#spare = undefined;
    shelf.users.set(handle, length);
    this.#shelves.set(handle, shelf);
  }

  /** The shelf itself if no living text goes beyond `length`, else another with a copy; and it is in use. */
  async #takeOver(shelf: Shelf, length: number): Promise<Shelf> {
    const isFree = Math.max(0, ...shelf.users.values()) <= length;
    const own = isFree
      ? shelf
      : { ids: shelf.ids.slice(0, length), cache: await shelf.cache.copy(length), users: new Map<number, number>() };
    this.#use(own, UNDER_WAY, length);
    return own;
  }
}

/** The shelf that begins like `ids` for longest; the earliest of several. */
function longestPrefix(
  ids: readonly number[],
  shelves: ReadonlySet<Shelf>,
): { shelf: Shelf | undefined; shared: number } {
  let best: { shelf: Shelf | undefined; shared: number } = { shelf: undefined, shared: 0 };
  for (const shelf of shelves) {
    let shared = 0;
    while (shared < ids.length && shared < shelf.ids.length && ids[shared] === shelf.ids[shared]) shared++;
    if (shared > best.shared) best = { shelf, shared };
  }
  return best;
}

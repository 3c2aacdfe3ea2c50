import { MersenneTwister } from "../mersenne-twister.ts";

/** The random stream of Python's `random.Random(seed)`. */
export interface PythonRandom {
  /** Uniform on [0, 1), 53 bits. */
  random(): number;
  /** `randint`: an integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** `choice`: one of `items`, which must not be empty. */
  choice<T>(items: ArrayLike<T>): T;
  /** `sample`: `size` different places of `items`, at most 5 of them, in the order drawn. */
  sample<T>(items: ArrayLike<T>, size: number): T[];
}

/** Up to this many items `sample` draws from a pool that shrinks, above it by trying again. */
const LARGEST_POOL = 21;

/**
 * Python's `random.Random(seed)`, draw for draw (CPython 3.11).
 *
 * @param seed - An integer in [0, 2^32).
 * @throws RangeError for any other seed; from `choice` and `sample` if there is too little to draw from.
 * @see CPython, Lib/random.py and Modules/_randommodule.c
 */
export function pythonRandom(seed: number): PythonRandom {
  const twister = MersenneTwister.fromKey(seed);
  const below = (limit: number): number => {
    const unused = Math.clz32(limit);
    for (;;) {
      const drawn = twister.nextUint32() >>> unused;
      if (drawn < limit) return drawn;
    }
  };
  return {
    random: () => twister.nextDouble(),
    integer: (low, high) => low + below(high - low + 1),
    choice: (items) => {
      if (items.length === 0) throw new RangeError("there is nothing to choose from");
      return items[below(items.length)]!;
    },
    sample: (items, size) => {
      if (size > Math.min(items.length, 5)) throw new RangeError(`cannot draw ${size} of ${items.length}`);
      return (items.length <= LARGEST_POOL ? fromPool : byTrying)(items, size, below);
    },
  };
}

type Below = (limit: number) => number;

function fromPool<T>(items: ArrayLike<T>, size: number, below: Below): T[] {
  const pool = Array.from(items);
  return Array.from({ length: size }, (_, drawn) => {
    const last = pool.length - 1 - drawn;
    const at = below(last + 1);
    const item = pool[at]!;
    pool[at] = pool[last]!;
    return item;
  });
}

function byTrying<T>(items: ArrayLike<T>, size: number, below: Below): T[] {
  const places = new Set<number>();
  while (places.size < size) places.add(below(items.length));
  return [...places].map((place) => items[place]!);
}

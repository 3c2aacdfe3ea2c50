/** Sizes of one layer's keys or values. */
export interface KvShape {
  heads: number;
  headWidth: number;
}

/**
 * Keys and values of a text, one array for each layer and part in the order key 0, value 0, key 1, ...; each has shape
 * [heads, length, headWidth] (the batch is 1). Never written to once made, so many sequences may share one.
 */
export interface KvCache {
  length: number;
  parts: readonly Float32Array[];
}

/** The cache of an empty text. */
export function emptyCache(partCount: number): KvCache {
  return { length: 0, parts: Array.from({ length: partCount }, () => new Float32Array(0)) };
}

/**
 * The cache of the first `length` tokens. Because attention is causal, their keys and values do not depend on what
 * came after, so a longer text's cache holds every prefix of it.
 *
 * @param length - 0 to `cache.length`. The whole cache is returned as it is, a part of it as a copy.
 */
export function takeFirst(cache: KvCache, length: number, { heads, headWidth }: KvShape): KvCache {
  if (length === cache.length) return cache;
  const kept = length * headWidth;
  const parts = cache.parts.map((part) => {
    const shorter = new Float32Array(heads * kept);
    for (let head = 0; head < heads; head++) {
      const start = head * cache.length * headWidth;
      shorter.set(part.subarray(start, start + kept), head * kept);
    }
    return shorter;
  });
  return { length, parts };
}

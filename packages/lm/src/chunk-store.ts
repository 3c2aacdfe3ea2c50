/** Where verified chunks are kept between visits. Chunks have content-hashed addresses, so an entry never goes stale. */
export interface ChunkStore {
  get(url: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  has(url: string): Promise<boolean>;
  put(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Removes what lies below `folderUrl` and is not in `urls`: the chunks of earlier versions of a model. */
  keepOnly(folderUrl: string, urls: ReadonlySet<string>): Promise<void>;
}

const CACHE_NAME = "fewshot-lm-1";

/**
 * A store on the Cache API. Storage is a convenience, so no failure of it (none offered, private window, quota
 * reached, evicted while in use) is an error: reading then finds nothing, and writing keeps nothing.
 *
 * @param storage - `globalThis.caches`; undefined where a page has none, as outside a secure context.
 */
export function createChunkStore(storage: CacheStorage | undefined): ChunkStore {
  let isFull = false;

  const attempt = async <T>(work: (cache: Cache) => Promise<T>): Promise<T | undefined> => {
    try {
      return storage && (await work(await storage.open(CACHE_NAME)));
    } catch {
      return undefined;
    }
  };

  return {
    get: (url) =>
      attempt(async (cache) => {
        const response = await cache.match(url);
        return response && new Uint8Array(await response.arrayBuffer());
      }),
    has: async (url) => (await attempt(async (cache) => (await cache.match(url)) !== undefined)) ?? false,
    put: async (url, bytes) => {
      if (isFull) return;
      const isKept = await attempt(async (cache) => {
        await cache.put(url, new Response(bytes));
        return true;
      });
      // One refusal is enough: the other chunks are as big, and asking again only costs time.
      isFull = isKept !== true;
    },
    keepOnly: async (folderUrl, urls) => {
      await attempt(async (cache) => {
        const stale = (await cache.keys()).filter(({ url }) => url.startsWith(folderUrl) && !urls.has(url));
        await Promise.all(stale.map((request) => cache.delete(request)));
      });
    },
  };
}

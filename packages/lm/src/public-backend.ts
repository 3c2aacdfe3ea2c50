import type { Backend, BackendId, TextCache } from "./backend.ts";
import type { Gpt2Session } from "./gpt2-session.ts";
import type { KvCache } from "./kv-cache.ts";
import { emptyCache, takeFirst } from "./kv-cache.ts";

/** A session of the runtime's public interface as a backend: keys and values go in and out of it with every step. */
export function createPublicBackend(session: Gpt2Session, id: BackendId = "ort-public"): Backend {
  return {
    id,
    createCache: () => createCache(session, emptyCache(session.partCount)),
    dispose: () => session.release(),
  };
}

function createCache(session: Gpt2Session, start: KvCache): TextCache {
  let cache = start;
  return {
    read: async (ids, at) => {
      const { logits, present } = await session.run(ids, takeFirst(cache, at, session.kvShape));
      cache = present;
      return new Float32Array(logits);
    },
    // The arrays are never written to, so a copy may share them.
    copy: (length) => Promise.resolve(createCache(session, takeFirst(cache, length, session.kvShape))),
    release: () => {
      cache = emptyCache(session.partCount);
    },
  };
}

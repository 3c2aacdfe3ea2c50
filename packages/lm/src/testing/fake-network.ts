import { createChunkStore } from "../chunk-store.ts";
import type { LoadEnvironment } from "../weights.ts";
import { sha256Hex } from "./fixtures.ts";

/** How the network answers one address, in turn; the last answer is repeated. */
export type FakeAnswer = Uint8Array<ArrayBuffer> | number | "unreachable" | "hangs";

export interface FakeNetwork {
  fetch: typeof fetch;
  /** Every address asked for, in order, with the cache mode if one was named. */
  asked: string[];
  /** Addresses that hung until their request was aborted. */
  aborted: string[];
}

/** A network of these files. Bodies arrive in pieces of 1000 bytes; an abort ends a hanging answer as browsers do. */
export function createFakeNetwork(files: Readonly<Record<string, FakeAnswer | FakeAnswer[]>>): FakeNetwork {
  const asked: string[] = [];
  const aborted: string[] = [];
  const turns = new Map<string, number>();
  return {
    asked,
    aborted,
    fetch: async (input, init) => {
      const url = String(input);
      asked.push(init?.cache ? `${url} (${init.cache})` : url);
      await Promise.resolve();
      init?.signal?.throwIfAborted();
      const answers = [files[url] ?? 404].flat();
      const turn = turns.get(url) ?? 0;
      turns.set(url, turn + 1);
      const answer = answers[Math.min(turn, answers.length - 1)]!;
      return respond(answer, init?.signal, () => aborted.push(url));
    },
  };
}

function respond(
  answer: FakeAnswer,
  signal: AbortSignal | null | undefined,
  onAbort: () => void,
): Response | Promise<Response> {
  if (answer === "unreachable") throw new TypeError("Failed to fetch");
  if (typeof answer === "number") return new Response(null, { status: answer });
  if (answer === "hangs") {
    return new Promise((_, reject) => {
      signal?.addEventListener("abort", () => {
        onAbort();
        reject(signal.reason as Error);
      });
    });
  }
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(answer.subarray(sent, sent + 1000));
      sent += 1000;
      if (sent >= answer.length) controller.close();
    },
  });
  return new Response(body);
}

/** The part of the Cache API that the store uses, in memory; `refuseAfter` puts it throws as a full disk does. */
export function createFakeCaches(refuseAfter = Number.POSITIVE_INFINITY) {
  const entries = new Map<string, Uint8Array<ArrayBuffer>>();
  let puts = 0;
  const cache = {
    match: (url: string) => Promise.resolve(entries.has(url) ? new Response(entries.get(url)!) : undefined),
    put: async (url: string, response: Response) => {
      puts++;
      if (puts > refuseAfter) throw new DOMException("The quota has been exceeded", "QuotaExceededError");
      entries.set(url, new Uint8Array(await response.arrayBuffer()));
    },
    delete: (request: string | { url: string }) =>
      Promise.resolve(entries.delete(typeof request === "string" ? request : request.url)),
    keys: () => Promise.resolve([...entries.keys()].map((url) => ({ url }))),
  };
  const storage = { open: () => Promise.resolve(cache) } as unknown as CacheStorage;
  return { storage, entries, putCount: () => puts };
}

/** What the weights loader needs, on a fake network and a fake cache. */
export function createFakeEnvironment(network: FakeNetwork, storage?: CacheStorage): LoadEnvironment {
  return {
    fetch: network.fetch,
    store: createChunkStore(storage),
    sha256: (bytes) => Promise.resolve(sha256Hex(bytes)),
  };
}

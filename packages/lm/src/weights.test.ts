import { describe, expect, it } from "vitest";
import type { ChunkProgress } from "./load-progress.ts";
import { summarise } from "./load-progress.ts";
import type { Piece } from "./manifest.ts";
import type { FakeAnswer } from "./testing/fake-network.ts";
import { createFakeCaches, createFakeEnvironment, createFakeNetwork } from "./testing/fake-network.ts";
import { sha256Hex } from "./testing/fixtures.ts";
import { fetchWeights } from "./weights.ts";

const CHUNK = 4000;
const file = Uint8Array.from({ length: 4 * CHUNK + 500 }, (_, i) => (i * 7 + (i >> 8)) % 251);
const chunkOf = (index: number) => file.slice(index * CHUNK, (index + 1) * CHUNK);
const urlOf = (index: number) => `https://here/models/a/decode-${index}.bin`;
const pieces: Piece[] = Array.from({ length: 5 }, (_, i) => {
  return { url: urlOf(i), bytes: chunkOf(i).length, sha256: sha256Hex(chunkOf(i)) };
});
const damaged = chunkOf(2).map((byte, i) => (i === 9 ? byte ^ 1 : byte));

/** All chunks as they should be, but for what a test changes. */
function networkWith(changes: Record<number, FakeAnswer | FakeAnswer[]> = {}) {
  return createFakeNetwork(Object.fromEntries(pieces.map((piece, i) => [piece.url, changes[i] ?? chunkOf(i)])));
}

function load(network = networkWith(), storage?: CacheStorage, signal?: AbortSignal) {
  const seen: ChunkProgress[][] = [];
  const onProgress = (chunks: readonly ChunkProgress[]) => seen.push(chunks.map((chunk) => ({ ...chunk })));
  const result = fetchWeights(pieces, createFakeEnvironment(network, storage), { signal, onProgress });
  return { result, seen, network };
}

describe("fetchWeights", () => {
  it("puts the chunks together in file order", async () => {
    const { result, network } = load();
    expect(await result).toEqual(file);
    expect(network.asked.sort()).toEqual(pieces.map(({ url }) => url));
  });

  it("counts bytes from the network as they arrive, up to all of them", async () => {
    const { result, seen } = load();
    await result;
    expect(seen[0]!.map(({ state }) => state)).toEqual(Array(5).fill("waiting"));
    expect(
      seen
        .flat()
        .some(({ state, loadedBytes, bytes }) => state === "network" && loadedBytes > 0 && loadedBytes < bytes),
    ).toBe(true);
    const totals = seen.map((chunks) => summarise("weights", chunks).loadedBytes);
    expect(totals).toEqual([...totals].sort((a, b) => a - b));
    expect(summarise("weights", seen.at(-1)!)).toMatchObject({
      networkBytes: file.length,
      cacheBytes: 0,
      totalBytes: file.length,
    });
    expect(seen.at(-1)!.every(({ state }) => state === "done")).toBe(true);
  });

  it("asks for three chunks at a time", async () => {
    let open = 0;
    let most = 0;
    const network = networkWith();
    const counting = {
      ...network,
      fetch: (async (...args: Parameters<typeof fetch>) => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setImmediate(resolve));
        open--;
        return network.fetch(...args);
      }) as typeof fetch,
    };
    await load(counting).result;
    expect(most).toBe(3);
  });

  it("takes everything from the cache on a second visit, without asking the network", async () => {
    const { storage } = createFakeCaches();
    await load(networkWith(), storage).result;
    const again = load(networkWith(), storage);
    expect(await again.result).toEqual(file);
    expect(again.network.asked).toEqual([]);
    expect(summarise("weights", again.seen.at(-1)!)).toMatchObject({ cacheBytes: file.length, networkBytes: 0 });
  });

  it("resumes after a failure with the missing chunks only", async () => {
    const { storage, entries } = createFakeCaches();
    await expect(load(networkWith({ 4: "unreachable" }), storage).result).rejects.toMatchObject({ code: "network" });
    const kept = new Set(entries.keys());
    expect(kept.size).toBeGreaterThan(0);
    const again = load(networkWith(), storage);
    expect(await again.result).toEqual(file);
    expect(again.network.asked.sort()).toEqual(pieces.map(({ url }) => url).filter((url) => !kept.has(url)));
  });

  it("refuses a damaged chunk and fetches it once more past every cache", async () => {
    const { result, seen, network } = load(networkWith({ 2: [damaged, chunkOf(2)] }));
    expect(await result).toEqual(file);
    expect(network.asked).toContain(`${urlOf(2)} (reload)`);
    expect(seen.some((chunks) => chunks[2]!.state === "refused")).toBe(true);
    expect(seen.at(-1)![2]!.state).toBe("done");
  });

  it.each<[string, FakeAnswer]>([
    ["damaged", damaged],
    ["truncated", chunkOf(2).slice(0, 100)],
    ["empty", new Uint8Array(0)],
    ["longer than promised", new Uint8Array([...chunkOf(2), 1])],
  ])("gives up on a chunk that is %s twice, keeps none of it and says so", async (_, answer) => {
    const { storage, entries } = createFakeCaches();
    const { result, network, seen } = load(networkWith({ 2: answer }), storage);
    await expect(result).rejects.toMatchObject({ name: "LmError", code: "corrupt" });
    expect(network.asked.filter((url) => url.startsWith(urlOf(2)))).toHaveLength(2);
    expect(entries.has(urlOf(2))).toBe(false);
    expect(seen.at(-1)![2]!.state).toBe("refused");
  });

  it("replaces a chunk that went bad in the cache", async () => {
    const { storage, entries } = createFakeCaches();
    await load(networkWith(), storage).result;
    entries.set(urlOf(2), damaged);
    const again = load(networkWith(), storage);
    expect(await again.result).toEqual(file);
    expect(again.network.asked).toEqual([urlOf(2)]);
    expect(entries.get(urlOf(2))).toEqual(chunkOf(2));
  });

  it.each<[string, FakeAnswer]>([
    ["missing", 404],
    ["answered in part", 206],
    ["refused by a busy server", 503],
  ])("fetches a chunk that is %s once more past every cache", async (_, answer) => {
    const { result, seen, network } = load(networkWith({ 2: [answer, chunkOf(2)] }));
    expect(await result).toEqual(file);
    expect(network.asked).toContain(`${urlOf(2)} (reload)`);
    expect(seen.some((chunks) => chunks[2]!.state === "refused")).toBe(true);
  });

  it("gives up on a chunk that is answered in part twice", async () => {
    await expect(load(networkWith({ 2: 206 })).result).rejects.toMatchObject({ code: "corrupt" });
  });

  it.each<[string, FakeAnswer]>([
    ["a missing file", 404],
    ["a failing server", 503],
    ["no connection", "unreachable"],
  ])("names %s as a network error", async (_, answer) => {
    await expect(load(networkWith({ 1: answer })).result).rejects.toMatchObject({ code: "network" });
  });

  it("stops the other downloads when one fails for good", async () => {
    const { result, network } = load(networkWith({ 0: "unreachable", 1: "hangs", 2: "hangs" }));
    await expect(result).rejects.toMatchObject({ code: "network" });
    expect(network.asked).toHaveLength(3);
    expect(network.aborted).toEqual(expect.arrayContaining([urlOf(1), urlOf(2)]));
  });

  it("stops when the caller says so, and keeps what had arrived", async () => {
    const { storage, entries } = createFakeCaches();
    const controller = new AbortController();
    const { result } = load(networkWith({ 3: "hangs", 4: "hangs" }), storage, controller.signal);
    while (entries.size < 3) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(result).rejects.toMatchObject({ name: "LmError", code: "aborted" });
    expect([...entries.keys()].sort()).toEqual([urlOf(0), urlOf(1), urlOf(2)]);
  });

  it("loads into memory alone when storage is full, asking the cache no more", async () => {
    const { storage, entries, putCount } = createFakeCaches(1);
    expect(await load(networkWith(), storage).result).toEqual(file);
    expect(entries.size).toBe(1);
    // The refused put, and those of the chunks that were under way with it.
    expect(putCount()).toBeLessThanOrEqual(4);
  });

  it("loads without a cache, and with one that fails at every call", async () => {
    expect(await load(networkWith()).result).toEqual(file);
    const broken = { open: () => Promise.reject(new DOMException("denied", "SecurityError")) };
    expect(await load(networkWith(), broken as unknown as CacheStorage).result).toEqual(file);
  });
});

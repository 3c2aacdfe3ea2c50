import { describe, expect, it } from "vitest";
import type { Backend, TextCache } from "./backend.ts";
import { createEngine } from "./engine.ts";
import { takeFirst } from "./kv-cache.ts";

/** A backend whose caches hold the ids themselves, so that a wrong prefix shows; it records what it had to do. */
function createRecordingBackend() {
  const reads: { ids: readonly number[]; past: readonly number[] }[] = [];
  const log = { copies: 0, living: 0 };
  const createCache = (start: readonly number[]): TextCache => {
    let held = start;
    log.living++;
    return {
      read: (ids, at) => {
        if (at > held.length) throw new Error(`Read at ${at} behind ${held.length} tokens`);
        reads.push({ ids, past: held.slice(0, at) });
        held = [...held.slice(0, at), ...ids];
        return Promise.resolve(Float32Array.of(ids.at(-1)!));
      },
      copy: (length) => {
        log.copies++;
        return Promise.resolve(createCache(held.slice(0, length)));
      },
      release: () => {
        log.living--;
      },
    };
  };
  const backend: Backend = { id: "ort-public", createCache: () => createCache([]), dispose: () => Promise.resolve() };
  return { backend, reads, log, totalRead: () => reads.reduce((sum, { ids }) => sum + ids.length, 0) };
}

const noPause = () => Promise.resolve();
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("createEngine", () => {
  it("reads only what is new of a prompt that continues a live one", async () => {
    const { backend, reads } = createRecordingBackend();
    const engine = createEngine(backend, noPause);
    await engine.prefill([1, 2, 3, 4]);
    await engine.prefill([1, 2, 3, 9, 8]);
    expect(reads.at(-1)).toEqual({ ids: [9, 8], past: [1, 2, 3] });
  });

  it("reads the last token again when the prompt is known whole", async () => {
    const { backend, reads } = createRecordingBackend();
    const engine = createEngine(backend, noPause);
    await engine.prefill([1, 2, 3]);
    await engine.prefill([1, 2, 3]);
    expect(reads.at(-1)).toEqual({ ids: [3], past: [1, 2] });
  });

  it("chooses the longest of several shared prefixes", async () => {
    const { backend, reads } = createRecordingBackend();
    const engine = createEngine(backend, noPause);
    for (const ids of [[1], [1, 2, 3, 4], [1, 2]]) await engine.prefill(ids);
    await engine.prefill([1, 2, 3, 7]);
    expect(reads.at(-1)).toEqual({ ids: [7], past: [1, 2, 3] });
  });

  it("still knows the text released last, and no other released one", async () => {
    const { backend, reads } = createRecordingBackend();
    const engine = createEngine(backend, noPause);
    const [first, second] = [await engine.prefill([1, 2, 3]), await engine.prefill([4, 5, 6])];
    engine.release(first.handle);
    engine.release(second.handle);
    await engine.prefill([4, 5, 9]);
    expect(reads.at(-1)).toEqual({ ids: [9], past: [4, 5] });
    await engine.prefill([1, 2, 9]);
    expect(reads.at(-1)).toEqual({ ids: [1, 2, 9], past: [] });
  });

  it("reads one token for each step, whatever was appended to the same text before", async () => {
    const { backend, reads } = createRecordingBackend();
    const engine = createEngine(backend, noPause);
    const root = await engine.prefill([1, 2]);
    const left = await engine.append(root.handle, 3);
    await engine.append(left.handle, 4);
    await engine.append(root.handle, 5);
    await engine.append(left.handle, 6);
    expect(reads.slice(1)).toEqual([
      { ids: [3], past: [1, 2] },
      { ids: [4], past: [1, 2, 3] },
      { ids: [5], past: [1, 2] },
      { ids: [6], past: [1, 2, 3] },
    ]);
  });

  it("writes a continuation behind its parent, and copies only for a second one", async () => {
    const { backend, log } = createRecordingBackend();
    const engine = createEngine(backend, noPause);
    const root = await engine.prefill([1, 2]);
    const left = await engine.append(root.handle, 3);
    expect(log).toEqual({ copies: 0, living: 1 });
    const right = await engine.append(root.handle, 4);
    expect(log).toEqual({ copies: 1, living: 2 });
    await engine.append(left.handle, 5);
    await engine.append(right.handle, 5);
    expect(log).toEqual({ copies: 1, living: 2 });
  });

  it("writes over a continuation that was released", async () => {
    const { backend, log, reads } = createRecordingBackend();
    const engine = createEngine(backend, noPause);
    const root = await engine.prefill([1, 2]);
    for (const query of [[3, 4], [5], [6, 7]]) {
      const { handle } = await engine.prefill([1, 2, ...query]);
      expect(reads.at(-1)).toEqual({ ids: query, past: [1, 2] });
      engine.release(handle);
    }
    await engine.append(root.handle, 9);
    expect(reads.at(-1)).toEqual({ ids: [9], past: [1, 2] });
    expect(log).toEqual({ copies: 0, living: 1 });
  });

  it("gives every cache back but the last", async () => {
    const { backend, log } = createRecordingBackend();
    const engine = createEngine(backend, noPause);
    const opened = [await engine.prefill([1, 2]), await engine.prefill([3]), await engine.prefill([4])];
    for (const { handle } of opened) engine.release(handle);
    for (const { handle } of opened) engine.release(handle);
    expect(log.living).toBe(1);
    await engine.dispose();
    expect(log.living).toBe(0);
  });

  it("goes on after a backend's failure with what was read before it", async () => {
    const { backend, reads } = createRecordingBackend();
    const failing: Backend = {
      ...backend,
      createCache: () => {
        const cache = backend.createCache();
        return { ...cache, read: (ids, at) => (at === 128 ? Promise.reject(new Error("lost")) : cache.read(ids, at)) };
      },
    };
    const engine = createEngine(failing, noPause);
    await expect(engine.prefill(upTo(200))).rejects.toThrow("lost");
    await engine.prefill([...upTo(100), 7]);
    expect(reads.at(-1)).toMatchObject({ ids: [7], past: upTo(100) });
  });

  it("answers one request after another, however they come", async () => {
    const { backend, reads } = createRecordingBackend();
    const engine = createEngine(backend, () => new Promise((resolve) => setImmediate(resolve)));
    const long = engine.prefill(upTo(300));
    const short = engine.prefill([9]);
    await Promise.all([long, short]);
    expect(reads.at(-1)).toEqual({ ids: [9], past: [] });
  });

  it("reads what many prompts share once", async () => {
    const { backend, totalRead } = createRecordingBackend();
    const engine = createEngine(backend, noPause);
    const shots = upTo(50);
    await engine.complete(
      [
        [...shots, 91, 92],
        [...shots, 93],
        [...shots, 94, 95],
      ],
      { maxTokens: 1 },
    );
    expect(totalRead()).toBe(50 + 5);
  });

  it("lets messages in between blocks of a long prompt and stops there when cancelled", async () => {
    const { backend, totalRead } = createRecordingBackend();
    const controller = new AbortController();
    let pauses = 0;
    const pause = () => {
      if (++pauses === 2) controller.abort(new Error("enough"));
      return Promise.resolve();
    };
    const engine = createEngine(backend, pause);
    await expect(engine.prefill(upTo(1000), controller.signal)).rejects.toThrow("enough");
    expect(totalRead()).toBe(256);
  });

  it("refuses a handle it has released", async () => {
    const engine = createEngine(createRecordingBackend().backend, noPause);
    const { handle } = await engine.prefill([1]);
    engine.release(handle);
    await expect(engine.append(handle, 2)).rejects.toThrow("no sequence");
  });
});

describe("takeFirst", () => {
  it("keeps the first tokens of every head", () => {
    const cache = { length: 3, parts: [Float32Array.of(1, 2, 3, 4, 5, 6, /* head 1 */ 7, 8, 9, 10, 11, 12)] };
    const shape = { heads: 2, headWidth: 2 };
    expect(takeFirst(cache, 2, shape)).toEqual({ length: 2, parts: [Float32Array.of(1, 2, 3, 4, 7, 8, 9, 10)] });
    expect(takeFirst(cache, 0, shape)).toEqual({ length: 0, parts: [new Float32Array(0)] });
  });

  it("copies nothing when all is kept", () => {
    const cache = { length: 1, parts: [Float32Array.of(1, 2)] };
    expect(takeFirst(cache, 1, { heads: 2, headWidth: 1 })).toBe(cache);
  });
});

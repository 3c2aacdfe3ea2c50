import { describe, expect, it } from "vitest";
import type { Gpt2Session } from "./engine.ts";
import { createEngine } from "./engine.ts";
import type { KvCache } from "./kv-cache.ts";
import { takeFirst } from "./kv-cache.ts";

const kvShape = { heads: 2, headWidth: 1 };

/** A session whose cache holds the ids themselves, so that a wrong prefix shows; it records what it had to read. */
function createRecordingSession() {
  const runs: { ids: readonly number[]; past: number[] }[] = [];
  const caches: { past: KvCache; present: KvCache }[] = [];
  const headsOf = (ids: readonly number[]) => Float32Array.from([...ids, ...ids.map((id) => id + 0.5)]);
  const session: Gpt2Session = {
    kvShape,
    partCount: 1,
    run: (ids, past) => {
      const known = [...past.parts[0]!.subarray(0, past.length)];
      runs.push({ ids, past: known });
      const present: KvCache = { length: past.length + ids.length, parts: [headsOf([...known, ...ids])] };
      caches.push({ past, present });
      return Promise.resolve({ logits: Float32Array.of(ids.at(-1)!), present, inspected: {} });
    },
    release: () => Promise.resolve(),
  };
  return { session, runs, caches, totalRead: () => runs.reduce((sum, { ids }) => sum + ids.length, 0) };
}

const noPause = () => Promise.resolve();
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("createEngine", () => {
  it("reads only what is new of a prompt that continues a live one", async () => {
    const { session, runs } = createRecordingSession();
    const engine = createEngine(session, noPause);
    await engine.prefill([1, 2, 3, 4]);
    await engine.prefill([1, 2, 3, 9, 8]);
    expect(runs.at(-1)).toEqual({ ids: [9, 8], past: [1, 2, 3] });
  });

  it("reads the last token again when the prompt is known whole", async () => {
    const { session, runs } = createRecordingSession();
    const engine = createEngine(session, noPause);
    await engine.prefill([1, 2, 3]);
    await engine.prefill([1, 2, 3]);
    expect(runs.at(-1)).toEqual({ ids: [3], past: [1, 2] });
  });

  it("chooses the longest of several shared prefixes", async () => {
    const { session, runs } = createRecordingSession();
    const engine = createEngine(session, noPause);
    for (const ids of [[1], [1, 2, 3, 4], [1, 2]]) await engine.prefill(ids);
    await engine.prefill([1, 2, 3, 7]);
    expect(runs.at(-1)).toEqual({ ids: [7], past: [1, 2, 3] });
  });

  it("still knows the text released last, and no other released one", async () => {
    const { session, runs } = createRecordingSession();
    const engine = createEngine(session, noPause);
    const [first, second] = [await engine.prefill([1, 2, 3]), await engine.prefill([4, 5, 6])];
    engine.release(first.handle);
    engine.release(second.handle);
    await engine.prefill([4, 5, 9]);
    expect(runs.at(-1)).toEqual({ ids: [9], past: [4, 5] });
    await engine.prefill([1, 2, 9]);
    expect(runs.at(-1)).toEqual({ ids: [1, 2, 9], past: [] });
  });

  it("reads one token for each step, whatever was appended to the same text before", async () => {
    const { session, runs } = createRecordingSession();
    const engine = createEngine(session, noPause);
    const root = await engine.prefill([1, 2]);
    const left = await engine.append(root.handle, 3);
    await engine.append(left.handle, 4);
    await engine.append(root.handle, 5);
    await engine.append(left.handle, 6);
    expect(runs.slice(1)).toEqual([
      { ids: [3], past: [1, 2] },
      { ids: [4], past: [1, 2, 3] },
      { ids: [5], past: [1, 2] },
      { ids: [6], past: [1, 2, 3] },
    ]);
  });

  it("lets go of a text's own cache once a continuation's holds it", async () => {
    const { session, caches } = createRecordingSession();
    const engine = createEngine(session, noPause);
    const root = await engine.prefill([1, 2]);
    await engine.append(root.handle, 3);
    await engine.append(root.handle, 4);
    expect(caches[1]!.past).toBe(caches[0]!.present);
    expect(caches[2]!.past).toEqual(caches[0]!.present);
    expect(caches[2]!.past).not.toBe(caches[0]!.present);
  });

  it("lets messages in between blocks of a long prompt and stops there when cancelled", async () => {
    const { session, totalRead } = createRecordingSession();
    const controller = new AbortController();
    let pauses = 0;
    const pause = () => {
      if (++pauses === 2) controller.abort(new Error("enough"));
      return Promise.resolve();
    };
    const engine = createEngine(session, pause);
    await expect(engine.prefill(upTo(1000), controller.signal)).rejects.toThrow("enough");
    expect(totalRead()).toBe(128);
  });

  it("refuses a handle it has released", async () => {
    const engine = createEngine(createRecordingSession().session, noPause);
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
    expect(takeFirst(cache, 1, kvShape)).toBe(cache);
  });
});

import { describe, expect, it, onTestFinished } from "vitest";
import { exportOnnx } from "../export/index.ts";
import { parseGpt2Config } from "../gpt2-config.ts";
import { runtimeVersion } from "../onnx-session.ts";
import { largestGap, story, tiny } from "../testing/fixtures.ts";
import { microConfig, microSafetensors } from "../testing/micro-model.ts";
import { nodeRuntime } from "../testing/node-runtime.ts";
import { startRuntime } from "./open-backend.ts";
import type { OrtModule } from "./ort-module.ts";
import { ONNXRUNTIME_VERSION } from "./ort-module.ts";

const micro = {
  model: exportOnnx(microSafetensors(), microConfig, "decode"),
  config: parseGpt2Config(microConfig),
};

describe("startRuntime", () => {
  it("knows the version that is installed", () => {
    // Another version may have other inner calls: read its source before this number is changed.
    expect(runtimeVersion()).toBe(ONNXRUNTIME_VERSION);
  });

  it("computes by the inner calls, and by the public interface when those are left out", async () => {
    const runtime = await nodeRuntime();
    expect(await runtime.open(micro)).toMatchObject({ backend: { id: "ort-handles" }, threads: 1, notes: [] });
    expect(await runtime.open({ ...micro, without: ["ort-handles"] })).toMatchObject({ backend: { id: "ort-public" } });
  });

  it("falls back, and says why, for a model that the inner calls cannot take", async () => {
    // Heads of 4 numbers: the fused attention wants a multiple of 8.
    const config = { ...tiny.config, n_head: Math.floor(tiny.config.n_embd / 4) };
    const runtime = await nodeRuntime();
    const model = exportOnnx(tiny.safetensors, config, "decode");
    const { backend, notes } = await runtime.open({ model, config: parseGpt2Config(config) });
    expect(backend.id).toBe("ort-public");
    expect(notes.join()).toMatch(/multiple of 8/);
    expect(await backend.createCache().read([1, 2, 3], 0)).toHaveLength(config.vocab_size);
  });

  it("falls back when the runtime is not made as we know it", async () => {
    await nodeRuntime();
    const holder = globalThis as unknown as Record<symbol, { create: (config: object) => Promise<OrtModule> }>;
    const shared = holder[Symbol.for("fewshot.onnxruntime")]!;
    const { create } = shared;
    onTestFinished(() => void (shared.create = create));
    shared.create = async (config) => Object.assign(await create(config), { unmountExternalData: undefined });
    const entryUrl = new URL("ort-entry.mjs", import.meta.url).href;
    const runtime = await startRuntime({ entryUrl, maxThreads: 1, now: () => 0 });
    const { backend, notes } = await runtime.open(micro);
    expect(backend.id).toBe("ort-public");
    expect(notes.join()).toMatch(/unmountExternalData/);
  });
});

describe("the inner calls", () => {
  const config = parseGpt2Config(story.config);
  const ids = story.greedy[0]!.prompt_ids.concat(story.greedy[0]!.greedy_ids);

  it("give the same logits whatever the cut of a text in steps, and after a move to a larger block", async () => {
    const { backend } = await (await nodeRuntime()).open({ model: storyFile(), config });
    const long = Array.from({ length: config.n_positions }, (_, index) => ids[index % ids.length]!);
    const whole = backend.createCache();
    const expected = await whole.read(long, 0);
    const cut = backend.createCache();
    let last = new Float32Array(0);
    for (const [start, end] of [
      [0, 1],
      [1, 50],
      [50, 64],
      [64, 65],
      [65, 140],
      [140, long.length],
    ] as const) {
      last = await cut.read(long.slice(start, end), start);
    }
    expect(largestGap(last, expected)).toBeLessThan(2e-4);
    whole.release();
    cut.release();
  });

  it("do not read what a copy or a shortened text has beyond its end", async () => {
    const { backend } = await (await nodeRuntime()).open({ model: storyFile(), config });
    const [cache, fresh] = [backend.createCache(), backend.createCache()];
    await cache.read(ids, 0);
    const copy = await cache.copy(5);
    const expected = await fresh.read([...ids.slice(0, 5), 77], 0);
    expect(largestGap(await copy.read([77], 5), expected)).toBeLessThan(1e-4);
    expect(largestGap(await cache.read([77], 5), expected)).toBeLessThan(1e-4);
    for (const one of [cache, fresh, copy]) one.release();
  });

  it("give the heap back", async () => {
    const { backend } = await (await nodeRuntime()).open({ model: storyFile(), config });
    const holder = globalThis as unknown as Record<symbol, { chosen: OrtModule }>;
    const { HEAPU8 } = holder[Symbol.for("fewshot.onnxruntime")]!.chosen;
    const before = HEAPU8.length;
    for (let round = 0; round < 200; round++) {
      const cache = backend.createCache();
      await cache.read([1, 2, 3], 0);
      (await cache.copy(200)).release();
      cache.release();
    }
    expect(holder[Symbol.for("fewshot.onnxruntime")]!.chosen.HEAPU8.length - before).toBeLessThan(32 * 2 ** 20);
    await backend.dispose();
  });

  let file: Uint8Array | undefined;
  function storyFile(): Uint8Array {
    file ??= exportOnnx(story.safetensors, story.config, "decode");
    return file;
  }
});

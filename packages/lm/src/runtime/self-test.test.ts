import { describe, expect, it } from "vitest";
import type { Backend, TextCache } from "../backend.ts";
import { parseGpt2Config } from "../gpt2-config.ts";
import { microConfig } from "../testing/micro-model.ts";
import { TOLERANCE, assertAgreesWithItself, compareBackends } from "./self-test.ts";

/** Logits depend on every id and its place; `damage` changes them as a fault would. */
function createToyBackend(damage: (logits: Float32Array, ids: readonly number[]) => void = () => undefined): Backend {
  const createCache = (start: readonly number[] = []): TextCache => {
    let held = start;
    return {
      read: (ids, at) => {
        held = [...held.slice(0, at), ...ids];
        const sum = held.reduce((total, id, place) => total + Math.sin((id + 1) * (place + 1)), 0);
        const logits = Float32Array.from({ length: 64 }, (_, id) => Math.sin(sum * (id + 1)));
        damage(logits, ids);
        return Promise.resolve(logits);
      },
      copy: (length) => Promise.resolve(createCache(held.slice(0, length))),
      release: () => undefined,
    };
  };
  return { id: "ort-handles", createCache: () => createCache(), dispose: () => Promise.resolve() };
}

const agrees = async (backend: Backend) => (await compareBackends(backend, createToyBackend())) <= TOLERANCE;

describe("compareBackends", () => {
  it("is content with the same numbers", async () => {
    expect(await agrees(createToyBackend())).toBe(true);
  });

  it.each<[string, (logits: Float32Array, ids: readonly number[]) => void]>([
    ["a wrong logit", (logits) => (logits[5]! += 0.01)],
    ["one that is no number", (logits) => (logits[63] = Number.NaN)],
    ["a wrong prompt", (logits, ids) => ids.length > 2 && (logits[0]! += 1)],
    ["a wrong step", (logits, ids) => ids.length === 1 && (logits[0]! += 1)],
    ["a wrong branch", (logits, ids) => ids.length === 4 && (logits[0]! += 1)],
  ])("notices %s", async (_, damage) => {
    expect(await agrees(createToyBackend(damage))).toBe(false);
  });

  it("notices a text that is not written over from its middle", async () => {
    const { createCache, ...backend } = createToyBackend();
    const forgetful: Backend = {
      ...backend,
      createCache: () => {
        const cache = createCache();
        let length = 0;
        const read: TextCache["read"] = (ids, at) => {
          length = Math.max(length, at) + ids.length;
          return cache.read(ids, length - ids.length);
        };
        return { ...cache, read };
      },
    };
    expect(await agrees(forgetful)).toBe(false);
  });
});

describe("assertAgreesWithItself", () => {
  const config = parseGpt2Config(microConfig);

  it("refuses a backend whose steps and whole prompts differ, and disposes it", async () => {
    let isDisposed = false;
    const backend = createToyBackend((logits, ids) => ids.length === 1 && (logits[0]! += 1));
    const dispose = async () => {
      isDisposed = true;
      await Promise.resolve();
    };
    await expect(assertAgreesWithItself({ ...backend, dispose }, config)).rejects.toThrow("all at once");
    expect(isDisposed).toBe(true);
    await assertAgreesWithItself(createToyBackend(), config);
  });
});

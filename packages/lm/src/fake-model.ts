import type { CompletingModel } from "./create-language-model.ts";
import { createLanguageModel } from "./create-language-model.ts";
import type { Driver } from "./driver.ts";

export interface FakeModelOptions {
  /** By default 32. */
  vocabSize?: number;
  /** By default 64. */
  contextLength?: number;
  /** By default the last id. */
  endOfTextId?: number;
  /** Raw logits after a text, shape [V]; by default numbers in [-4, 4) that depend on every id of it and nothing else. */
  logitsOf?: (ids: readonly number[]) => ArrayLike<number>;
}

/** A deterministic language model without weights or a runtime, for tests of whatever uses one. */
export function createFakeModel(options: FakeModelOptions = {}): CompletingModel {
  const { vocabSize = 32, contextLength = 64, endOfTextId = vocabSize - 1 } = options;
  const logitsOf = options.logitsOf ?? ((ids) => hashedLogits(ids, vocabSize));
  return createLanguageModel(createFakeDriver(logitsOf), { vocabSize, contextLength, endOfTextId });
}

function createFakeDriver(logitsOf: (ids: readonly number[]) => ArrayLike<number>): Driver {
  const texts = new Map<number, readonly number[]>();
  let nextHandle = 1;
  const open = (ids: readonly number[]) => {
    const handle = nextHandle++;
    texts.set(handle, ids);
    return { handle, logits: Float32Array.from(logitsOf(ids)) };
  };
  return {
    // A turn of the event loop, as a worker takes at least: a caller that forgets to await is found out.
    prefill: async (ids, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      return open(ids);
    },
    append: async (handle, token, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      return open([...(texts.get(handle) ?? []), token]);
    },
    complete: async (prompts, { maxTokens, stopIds = [] }, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      return prompts.map((prompt) => {
        const made: number[] = [];
        while (made.length < maxTokens) {
          const logits = Array.from(logitsOf([...prompt, ...made]));
          const id = logits.indexOf(Math.max(...logits));
          if (stopIds.includes(id)) break;
          made.push(id);
        }
        return made;
      });
    },
    hashWeights: () => Promise.resolve({ sha256: "0".repeat(64), bytes: 0 }),
    release: (handle) => void texts.delete(handle),
    dispose: () => Promise.resolve(texts.clear()),
  };
}

/** A multiplicative hash (FNV-1a over ids), spread over the vocabulary. */
function hashedLogits(ids: readonly number[], vocabSize: number): number[] {
  const text = ids.reduce((hash, id) => Math.imul(hash ^ (id + 1), 16777619), 2166136261);
  return Array.from({ length: vocabSize }, (_, id) => {
    const mixed = Math.imul(text ^ Math.imul(id + 1, 0x9e3779b1), 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 29 - 4;
  });
}

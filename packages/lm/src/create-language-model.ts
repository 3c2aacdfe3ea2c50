import type { CancelSignal, LanguageModel, Sequence } from "@fewshot/ml-core";
import type { Driver, Reading } from "./driver.ts";

/** The sizes a model is known by from outside. */
export interface ModelSizes {
  vocabSize: number;
  contextLength: number;
  endOfTextId: number;
}

/** What the sequences of one model have in common. */
interface Context {
  driver: Driver;
  sizes: ModelSizes;
  assertUsable(): void;
  release(handle: number): void;
}

/** A driver's handle with the number of sequences that share it; the last one to go releases it. */
interface SharedReading extends Reading {
  ids: readonly number[];
  users: number;
}

/**
 * Makes the port of ml-core out of a driver: checks ids, shares handles between forks, and turns use after disposal
 * into an error. The rules are written on `LanguageModel` and `Sequence`.
 */
export function createLanguageModel(driver: Driver, sizes: ModelSizes): LanguageModel {
  let isDisposed = false;
  const context: Context = {
    driver,
    sizes,
    assertUsable: () => {
      if (isDisposed) throw new Error("The model is disposed");
    },
    release: (handle) => {
      if (!isDisposed) driver.release(handle);
    },
  };
  return {
    ...sizes,
    prefill: async (ids, signal) => {
      context.assertUsable();
      assertPrompt(ids, sizes);
      signal?.throwIfAborted();
      const prompt = [...ids];
      return openSequence(context, { ids: prompt, signal, reading: await driver.prefill(prompt, signal) });
    },
    dispose: async () => {
      if (isDisposed) return;
      isDisposed = true;
      await driver.dispose();
    },
  };
}

/** Makes a reading a sequence, unless its caller has cancelled it while it was under way. */
function openSequence(
  context: Context,
  { ids, reading, signal }: { ids: readonly number[]; reading: Reading; signal: CancelSignal | undefined },
): Sequence {
  if (signal?.aborted) context.release(reading.handle);
  signal?.throwIfAborted();
  return createSequence(context, { ...reading, ids, users: 1 });
}

function createSequence(context: Context, shared: SharedReading): Sequence {
  const { driver, sizes } = context;
  const { ids, logits, handle } = shared;
  let isOpen = true;
  const assertOpen = (): void => {
    context.assertUsable();
    if (!isOpen) throw new Error("The sequence is disposed");
  };
  return {
    ids,
    logits,
    append: async (id, signal) => {
      assertOpen();
      assertIds([id], sizes);
      if (ids.length >= sizes.contextLength) throw new RangeError(`The context of ${sizes.contextLength} is full`);
      signal?.throwIfAborted();
      return openSequence(context, { ids: [...ids, id], signal, reading: await driver.append(handle, id, signal) });
    },
    fork: () => {
      assertOpen();
      shared.users++;
      return createSequence(context, shared);
    },
    dispose: () => {
      if (!isOpen) return;
      isOpen = false;
      shared.users--;
      if (shared.users === 0) context.release(handle);
    },
  };
}

function assertPrompt(ids: readonly number[], sizes: ModelSizes): void {
  if (ids.length === 0) throw new RangeError("The prompt is empty");
  if (ids.length > sizes.contextLength) {
    throw new RangeError(`The prompt has ${ids.length} tokens, the context only ${sizes.contextLength}`);
  }
  assertIds(ids, sizes);
}

function assertIds(ids: readonly number[], { vocabSize }: ModelSizes): void {
  const wrong = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= vocabSize);
  if (wrong !== undefined) throw new RangeError(`Token id ${wrong} is not an integer in [0, ${vocabSize})`);
}

import type { CancelSignal, LanguageModel, Sequence } from "@fewshot/ml-core";
import type { CompleteOptions, Driver, Reading, WeightsHash } from "./driver.ts";

/** The sizes a model is known by from outside. */
export interface ModelSizes {
  vocabSize: number;
  contextLength: number;
  endOfTextId: number;
}

/** The port of ml-core, and many texts at once. */
export interface CompletingModel extends LanguageModel {
  /**
   * Continues each prompt with the likeliest token, again and again: what a measurement over many questions needs.
   * What the prompts begin with in common is read once, and many are read in step, so a hundred questions behind the
   * same examples cost little more than the questions. The tokens are those that `append` would lead to.
   *
   * @param prompts - Each of 1 to `contextLength - options.maxTokens + 1` ids.
   * @returns The new ids of each prompt in order, without the one that stopped it.
   * @throws As `prefill`; RangeError also if `maxTokens` is not a positive integer.
   */
  complete(
    prompts: readonly (readonly number[])[],
    options: CompleteOptions,
    signal?: CancelSignal,
  ): Promise<number[][]>;
  /**
   * A fingerprint of all weights, read from the memory of what computes with them: equal before and after any generation,
   * other after any change. Null where that memory cannot be looked at, as on a graphics card.
   */
  hashWeights(): Promise<WeightsHash | null>;
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
export function createLanguageModel(driver: Driver, sizes: ModelSizes): CompletingModel {
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
    complete: async (prompts, options, signal) => {
      context.assertUsable();
      for (const prompt of prompts) assertPrompt(prompt, sizes, options.maxTokens - 1);
      if (!Number.isInteger(options.maxTokens) || options.maxTokens < 1) {
        throw new RangeError(`maxTokens is ${options.maxTokens}, not a positive integer`);
      }
      signal?.throwIfAborted();
      const ids = await driver.complete(prompts, options, signal);
      signal?.throwIfAborted();
      return ids;
    },
    hashWeights: () => hashWeights(context),
    dispose: async () => {
      if (isDisposed) return;
      isDisposed = true;
      await driver.dispose();
    },
  };
}

async function hashWeights({ driver, assertUsable }: Context): Promise<WeightsHash | null> {
  assertUsable();
  return driver.hashWeights();
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

/** @param added - Tokens that are to be read behind it. */
function assertPrompt(ids: readonly number[], sizes: ModelSizes, added = 0): void {
  if (ids.length === 0) throw new RangeError("The prompt is empty");
  if (ids.length + added > sizes.contextLength) {
    const more = added > 0 ? ` and ${added} more` : "";
    throw new RangeError(`The prompt has ${ids.length} tokens${more}, the context only ${sizes.contextLength}`);
  }
  assertIds(ids, sizes);
}

function assertIds(ids: readonly number[], { vocabSize }: ModelSizes): void {
  const wrong = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= vocabSize);
  if (wrong !== undefined) throw new RangeError(`Token id ${wrong} is not an integer in [0, ${vocabSize})`);
}

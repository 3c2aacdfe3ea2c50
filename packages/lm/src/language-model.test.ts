import { generate, mulberry32, plainSampling } from "@fewshot/ml-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompletingModel } from "./create-language-model.ts";
import { createLanguageModel } from "./create-language-model.ts";
import { createEngine } from "./engine.ts";
import { exportOnnx } from "./export/index.ts";
import { createFakeModel } from "./fake-model.ts";
import { parseGpt2Config } from "./gpt2-config.ts";
import { loadModel } from "./load-model.ts";
import type { BackendId } from "./backend.ts";
import { createChannelWorker, pauseInNode } from "./testing/channel-worker.ts";
import { argmax, largestGap } from "./testing/fixtures.ts";
import { nodeRuntime } from "./testing/node-runtime.ts";
import { MICRO_URL, createMicroEnvironment, microConfig, microSafetensors } from "./testing/micro-model.ts";

/** A decode step adds the same numbers in another order than a whole pass does. */
const CACHE_TOLERANCE = 1e-4;

/** The engine on the backend of this name, in the order of preference. */
async function createOn(id: BackendId): Promise<CompletingModel> {
  const without: BackendId[] = id === "ort-public" ? ["ort-handles"] : [];
  const model = exportOnnx(microSafetensors(), microConfig, "decode");
  const { backend } = await (await nodeRuntime()).open({ model, config: parseGpt2Config(microConfig), without });
  expect(backend.id).toBe(id);
  const sizes = { vocabSize: 257, contextLength: 96, endOfTextId: 256 };
  return createLanguageModel(createEngine(backend, pauseInNode), sizes);
}

function loadThroughWorker(): Promise<CompletingModel> {
  const spawnWorker = () => createChannelWorker(createMicroEnvironment());
  return loadModel({ manifestUrl: MICRO_URL, spawnWorker });
}

/** One suite for every implementation of the port: what passes here may be exchanged for another. */
describe.each<[string, () => Promise<CompletingModel>]>([
  ["the fake model", async () => Promise.resolve(createFakeModel({ vocabSize: 257, contextLength: 96 }))],
  ["the public interface", () => createOn("ort-public")],
  ["the inner calls", () => createOn("ort-handles")],
  ["the inner calls behind a worker's messages", loadThroughWorker],
])("LanguageModel: %s", (_, create) => {
  let model: CompletingModel;
  const prompt = Array.from({ length: 70 }, (_, i) => (i * 37 + 11) % 250);

  beforeAll(async () => {
    model = await create();
  });
  afterAll(() => model.dispose());

  it("says how large it is", () => {
    expect(model).toMatchObject({ vocabSize: 257, contextLength: 96, endOfTextId: 256 });
  });

  it("has the same weights after reading as before, where they can be seen", async () => {
    const before = await model.hashWeights();
    const sequence = await model.prefill(prompt);
    expect(await model.hashWeights()).toEqual(before);
    sequence.dispose();
  });

  it("gives a finite logit for each id of the vocabulary", async () => {
    const sequence = await model.prefill([1, 2, 3]);
    expect(sequence.logits).toBeInstanceOf(Float32Array);
    expect(sequence.logits).toHaveLength(257);
    expect(sequence.logits.every(Number.isFinite)).toBe(true);
    expect(sequence.ids).toEqual([1, 2, 3]);
    sequence.dispose();
  });

  it("gives the same logits token by token as at once, and the same likeliest token", async () => {
    let stepped = await model.prefill(prompt.slice(0, 1));
    for (const id of prompt.slice(1)) {
      const longer = await stepped.append(id);
      stepped.dispose();
      stepped = longer;
    }
    const fresh = await create();
    const whole = await fresh.prefill(prompt);
    expect(stepped.ids).toEqual(prompt);
    expect(largestGap(stepped.logits, whole.logits)).toBeLessThan(CACHE_TOLERANCE);
    expect(argmax(stepped.logits)).toBe(argmax(whole.logits));
    stepped.dispose();
    await fresh.dispose();
  });

  it("continues one sequence in two ways that do not disturb each other", async () => {
    const root = await model.prefill([5, 6, 7]);
    const before = root.logits.slice();
    const [left, right] = [await root.append(8), await root.append(9)];
    const again = await root.append(8);
    expect(largestGap(left.logits, right.logits)).toBeGreaterThan(1e-3);
    expect(largestGap(left.logits, again.logits)).toBeLessThan(CACHE_TOLERANCE);
    const deeper = await left.append(10);
    const reference = await model.prefill([5, 6, 7, 8, 10]);
    expect(largestGap(deeper.logits, reference.logits)).toBeLessThan(CACHE_TOLERANCE);
    expect(root.logits).toEqual(before);
    for (const sequence of [root, left, right, again, deeper, reference]) sequence.dispose();
  });

  it("answers requests made at the same time, each with its own logits", async () => {
    const root = await model.prefill([20, 21]);
    const together = await Promise.all([1, 2, 3].map((id) => root.append(id)));
    for (const [i, sequence] of together.entries()) {
      const alone = await model.prefill([20, 21, i + 1]);
      expect(largestGap(sequence.logits, alone.logits)).toBeLessThan(CACHE_TOLERANCE);
    }
  });

  it("reads a prompt that shares a prefix as if it had never seen the other", async () => {
    const live = await model.prefill(prompt.slice(0, 40));
    const shared = await model.prefill([...prompt.slice(0, 30), 99, 98]);
    const shorter = await model.prefill(prompt.slice(0, 12));
    const fresh = await create();
    expect(largestGap(shared.logits, (await fresh.prefill(shared.ids)).logits)).toBeLessThan(CACHE_TOLERANCE);
    const other = await create();
    expect(largestGap(shorter.logits, (await other.prefill(shorter.ids)).logits)).toBeLessThan(CACHE_TOLERANCE);
    for (const sequence of [live, shared, shorter]) sequence.dispose();
    await Promise.all([fresh.dispose(), other.dispose()]);
  });

  it("keeps a fork usable when its original is disposed, and the original when the fork is", async () => {
    const original = await model.prefill([1, 2]);
    const fork = original.fork();
    original.dispose();
    original.dispose();
    await expect(original.append(3)).rejects.toThrow("disposed");
    expect(() => original.fork()).toThrow("disposed");
    const second = fork.fork();
    fork.dispose();
    expect((await second.append(3)).ids).toEqual([1, 2, 3]);
    expect(original.ids).toEqual([1, 2]);
    expect(original.logits).toHaveLength(257);
  });

  it("does not keep the caller's array", async () => {
    const ids = [1, 2, 3];
    const sequence = await model.prefill(ids);
    ids[0] = 200;
    expect(sequence.ids).toEqual([1, 2, 3]);
  });

  it("fills the context to the last token and refuses one more", async () => {
    const almost = await model.prefill(Array.from({ length: 95 }, (_, i) => i));
    const full = await almost.append(1);
    expect(full.ids).toHaveLength(96);
    await expect(full.append(1)).rejects.toThrow(RangeError);
    expect((await almost.append(2)).ids).toHaveLength(96);
  });

  it.each([[[]], [[257]], [[-1]], [[1.5]], [[Number.NaN]], [Array.from({ length: 97 }, () => 1)]])(
    "refuses the prompt %j",
    async (ids) => {
      await expect(model.prefill(ids)).rejects.toThrow(RangeError);
    },
  );

  it("refuses an id outside the vocabulary and goes on", async () => {
    const sequence = await model.prefill([1]);
    await expect(sequence.append(257)).rejects.toThrow(RangeError);
    expect((await sequence.append(256)).ids).toEqual([1, 256]);
  });

  it("rejects with the signal's reason, before and during a step, and goes on", async () => {
    const reason = new Error("the reader moved on");
    await expect(model.prefill([1], AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const running = model.prefill(prompt, controller.signal);
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    const sequence = await model.prefill([1]);
    await expect(sequence.append(2, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect((await sequence.append(2)).ids).toEqual([1, 2]);
  });

  it("generates the same tokens from the same seed", async () => {
    const run = async () => {
      const ids: number[] = [];
      for await (const token of generate(model, [10, 11], plainSampling, mulberry32(3))) {
        ids.push(token.id);
        if (ids.length === 20) break;
      }
      return ids;
    };
    expect(await run()).toEqual(await run());
  });

  it("continues many prompts at once as one by one", async () => {
    const shots = prompt.slice(0, 20);
    const prompts = [[1, 2], [3], [4, 5, 6, 7], [8, 9]].map((query) => [...shots, ...query]);
    const alone: number[][] = [];
    for (const ids of prompts) alone.push(await greedy(model, ids, 6));
    expect(await model.complete(prompts, { maxTokens: 6 })).toEqual(alone);
    expect(await model.complete(prompts.slice(0, 1), { maxTokens: 6 })).toEqual(alone.slice(0, 1));
    const stop = alone[2]![3]!;
    const upToStop = alone.map((ids) => (ids.includes(stop) ? ids.slice(0, ids.indexOf(stop)) : ids));
    expect(await model.complete(prompts, { maxTokens: 6, stopIds: [stop] })).toEqual(upToStop);
  });

  it("continues prompts with nothing in common, up to the end of the context", async () => {
    const prompts = [[1], [2, 3], prompt, []].slice(0, 3);
    const alone: number[][] = [];
    for (const ids of prompts) alone.push(await greedy(model, ids, 27));
    expect(await model.complete(prompts, { maxTokens: 27 })).toEqual(alone);
    await expect(model.complete(prompts, { maxTokens: 28 })).rejects.toThrow(RangeError);
    await expect(model.complete([[1]], { maxTokens: 0 })).rejects.toThrow(RangeError);
  });

  it("stops a completion when asked to, and goes on", async () => {
    const controller = new AbortController();
    const running = model.complete([prompt, prompt.slice(1)], { maxTokens: 20 }, controller.signal);
    controller.abort(new Error("the reader moved on"));
    await expect(running).rejects.toThrow("the reader moved on");
    expect(await model.complete([[1, 2]], { maxTokens: 3 })).toEqual([await greedy(model, [1, 2], 3)]);
  });

  it("refuses work after it is disposed, and may be disposed twice", async () => {
    const other = await create();
    const sequence = await other.prefill([1]);
    await other.dispose();
    await other.dispose();
    await expect(other.prefill([1])).rejects.toThrow("disposed");
    await expect(sequence.append(1)).rejects.toThrow("disposed");
    sequence.dispose();
    expect(sequence.logits).toHaveLength(257);
  });
});

/** By `append`, one token after another. */
async function greedy(model: CompletingModel, prompt: readonly number[], count: number): Promise<number[]> {
  const ids: number[] = [];
  let sequence = await model.prefill(prompt);
  while (true) {
    ids.push(argmax(sequence.logits));
    if (ids.length === count) break;
    const longer = await sequence.append(ids.at(-1)!);
    sequence.dispose();
    sequence = longer;
  }
  sequence.dispose();
  return ids;
}

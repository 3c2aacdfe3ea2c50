import { createTokenizer, generate, plainSampling } from "@fewshot/ml-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { CompletingModel } from "./create-language-model.ts";
import { createLanguageModel } from "./create-language-model.ts";
import type { Backend, BackendId } from "./backend.ts";
import { createEngine } from "./engine.ts";
import { exportOnnx } from "./export/index.ts";
import { parseGpt2Config } from "./gpt2-config.ts";
import { pauseInNode } from "./testing/channel-worker.ts";
import { argmax, largestGap, readJson, story } from "./testing/fixtures.ts";
import { nodeRuntime } from "./testing/node-runtime.ts";

/** The model that ships, checked against training/golden (PyTorch and the tokenizers library). */
describe.each<[string, BackendId[]]>([
  ["ort-handles", []],
  ["ort-public", ["ort-handles"]],
])("the story model on %s", (id, without) => {
  const tokenizer = createTokenizer({ merges: new TextDecoder().decode(story.merges), kind: "fewshot" });
  const config = parseGpt2Config(story.config);
  let backend: Backend;
  let model: CompletingModel;
  beforeAll(async () => {
    const file = exportOnnx(story.safetensors, story.config, "decode");
    ({ backend } = await (await nodeRuntime()).open({ model: file, config, without }));
    expect(backend.id).toBe(id);
    const sizes = {
      vocabSize: config.vocab_size,
      contextLength: config.n_positions,
      endOfTextId: config.eos_token_id!,
    };
    model = createLanguageModel(createEngine(backend, pauseInNode), sizes);
  });

  it("has golden prompts in both languages", () => {
    const chinese = story.greedy.filter(({ prompt }) => /\p{Script=Han}/u.test(prompt));
    expect(chinese.length).toBeGreaterThanOrEqual(10);
    expect(story.greedy.length - chinese.length).toBeGreaterThanOrEqual(10);
  });

  it.each(story.greedy)("continues $prompt greedily as PyTorch does", async ({ prompt_ids, greedy_ids }) => {
    let sequence = await model.prefill(prompt_ids);
    const ids: number[] = [];
    while (ids.length < greedy_ids.length) {
      ids.push(argmax(sequence.logits));
      const longer = await sequence.append(ids.at(-1)!);
      sequence.dispose();
      sequence = longer;
    }
    expect(ids).toEqual(greedy_ids);
  });

  it("decodes with the cache as without it, to the last token of the context", async () => {
    const ids = [...story.greedy[0]!.prompt_ids];
    let cached = await model.prefill(ids);
    while (ids.length < config.n_positions) {
      const id = argmax(cached.logits);
      ids.push(id);
      const longer = await cached.append(id);
      cached.dispose();
      cached = longer;
      if (ids.length % 41 !== 0 && ids.length !== config.n_positions) continue;
      const cache = backend.createCache();
      const whole = await cache.read(ids, 0);
      cache.release();
      expect(largestGap(cached.logits, whole)).toBeLessThan(2e-4);
      expect(argmax(cached.logits)).toBe(argmax(whole));
    }
  });

  it("continues all golden prompts at once as one by one", async () => {
    const prompts = story.greedy.map(({ prompt_ids }) => prompt_ids);
    const maxTokens = story.greedy[0]!.greedy_ids.length;
    const expected = story.greedy.map(({ greedy_ids }) => greedy_ids);
    expect(await model.complete(prompts, { maxTokens })).toEqual(expected);
  });

  it("has the tokenizer that it was trained with", () => {
    const { strings, vocab_size, end_of_text } = readJson<{
      strings: { text: string; ids: number[] }[];
      vocab_size: number;
      end_of_text: number;
    }>("training", "golden", "tokenizer.json");
    expect(strings.length).toBeGreaterThan(200);
    for (const { text, ids } of strings) {
      expect(tokenizer.encode(text, { allowedSpecial: "all" })).toEqual(ids);
      expect(tokenizer.decode(ids)).toBe(text);
    }
    expect(tokenizer.vocabSize).toBe(vocab_size);
    expect(tokenizer.specialIds.get("<|endoftext|>")).toBe(end_of_text);
    expect(model.endOfTextId).toBe(end_of_text);
  });

  it("encodes the golden prompts after the end-of-text token that begins every training text", () => {
    for (const { prompt, prompt_ids } of story.greedy) {
      expect([model.endOfTextId, ...tokenizer.encode(prompt)]).toEqual(prompt_ids);
    }
  });

  it("generates through the sampler of ml-core with the greedy setting as PyTorch does", async () => {
    const { prompt_ids, greedy_ids } = story.greedy.find(({ greedy_ids: ids }) => !ids.includes(model.endOfTextId))!;
    const ids: number[] = [];
    for await (const { id } of generate(model, prompt_ids, { ...plainSampling, temperature: 0 }, () => 0)) {
      ids.push(id);
      if (ids.length === greedy_ids.length) break;
    }
    expect(ids).toEqual(greedy_ids);
  });
});

import type { LanguageModel } from "@fewshot/ml-core";
import { createTokenizer, generate, plainSampling } from "@fewshot/ml-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createLanguageModel } from "./create-language-model.ts";
import type { Gpt2Session } from "./engine.ts";
import { createEngine } from "./engine.ts";
import { exportOnnx } from "./export/index.ts";
import { parseGpt2Config } from "./gpt2-config.ts";
import { emptyCache } from "./kv-cache.ts";
import { openSession } from "./onnx-session.ts";
import { pauseInNode } from "./testing/channel-worker.ts";
import { argmax, largestGap, readJson, story } from "./testing/fixtures.ts";

/** The model that ships, checked against training/golden (PyTorch and the tokenizers library). */
describe("story-v1", () => {
  const tokenizer = createTokenizer({ merges: new TextDecoder().decode(story.merges), kind: "fewshot" });
  const config = parseGpt2Config(story.config);
  let session: Gpt2Session;
  let model: LanguageModel;
  beforeAll(async () => {
    session = await openSession(exportOnnx(story.safetensors, story.config, "decode"), config);
    const sizes = {
      vocabSize: config.vocab_size,
      contextLength: config.n_positions,
      endOfTextId: config.eos_token_id!,
    };
    model = createLanguageModel(createEngine(session, pauseInNode), sizes);
  });

  it("has 20 golden prompts", () => {
    expect(story.greedy).toHaveLength(20);
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
      const whole = await session.run(ids, emptyCache(session.partCount));
      expect(largestGap(cached.logits, whole.logits)).toBeLessThan(1e-4);
      expect(argmax(cached.logits)).toBe(argmax(whole.logits));
    }
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

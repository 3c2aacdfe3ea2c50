import type { LanguageModel } from "@fewshot/ml-core";
import { createTokenizer } from "@fewshot/ml-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createLanguageModel } from "./create-language-model.ts";
import { createEngine } from "./engine.ts";
import { exportOnnx } from "./export/index.ts";
import { parseGpt2Config } from "./gpt2-config.ts";
import { pauseInNode } from "./testing/channel-worker.ts";
import type { GreedyCase } from "./testing/fixtures.ts";
import { argmax, largestGap, readBytes, readJson } from "./testing/fixtures.ts";
import { nodeRuntime } from "./testing/node-runtime.ts";

interface Golden {
  steps: number;
  cases: (GreedyCase & { text: string })[];
  last_position: { ids: number[]; logits: number[] }[];
}

const NAMES = ["icl-1", "icl-2", "icl-3", "icl-4", "icl-5"];

it("the five models take less than 10 MB together", () => {
  const bytes = NAMES.map((name) => readBytes("models", name, "model.safetensors").length);
  expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000);
});

/** Each model of the in-context family, checked against training/golden (PyTorch). */
describe.each(NAMES)("%s", (name) => {
  const rawConfig = readJson<Record<string, unknown>>("models", name, "config.json");
  const config = parseGpt2Config(rawConfig);
  const golden = readJson<Golden>("training", "golden", `${name}.json`);
  const merges = new TextDecoder().decode(readBytes("models", name, "merges.txt"));
  const tokenizer = createTokenizer({ merges, kind: "fewshot" });
  let model: LanguageModel;
  beforeAll(async () => {
    const onnx = exportOnnx(readBytes("models", name, "model.safetensors"), config, "decode");
    const { backend } = await (await nodeRuntime()).open({ model: onnx, config });
    model = createLanguageModel(createEngine(backend, pauseInNode), {
      vocabSize: config.vocab_size,
      contextLength: config.n_positions,
      endOfTextId: config.eos_token_id!,
    });
  });

  it("has a golden file with short prompts and one of 32 examples", () => {
    const lines = golden.cases.map(({ prompt }) => prompt.split("\n").length);
    expect(golden.cases.length).toBeGreaterThanOrEqual(10);
    expect(Math.min(...lines)).toBeLessThanOrEqual(2);
    expect(Math.max(...lines)).toBeGreaterThanOrEqual(33);
  });

  it("reads one byte as one token, after the end-of-text token that begins every episode", () => {
    expect(tokenizer.vocabSize).toBe(config.vocab_size);
    expect(tokenizer.specialIds.get("<|endoftext|>")).toBe(model.endOfTextId);
    for (const { prompt, prompt_ids, greedy_ids, text } of golden.cases) {
      expect(prompt_ids).toHaveLength(prompt.length + 1);
      expect([model.endOfTextId, ...tokenizer.encode(prompt)]).toEqual(prompt_ids);
      expect(tokenizer.decode(greedy_ids)).toBe(text);
    }
  });

  it("answers greedily as PyTorch does", async () => {
    for (const { prompt_ids, greedy_ids } of golden.cases) {
      let sequence = await model.prefill(prompt_ids);
      const ids: number[] = [];
      while (ids.length < golden.steps) {
        ids.push(argmax(sequence.logits));
        const longer = await sequence.append(ids.at(-1)!);
        sequence.dispose();
        sequence = longer;
      }
      sequence.dispose();
      expect(ids).toEqual(greedy_ids);
    }
  });

  it("gives PyTorch's logits", async () => {
    expect(golden.last_position).toHaveLength(2);
    for (const { ids, logits } of golden.last_position) {
      const sequence = await model.prefill(ids);
      expect(largestGap(sequence.logits, logits)).toBeLessThan(1e-3);
      sequence.dispose();
    }
  });
});

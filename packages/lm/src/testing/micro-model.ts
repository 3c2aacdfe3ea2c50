import { mulberry32 } from "@fewshot/ml-core";
import { gpt2Shapes } from "../export/gpt2-weights.ts";
import { packModel } from "../export/pack-model.ts";
import { parseGpt2Config } from "../gpt2-config.ts";
import type { EngineEnvironment } from "../load-engine.ts";
import { pauseInNode } from "./channel-worker.ts";
import { nodeRuntime } from "./node-runtime.ts";
import type { FakeAnswer, FakeNetwork } from "./fake-network.ts";
import { createFakeEnvironment, createFakeNetwork } from "./fake-network.ts";
import { sha256Hex, writeSafetensors } from "./fixtures.ts";

/** 256 bytes and an end of text: the smallest vocabulary of a byte-level tokenizer. Longer than one block of prefill. */
export const microConfig = { n_layer: 2, n_head: 2, n_embd: 16, n_positions: 96, vocab_size: 257, eos_token_id: 256 };

/** Random weights of unit order, the same every time, so that an error anywhere shows in the logits. */
export function microSafetensors(): Uint8Array<ArrayBuffer> {
  const random = mulberry32(1);
  const tensors = [...gpt2Shapes(parseGpt2Config(microConfig))].map(([name, shape]) => {
    const size = shape.reduce((product, length) => product * length, 1);
    const values = Float32Array.from({ length: size }, () => random() - 0.5);
    return { name, dtype: "F32", shape, bytes: new Uint8Array(values.buffer) };
  });
  return writeSafetensors(tensors);
}

export const MICRO_URL = "https://here/models/micro/manifest.json";

const packed = packModel(
  {
    name: "micro",
    safetensors: microSafetensors(),
    config: microConfig,
    card: { tokenizer: { kind: "gpt2" } },
    merges: new TextEncoder().encode("#version: 0.2\n"),
  },
  sha256Hex,
);
export const microManifest = packed.manifest;

/** The model as a site serves it; `changes` replace files by name. */
export function createMicroNetwork(changes: Record<string, FakeAnswer | FakeAnswer[]> = {}): FakeNetwork {
  const files: Record<string, FakeAnswer | FakeAnswer[]> = {
    "manifest.json": new TextEncoder().encode(JSON.stringify(packed.manifest)),
    ...Object.fromEntries([...packed.files].map(([name, bytes]) => [name, new Uint8Array(bytes)])),
    ...changes,
  };
  const entries = Object.entries(files).map(([name, answer]) => [new URL(name, MICRO_URL).href, answer] as const);
  return createFakeNetwork(Object.fromEntries(entries));
}

/** The worker's surroundings with the real runtime; no warm-up, because its clock has run out. */
export function createMicroEnvironment(network = createMicroNetwork(), storage?: CacheStorage): EngineEnvironment {
  let time = 0;
  return {
    ...createFakeEnvironment(network, storage),
    startRuntime: nodeRuntime,
    pause: pauseInNode,
    now: () => (time += 1000),
  };
}

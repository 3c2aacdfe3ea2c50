import { beforeAll, describe, expect, it } from "vitest";
import type { Backend } from "../backend.ts";
import { createEngine } from "../engine.ts";
import { exportOnnx } from "../export/index.ts";
import { parseGpt2Config } from "../gpt2-config.ts";
import { pauseInNode } from "../testing/channel-worker.ts";
import { story } from "../testing/fixtures.ts";
import { nodeRuntime } from "../testing/node-runtime.ts";
import type { Place } from "./find-weights.ts";
import { findWeights } from "./find-weights.ts";
import type { OrtModule } from "./ort-module.ts";

const config = parseGpt2Config(story.config);
const served = exportOnnx(story.safetensors, story.config, "decode");
const parameters = served.length / 2;

/** The runtime's module as the backend has it. */
const heap = () => {
  const shared = (globalThis as unknown as Record<symbol, { chosen: OrtModule }>)[Symbol.for("fewshot.onnxruntime")];
  return shared!.chosen.HEAPU8;
};

describe("the weights in the runtime's memory", () => {
  let backend: Backend;
  beforeAll(async () => {
    ({ backend } = await (await nodeRuntime()).open({ model: served, config }));
  });

  it("are all found: as many float32 as the model has parameters, and the turned embedding", () => {
    const bytes = backend.readWeights?.()?.length ?? 0;
    const turned = 4 * config.vocab_size * config.n_embd;
    expect((bytes - turned) / 4).toBeLessThanOrEqual(parameters);
    expect((bytes - turned) / 4).toBeGreaterThan(0.995 * parameters);
  });

  it("have the same hash after 200 tokens, and another after one flipped bit of any of them", async () => {
    const engine = createEngine(backend, pauseInNode);
    const before = await engine.hashWeights();
    let { handle } = await engine.prefill([config.vocab_size - 1]);
    for (let token = 0; token < 200; token++) ({ handle } = await engine.append(handle, 7 * token));
    expect(await engine.hashWeights()).toEqual(before);
    expect(before?.sha256).toMatch(/^[0-9a-f]{64}$/);

    const places = findWeights(heap(), served, config.n_embd) as Place[];
    for (const { address, bytes } of [places[0]!, places.at(-1)!]) {
      heap()[address + bytes - 4]! ^= 1;
      expect((await engine.hashWeights())?.sha256).not.toBe(before?.sha256);
      heap()[address + bytes - 4]! ^= 1;
    }
    expect(await engine.hashWeights()).toEqual(before);
  });

  it("are not claimed where one does not lie in the memory, or is stored in another way", () => {
    const memory = heap().slice();
    const [first] = findWeights(memory, served, config.n_embd) as Place[];
    memory[first!.address]! ^= 1;
    expect(findWeights(memory, served, config.n_embd)).toBeNull();
    const int8 = exportOnnx(story.safetensors, story.config, { variant: "decode", storage: "int8" });
    expect(findWeights(memory, int8, config.n_embd)).toBeNull();
  });
});

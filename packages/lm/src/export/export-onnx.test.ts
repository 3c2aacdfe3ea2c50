import { describe, expect, it } from "vitest";
import { emptyCache } from "../kv-cache.ts";
import { parseGpt2Config } from "../gpt2-config.ts";
import { openSession } from "../onnx-session.ts";
import { argmax, largestGap, sha256Hex, story, tiny, writeSafetensors } from "../testing/fixtures.ts";
import { exportOnnx } from "./export-onnx.ts";
import { SafetensorsError, readSafetensors } from "./safetensors.ts";

const PARITY = 1e-4;

/** Runs a graph over a whole text. */
async function runWhole(model: Uint8Array, ids: number[], config: typeof tiny.config) {
  const session = await openSession(model, parseGpt2Config(config));
  return session.run(ids, emptyCache(session.partCount));
}

async function decodeAll(model: Uint8Array, ids: number[], config: typeof tiny.config): Promise<Float32Array> {
  return (await runWhole(model, ids, config)).logits;
}

/** The same weights under other names, in another type, or with other tensors beside them. */
function rewrite(
  change: (tensor: { name: string; dtype: string; shape: number[]; bytes: Uint8Array }) => typeof tensor,
) {
  return writeSafetensors([...readSafetensors(tiny.safetensors).values()].map(change));
}

describe("exportOnnx", () => {
  it("gives PyTorch's logits at every position of the tiny model", async () => {
    const model = exportOnnx(tiny.safetensors, tiny.config, "inspect");
    for (const { ids, logits } of tiny.prompts) {
      const run = await runWhole(model, ids, tiny.config);
      expect(largestGap(run.logits, logits.flat())).toBeLessThan(PARITY);
    }
  });

  it("gives PyTorch's logits of the last position in the decode graph, at once and token by token", async () => {
    const model = exportOnnx(tiny.safetensors, tiny.config, "decode");
    const session = await openSession(model, parseGpt2Config(tiny.config));
    for (const { ids, logits } of tiny.prompts) {
      const whole = await session.run(ids, emptyCache(session.partCount));
      expect(largestGap(whole.logits, logits.at(-1)!)).toBeLessThan(PARITY);
      let cache = emptyCache(session.partCount);
      for (const [position, id] of ids.entries()) {
        const step = await session.run([id], cache);
        cache = step.present;
        expect(largestGap(step.logits, logits[position]!)).toBeLessThan(PARITY);
      }
    }
  });

  it("gives PyTorch's logits for the model that ships", async () => {
    const session = await openSession(
      exportOnnx(story.safetensors, story.config, "decode"),
      parseGpt2Config(story.config),
    );
    for (const { ids, logits } of story.lastLogits) {
      const run = await session.run(ids, emptyCache(session.partCount));
      expect(largestGap(run.logits, logits)).toBeLessThan(PARITY);
    }
  });

  it("attends to nothing that comes later, and always to all of 1", async () => {
    const { ids } = tiny.prompts[0]!;
    const { inspected } = await runWhole(exportOnnx(tiny.safetensors, tiny.config, "inspect"), ids, tiny.config);
    expect(Object.keys(inspected)).toEqual([...["attn.0", "attn.1"], ...["hidden.0", "hidden.1", "hidden.2"]]);
    const attention = inspected["attn.1"]!;
    expect(attention).toHaveLength(2 * ids.length * ids.length);
    for (let row = 0; row < 2 * ids.length; row++) {
      const weights = attention.subarray(row * ids.length, (row + 1) * ids.length);
      expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
      expect([...weights.subarray((row % ids.length) + 1)].every((weight) => weight === 0)).toBe(true);
    }
  });

  it("shows the embedding as the first hidden state", async () => {
    const { ids } = tiny.prompts[0]!;
    const { inspected } = await runWhole(exportOnnx(tiny.safetensors, tiny.config, "inspect"), ids, tiny.config);
    const weights = readSafetensors(tiny.safetensors);
    const row = (name: string, index: number) =>
      new Float32Array(weights.get(name)!.bytes.slice().buffer).subarray(index * 16, (index + 1) * 16);
    const expected = ids.flatMap((id, at) =>
      Array.from(row("wte.weight", id), (x, i) => x + row("wpe.weight", at)[i]!),
    );
    expect(inspected["hidden.2"]).toHaveLength(ids.length * 16);
    expect(largestGap(inspected["hidden.0"]!, expected)).toBeLessThan(1e-6);
  });

  it("gives the same bytes for the same weights", () => {
    const [once, again] = [0, 1].map(() => sha256Hex(exportOnnx(tiny.safetensors, tiny.config, "decode")));
    expect(once).toBe(again);
  });

  it("reads names with and without the transformer prefix as the same model, and leaves other tensors out", () => {
    const plain = sha256Hex(exportOnnx(tiny.safetensors, tiny.config, "decode"));
    const prefixed = rewrite((tensor) => ({ ...tensor, name: `transformer.${tensor.name}` }));
    expect(sha256Hex(exportOnnx(prefixed, tiny.config, "decode"))).toBe(plain);
    const mask = { name: "h.0.attn.bias", dtype: "U8", shape: [1, 1, 2, 2], bytes: new Uint8Array(4) };
    const withMask = writeSafetensors([...readSafetensors(tiny.safetensors).values(), mask]);
    expect(sha256Hex(exportOnnx(withMask, tiny.config, "decode"))).toBe(plain);
  });

  it("stores half-precision weights as they are, and computes with their exact values", async () => {
    const toBf16 = (bytes: Uint8Array) => bytes.filter((_, i) => i % 4 >= 2);
    const cut = (bytes: Uint8Array) => bytes.map((byte, i) => (i % 4 >= 2 ? byte : 0));
    const stored = rewrite((tensor) => ({ ...tensor, dtype: "BF16", bytes: toBf16(tensor.bytes) }));
    const exact = rewrite((tensor) => ({ ...tensor, bytes: cut(tensor.bytes) }));
    const { ids } = tiny.prompts[0]!;
    const model = exportOnnx(stored, tiny.config, "decode");
    const expected = await decodeAll(exportOnnx(exact, tiny.config, "decode"), ids, tiny.config);
    expect(largestGap(await decodeAll(model, ids, tiny.config), expected)).toBeLessThan(1e-6);
    expect(argmax(expected)).toBeGreaterThanOrEqual(0);
    // 2 bytes a parameter and about 8 kB of graph for each layer.
    expect(exportOnnx(story.safetensors, story.config, "decode").length).toBeLessThan(
      story.safetensors.length + 40_000,
    );
  });

  it.each([
    ["another activation", { activation_function: "relu" }],
    ["an untied head", { tie_word_embeddings: false }],
    ["attention scaled by layer", { scale_attn_by_inverse_layer_idx: true }],
    ["heads that do not divide the width", { n_head: 3 }],
    ["no size at all", { n_layer: 0 }],
  ])("refuses a configuration with %s", (_, change) => {
    const config = { ...tiny.config, ...change } as typeof tiny.config;
    expect(() => exportOnnx(tiny.safetensors, config, "decode")).toThrow(TypeError);
  });

  it.each([
    ["a missing tensor", (name: string) => (name === "h.1.mlp.c_fc.bias" ? "other" : name), "F32"],
    ["a weight of whole numbers", (name: string) => name, "I32"],
  ])("refuses weights with %s", (_, rename, dtype) => {
    const broken = rewrite((tensor) => ({ ...tensor, name: rename(tensor.name), dtype }));
    expect(() => exportOnnx(broken, tiny.config, "decode")).toThrow(TypeError);
  });

  it("refuses weights of another shape than the configuration says, by name", () => {
    expect(() => exportOnnx(tiny.safetensors, { ...tiny.config, vocab_size: 65 }, "decode")).toThrow(/wte\.weight.*65/);
    expect(() => exportOnnx(tiny.safetensors.subarray(0, 999), tiny.config, "decode")).toThrow(SafetensorsError);
  });
});

import { describe, expect, it } from "vitest";
import { exportOnnx } from "../export/export-onnx.ts";
import { parseGpt2Config } from "../gpt2-config.ts";
import { emptyCache } from "../kv-cache.ts";
import { openSession } from "../onnx-session.ts";
import { largestGap, story, tiny } from "../testing/fixtures.ts";
import { openGlass } from "./glass-model.ts";

const PARITY = 1e-4;
const served = (safetensors: Uint8Array, config: typeof tiny.config) => exportOnnx(safetensors, config, "decode");

describe("the glass model", () => {
  it("gives PyTorch's logits at every position through its last lens", async () => {
    const glass = openGlass(served(tiny.safetensors, tiny.config), parseGpt2Config(tiny.config));
    for (const { ids, logits } of tiny.prompts) {
      const last = (await glass.read(ids)).hidden.at(-1)!;
      for (const [position, expected] of logits.entries()) {
        const state = last.subarray(position * glass.width, (position + 1) * glass.width);
        expect(largestGap(glass.lens(state), expected)).toBeLessThan(PARITY);
      }
    }
  });

  it("gives PyTorch's logits for the model that ships, from its halves", async () => {
    const glass = openGlass(served(story.safetensors, story.config), parseGpt2Config(story.config));
    const { ids, logits } = story.lastLogits[0]!;
    const last = (await glass.read(ids)).hidden.at(-1)!;
    expect(largestGap(glass.lens(last.subarray(-glass.width)), logits)).toBeLessThan(PARITY);
  });

  it("attends and leaves states behind as the inspect graph does, layer by layer", async () => {
    const config = parseGpt2Config(tiny.config);
    const glass = openGlass(served(tiny.safetensors, tiny.config), config);
    const session = await openSession(exportOnnx(tiny.safetensors, tiny.config, "inspect"), config);
    const { ids } = tiny.prompts[0]!;
    const { inspected } = await session.run(ids, emptyCache(session.partCount));
    const { attention, hidden } = await glass.read(ids);
    expect([attention.length, hidden.length]).toEqual([glass.layers, glass.layers + 1]);
    attention.forEach((shares, layer) => expect(largestGap(shares, inspected[`attn.${layer}`]!)).toBeLessThan(1e-5));
    hidden.forEach((state, index) => expect(largestGap(state, inspected[`hidden.${index}`]!)).toBeLessThan(PARITY));
  });

  it("stops when its pause does, and refuses weights stored as int8", async () => {
    const glass = openGlass(served(tiny.safetensors, tiny.config), parseGpt2Config(tiny.config));
    await expect(glass.read([1, 2], () => Promise.reject(new Error("stopped")))).rejects.toThrow("stopped");
    const small = exportOnnx(tiny.safetensors, tiny.config, { variant: "decode", storage: "int8" });
    expect(() => openGlass(small, parseGpt2Config(tiny.config))).toThrow(/int8/);
  });
});

import { describe, expect, it } from "vitest";
import { parseGpt2Config } from "../gpt2-config.ts";
import { microConfig } from "../testing/micro-model.ts";
import { createMeasure, fasterOf } from "./choose-threads.ts";
import { createModule } from "./ort-module.ts";
import { slabModel } from "./synthetic-model.ts";

/** Two candidates that take these times, round by round. */
function contest(times: { single: number[]; several: number[] }, isLate: () => boolean = () => false) {
  let made = 0;
  const left = structuredClone(times);
  return {
    made: () => made,
    chosen: fasterOf<"single" | "several">({
      single: "single",
      several: async () => {
        made++;
        return Promise.resolve("several");
      },
      measure: (candidate) => Promise.resolve(left[candidate].shift()!),
      isLate,
    }),
  };
}

describe("fasterOf", () => {
  it("takes several threads when two of their rounds in a row are clearly quicker", async () => {
    const { chosen } = contest({ single: [90, 80, 82, 81], several: [45, 50] });
    expect(await chosen).toBe("several");
  });

  it("does not count the first round of one thread, and forgives several a slow beginning", async () => {
    const { chosen } = contest({ single: [1, 80, 82, 81, 80], several: [900, 45, 50] });
    expect(await chosen).toBe("several");
  });

  it("stays with one when several are quick only at times, or hardly quicker", async () => {
    const single = Array.from({ length: 8 }, () => 80);
    expect(
      await contest({ single, several: Array.from({ length: 10 }, (_, round) => (round % 2 ? 200 : 45)) }).chosen,
    ).toBe("single");
    expect(await contest({ single, several: Array.from({ length: 10 }, () => 75) }).chosen).toBe("single");
  });

  it("lets one thread defend itself, whose first round may have been disturbed", async () => {
    const single = [90, 200, 60];
    const several = Array.from({ length: 10 }, () => 100);
    expect(await contest({ single, several }).chosen).toBe("single");
  });

  it("stays with one when the comparison takes too long", async () => {
    const { chosen } = contest({ single: [90, 80], several: [] }, () => true);
    expect(await chosen).toBe("single");
  });

  it("does not even start several for a model whose steps are short", async () => {
    const { chosen, made } = contest({ single: [5, 1], several: [] });
    expect(await chosen).toBe("single");
    expect(made()).toBe(0);
  });
});

describe("createMeasure", () => {
  it("times a model of the same width on one thread and on two", async () => {
    const entryUrl = new URL("ort-entry.mjs", import.meta.url).href;
    let time = 0;
    const { measure, end } = createMeasure(parseGpt2Config(microConfig), () => (time += 5));
    for (const threads of [1, 2]) {
      expect(await measure({ threads, module: await createModule({ entryUrl }, threads) })).toBe(5);
    }
    await end();
  });

  it("says what the real model would take, whose like it does not build whole", async () => {
    const entryUrl = new URL("ort-entry.mjs", import.meta.url).href;
    let time = 0;
    const deep = parseGpt2Config({ ...microConfig, n_embd: 512, n_head: 8, n_layer: 32 });
    const { measure, end } = createMeasure(deep, () => (time += 5));
    // 15 layers of 3 Mi weights are as many as fit in 48 Mi beside the vocabulary.
    const scale = (32 * 12 * 512 + 257) / (15 * 12 * 512 + 257);
    expect(await measure({ threads: 1, module: await createModule({ entryUrl }, 1) })).toBeCloseTo(5 * scale, 6);
    await end();
  });
});

describe("slabModel", () => {
  it("fits no cache where the model itself does not, and is the model itself where that is small", () => {
    const bytesOf = (sizes: object) => {
      const { config } = slabModel(parseGpt2Config({ ...microConfig, ...sizes }));
      return 4 * config.n_embd * (12 * config.n_layer * config.n_embd + config.vocab_size);
    };
    const large = bytesOf({ n_embd: 768, n_head: 12, n_layer: 12, vocab_size: 50257 });
    expect(large).toBeGreaterThan(160 * 2 ** 20);
    expect(large).toBeLessThanOrEqual(192 * 2 ** 20);
    expect(bytesOf({})).toBe(4 * 16 * (12 * 2 * 16 + 257));
  });
});

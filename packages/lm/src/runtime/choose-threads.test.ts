import { describe, expect, it } from "vitest";
import { parseGpt2Config } from "../gpt2-config.ts";
import { microConfig } from "../testing/micro-model.ts";
import { createMeasure, fasterOf } from "./choose-threads.ts";
import { createModule } from "./ort-module.ts";

/** Two candidates that take these times, round by round. */
function contest(times: { single: number[]; several: number[] }) {
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
    }),
  };
}

describe("fasterOf", () => {
  it("takes several threads when each of their rounds is clearly quicker", async () => {
    const { chosen } = contest({ single: [90, 80, 82, 81], several: [200, 45, 50] });
    expect(await chosen).toBe("several");
  });

  it("does not count the first round of either", async () => {
    const { chosen } = contest({ single: [1, 80, 82, 81], several: [900, 45, 50] });
    expect(await chosen).toBe("several");
  });

  it("stays with one when several are quick only at times, or hardly quicker", async () => {
    expect(await contest({ single: [90, 80, 82, 81], several: [200, 45, 300] }).chosen).toBe("single");
    expect(await contest({ single: [90, 80, 82, 81], several: [200, 75, 74] }).chosen).toBe("single");
  });

  it("does not even start several for a model whose steps are short", async () => {
    const { chosen, made } = contest({ single: [40, 8], several: [] });
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
    const deep = parseGpt2Config({ ...microConfig, n_embd: 512, n_head: 8, n_layer: 12 });
    const { measure, end } = createMeasure(deep, () => (time += 5));
    // Two layers of 3 Mi weights stand for twelve.
    const scale = (12 * 12 * 512 + 257) / (2 * 12 * 512 + 257);
    expect(await measure({ threads: 1, module: await createModule({ entryUrl }, 1) })).toBeCloseTo(5 * scale, 6);
    await end();
  });
});

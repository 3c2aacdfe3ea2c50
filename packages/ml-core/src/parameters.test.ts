import { describe, expect, it } from "vitest";
import { parameterCount } from "./parameters.ts";

const GPT3 = { vocabSize: 50257, contextLength: 2048 };

describe("parameterCount", () => {
  it("counts GPT-2 small's 124,439,808 parameters", () => {
    expect(parameterCount({ layers: 12, dModel: 768, vocabSize: 50257, contextLength: 1024 })).toBe(124_439_808);
  });

  // Brown et al., 2020, tables 2.1 and D.1. Table 2.1 prints 5140 for the width of 13B; 40 heads × 128 = 5120.
  it.each([
    { name: "Small", layers: 12, dModel: 768, expected: 125_226_240 },
    { name: "Medium", layers: 24, dModel: 1024, expected: 355_871_744 },
    { name: "Large", layers: 24, dModel: 1536, expected: 760_300_032 },
    { name: "XL", layers: 24, dModel: 2048, expected: 1_315_723_264 },
    { name: "2.7B", layers: 32, dModel: 2560, expected: 2_651_553_280 },
    { name: "6.7B", layers: 32, dModel: 4096, expected: 6_658_404_352 },
    { name: "13B", layers: 40, dModel: 5120, expected: 12_853_386_240 },
    { name: "175B", layers: 96, dModel: 12288, expected: 174_604_259_328 },
  ])("counts GPT-3 $name", ({ layers, dModel, expected }) => {
    expect(parameterCount({ ...GPT3, layers, dModel })).toBe(expected);
  });

  it("equals the sizes of GPT-2's tensors added up one by one", () => {
    const [L, d, V, T] = [3, 48, 500, 64];
    const tensors = [V * d, T * d, d, d];
    for (let layer = 0; layer < L; layer++) {
      tensors.push(d, d, d * 3 * d, 3 * d, d * d, d); // ln_1, c_attn, c_proj
      tensors.push(d, d, d * 4 * d, 4 * d, 4 * d * d, d); // ln_2, c_fc, c_proj
    }
    const shape = { layers: L, dModel: d, vocabSize: V, contextLength: T };
    expect(parameterCount(shape)).toBe(tensors.reduce((a, b) => a + b));
  });

  it.each([{ layers: -1 }, { dModel: 0 }, { vocabSize: 1.5 }, { contextLength: Number.NaN }])("rejects %o", (wrong) => {
    expect(() => parameterCount({ ...GPT3, layers: 12, dModel: 768, ...wrong })).toThrow(RangeError);
  });
});

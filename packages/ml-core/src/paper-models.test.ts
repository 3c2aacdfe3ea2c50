import { expect, it } from "vitest";
import { GPT3_CONTEXT, GPT3_VOCABULARY, generations, gpt3Sizes } from "./paper-models.ts";
import { parameterCount } from "./parameters.ts";

const countOf = (size: { layers: number; dModel: number }) =>
  parameterCount({ ...size, vocabSize: GPT3_VOCABULARY, contextLength: GPT3_CONTEXT });

it("closes with the formula in every row but 13B, whose width is a misprint", () => {
  const open = gpt3Sizes.filter((size) => Math.abs(countOf(size) / 1e6 / size.millions - 1) > 0.005);
  expect(open.map(({ name }) => name)).toEqual(["13B"]);
  expect(countOf({ layers: 40, dModel: 5120 })).toBe(12_853_386_240);
});

it("has heads times head width equal to the width but in the two odd rows", () => {
  const odd = gpt3Sizes.filter(({ heads, headWidth, dModel }) => heads * headWidth !== dModel);
  expect(odd.map(({ name }) => name)).toEqual(["XL", "13B"]);
});

it("has generations within 4% of the formula, the last of them the last row of Table 2.1", () => {
  for (const model of generations) {
    expect(Math.abs(parameterCount(model) / model.parameters - 1)).toBeLessThan(0.04);
    expect(model.dModel % model.heads).toBe(0);
  }
  expect(generations.at(-1)).toMatchObject({ layers: 96, dModel: 12288, heads: 96, contextLength: GPT3_CONTEXT });
});

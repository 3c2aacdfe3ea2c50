import { expect, it } from "vitest";
import { linearLayerParameters, parameterParts } from "./parameter-parts.ts";

const GPT3 = { vocabSize: 50257, contextLength: 2048 };

// Brown et al., 2020, tables 2.1 and D.1 (millions).
it.each([
  [12, 768, 125],
  [24, 1024, 356],
  [24, 1536, 760],
  [24, 2048, 1320],
  [32, 2560, 2650],
  [32, 4096, 6660],
  [40, 5120, 12850],
  [96, 12288, 174600],
])("adds up for %d layers of %d to D.1's %d million", (layers, dModel, millions) => {
  const { total, ...parts } = parameterParts({ ...GPT3, layers, dModel });
  expect(Object.values(parts).reduce((a, b) => a + b)).toBe(total);
  expect(Math.abs(total / 1e6 / millions - 1)).toBeLessThan(0.005);
});

it("gives the lesson's shares: 99.632% blocks and 0.354% embeddings in 175B, 30.8% embeddings in Small", () => {
  const large = parameterParts({ ...GPT3, layers: 96, dModel: 12288 });
  const blocks = large.attention + large.feedForward + large.layerNorms;
  expect(((100 * blocks) / large.total).toFixed(3)).toBe("99.632");
  expect(large.tokenEmbeddings).toBe(617_558_016);
  const small = parameterParts({ ...GPT3, layers: 12, dModel: 768 });
  expect(((100 * small.tokenEmbeddings) / small.total).toFixed(1)).toBe("30.8");
});

it("counts a line and a layer from 3 to 4", () => {
  expect([linearLayerParameters(1, 1), linearLayerParameters(3, 4)]).toEqual([2, 16]);
  expect(() => linearLayerParameters(0, 4)).toThrow(RangeError);
});

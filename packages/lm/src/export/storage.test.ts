import { describe, expect, it } from "vitest";
import type { FloatWeight } from "./gpt2-weights.ts";
import { floatsOf, storeWeight } from "./storage.ts";

const weight = (name: string, dims: number[], values: number[]): FloatWeight => ({
  name,
  dims,
  dataType: "float",
  bytes: new Uint8Array(Float32Array.from(values).buffer),
});

/** What the stored form stands for. */
function valuesOf({ bytes, scale, dims }: ReturnType<typeof storeWeight>): number[] {
  const whole = new Int8Array((bytes as Uint8Array).buffer);
  const scales = new Float32Array((scale!.bytes as Uint8Array).buffer);
  const width = dims[1]!;
  const byRow = scale!.dims.length === 2;
  return Array.from(whole, (value, at) => Math.fround(value * scales[byRow ? Math.floor(at / width) : at % width]!));
}

describe("storeWeight", () => {
  it("gives every column of a layer its own scale, and every row of an embedding", () => {
    const values = [127, 1, 0, -254, 1, 0];
    const layer = storeWeight(weight("h.0.attn.c_attn.weight", [2, 3], values), "int8");
    expect(layer.scale!.dims).toEqual([3]);
    // 63.5 steps of 2 are rounded to the even 64, and half a step to the even 0.
    expect(valuesOf(layer)).toEqual([128, 1, 0, -254, 1, 0]);
    const embedding = storeWeight(weight("wte.weight", [2, 3], values), "int8");
    expect(embedding.scale!.dims).toEqual([2, 1]);
    expect(valuesOf(embedding)).toEqual([127, 1, 0, -254, 0, 0]);
  });

  it("leaves vectors as they are in int8", () => {
    const bias = weight("h.0.attn.c_attn.bias", [2], [0.1, 0.2]);
    expect(storeWeight(bias, "int8")).toBe(bias);
  });

  it("reads a weight wherever it starts in its file", () => {
    const { bytes } = weight("x", [2], [1.5, -2.25]);
    for (const shift of [0, 1, 2, 3]) {
      const file = new Uint8Array(bytes.length + shift);
      file.set(bytes, shift);
      expect([...floatsOf({ ...weight("x", [2], []), bytes: file.subarray(shift) })]).toEqual([1.5, -2.25]);
    }
  });

  it.each([
    ["fp16", 70000],
    ["fp16", Number.NaN],
    ["fp32", Number.NaN],
    ["int8", Number.NaN],
    ["int8", Number.POSITIVE_INFINITY],
  ] as const)("refuses for %s a weight that is %s, by name", (storage, value) => {
    expect(() => storeWeight(weight("wpe.weight", [1, 2], [0, value]), storage)).toThrow(/wpe\.weight/);
  });
});

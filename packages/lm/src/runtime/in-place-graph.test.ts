import { describe, expect, it } from "vitest";
import { exportOnnx } from "../export/index.ts";
import { parseGpt2Config } from "../gpt2-config.ts";
import { microConfig, microSafetensors } from "../testing/micro-model.ts";
import { inPlaceGraph } from "./in-place-graph.ts";
import { fieldsOf, textOf } from "./protobuf-reader.ts";
import { WEIGHTS_FILE } from "./served-graph.ts";

const config = parseGpt2Config(microConfig);
const served = exportOnnx(microSafetensors(), microConfig, "decode");

/** Operators and constants of a file. */
function contentsOf(file: Uint8Array) {
  const graph = [...fieldsOf(file)].find(({ number }) => number === 7)!;
  const parts = [...fieldsOf(file, graph.start, graph.end)];
  const inside = (number: number, wanted: number) =>
    parts
      .filter((part) => part.number === number)
      .map(({ start, end }) => [...fieldsOf(file, start, end)].filter((field) => field.number === wanted))
      .map((fields) => fields.map((field) => textOf(file, field)).join());
  return { operators: inside(1, 4), constants: inside(5, 8) };
}

describe("inPlaceGraph", () => {
  it("puts one operator where a layer's attention was, and leaves the rest", () => {
    const { operators } = contentsOf(inPlaceGraph(served, config));
    const count = (name: string) => operators.filter((operator) => operator === name).length;
    expect(count("GroupQueryAttention")).toBe(config.n_layer);
    expect(count("LayerNormalization")).toBe(2 * config.n_layer + 1);
    for (const gone of ["Concat", "Softmax", "Split", "Where", "Range"]) expect(count(gone)).toBe(0);
  });

  it("refers to the weights instead of repeating them", () => {
    const graph = inPlaceGraph(served, config);
    expect(graph.length).toBeLessThan(served.length / 2);
    expect(new TextDecoder().decode(graph)).toContain(WEIGHTS_FILE);
    expect(contentsOf(graph).constants).toContain("wte.weight");
  });

  it("has both ways of attention inside one branch each, and the weights outside once", () => {
    const file = inPlaceGraph(served, config, { withBlocks: true });
    const { operators, constants } = contentsOf(file);
    expect(operators.filter((operator) => operator === "If")).toHaveLength(1);
    expect(operators).not.toContain("MatMul");
    expect(constants.filter((name) => name === "wte.weight")).toHaveLength(1);
    const text = new TextDecoder().decode(file);
    const count = (word: string) => text.split(word).length - 1;
    expect(count("GroupQueryAttention")).toBe(config.n_layer);
    expect(count("Softmax")).toBe(config.n_layer);
    expect(count("ScatterND")).toBe(2 * config.n_layer);
  });

  it("refuses what is not a decode graph of this package", () => {
    expect(() => inPlaceGraph(new Uint8Array(0), config)).toThrow(TypeError);
    expect(() => inPlaceGraph(served.subarray(0, 1000), config)).toThrow(RangeError);
    expect(() => inPlaceGraph(exportOnnx(microSafetensors(), microConfig, "inspect"), config)).toThrow(/last\.hidden/);
    expect(() => inPlaceGraph(served, { ...config, n_layer: 3 })).toThrow(/h\.2\.attn\.merged/);
  });
});

describe("fieldsOf", () => {
  it("reads numbers of several bytes and skips fixed ones", () => {
    // Field 1 = 300, field 2 = 32 bits, field 3 = 64 bits, field 4 = the text "hi".
    const bytes = Uint8Array.of(8, 0xac, 2, 21, 1, 2, 3, 4, 25, 1, 2, 3, 4, 5, 6, 7, 8, 34, 2, 104, 105);
    const fields = [...fieldsOf(bytes)];
    expect(fields.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(fields[0]?.value).toBe(300);
    expect(textOf(bytes, fields[3]!)).toBe("hi");
  });

  it.each([
    ["inside a number", Uint8Array.of(8, 0x80)],
    ["inside a text", Uint8Array.of(34, 5, 104)],
    ["at a group, which proto3 has not", Uint8Array.of(11)],
  ])("refuses a file that breaks off %s", (_, bytes) => {
    expect(() => [...fieldsOf(bytes)]).toThrow(RangeError);
  });
});

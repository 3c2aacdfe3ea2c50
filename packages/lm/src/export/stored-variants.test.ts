import { describe, expect, it } from "vitest";
import { ONNXRUNTIME_VERSION } from "../runtime/ort-module.ts";
import { largestGap, readJson, story, tiny } from "../testing/fixtures.ts";
import type { ExportRequest } from "./export-onnx.ts";
import { exportGraphOver, exportOnnx } from "./export-onnx.ts";
import type { RawRun } from "./testing/raw-session.ts";
import { openRaw } from "./testing/raw-session.ts";

const PARITY = 1e-4;

interface Expected {
  ids: number[];
  logits: number[][];
  topk_ids: number[][];
  topk_logits: number[][];
  logsumexp: number[];
}

/** PyTorch's answers for three texts of one length with the weights rounded as stored; made by training/make_tiny.py. */
const golden = readJson<{ topk: number; storages: Record<"fp32" | "fp16" | "int8", Expected[]> }>(
  ...["training", "golden", "tiny", "stored.json"],
);
const storages = ["fp32", "fp16", "int8"] as const;
const graphs = (["decode", "inspect"] as const).flatMap((variant) => [
  { variant },
  { variant, topk: golden.topk },
  { variant, topk: golden.topk, onlyTopk: true },
]);
const cases = storages.flatMap((storage) => graphs.map((graph) => ({ ...graph, storage })));
const texts = golden.storages.fp32.map(({ ids }) => ids);

/** Every float of a run beside PyTorch's, and every id. A decode graph answers for the last position alone. */
function check(run: RawRun, expected: Expected[], { variant, topk, onlyTopk = false }: ExportRequest): void {
  const of = <T>(rows: T[]): T[] => (variant === "decode" ? rows.slice(-1) : rows);
  const all = <T>(pick: (text: Expected) => T[]): T[] => expected.flatMap((text) => of(pick(text)));
  const { values, dims } = run;
  expect("logits" in values).toBe(!onlyTopk);
  if (!onlyTopk) expect(largestGap(values["logits"]!, all((text) => text.logits).flat())).toBeLessThan(PARITY);
  expect("topk.ids" in values).toBe(topk !== undefined);
  if (topk === undefined) return;
  expect(dims["topk.ids"]).toEqual([expected.length, of(expected[0]!.ids).length, topk]);
  expect(values["topk.ids"]).toEqual(all((text) => text.topk_ids).flat());
  expect(largestGap(values["topk.logits"]!, all((text) => text.topk_logits).flat())).toBeLessThan(PARITY);
  expect(
    largestGap(
      values["logsumexp"]!,
      all((text) => text.logsumexp),
    ),
  ).toBeLessThan(PARITY);
}

describe("exportOnnx, every storage and graph", () => {
  it.each(cases)(
    "gives PyTorch's numbers for a batch: $storage, $variant, topk $topk, alone $onlyTopk",
    async (request) => {
      const run = await openRaw(exportOnnx(tiny.safetensors, tiny.config, request), tiny.config);
      check(await run(texts), golden.storages[request.storage], request);
    },
  );

  it.each(cases)(
    "and over another graph's weights: $storage, $variant, topk $topk, alone $onlyTopk",
    async (request) => {
      const { storage, ...graph } = request;
      const served = exportOnnx(tiny.safetensors, tiny.config, { variant: "decode", storage });
      const second = exportGraphOver(served, tiny.config, { ...graph, location: "model" });
      const run = await openRaw(second, tiny.config, { model: served });
      check(await run(texts), golden.storages[storage], request);
    },
  );

  it("goes on from the keys and values of one text in a batch of several", async () => {
    const run = await openRaw(exportOnnx(tiny.safetensors, tiny.config, "decode"), tiny.config);
    const [first] = texts as [number[]];
    const prefix = await run([first.slice(0, 3)]);
    const repeated: RawRun = {
      dims: Object.fromEntries(Object.entries(prefix.dims).map(([name, [, ...rest]]) => [name, [2, ...rest]])),
      values: Object.fromEntries(Object.entries(prefix.values).map(([name, list]) => [name, [...list, ...list]])),
    };
    const tails = [first.slice(3), [40, 7, 0]];
    const both = await run(tails, repeated);
    const alone = [await run([first]), await run([[...first.slice(0, 3), ...tails[1]!]])];
    expect(both.dims["logits"]).toEqual([2, 1, 64]);
    expect(
      largestGap(
        both.values["logits"]!,
        alone.flatMap(({ values }) => values["logits"]!),
      ),
    ).toBeLessThan(PARITY);
  });
});

describe("the file", () => {
  const sizeOf = (storage: "fp32" | "fp16" | "int8"): number =>
    exportOnnx(story.safetensors, story.config, { variant: "decode", storage }).length;

  it("holds the tied embedding once: 4, 2 or 1 bytes a parameter and little more", () => {
    const parameters = 5_322_240;
    const graph = 60_000;
    const scales = 4 * (8192 + 16 * 256 * 9);
    expect(sizeOf("fp32") - 4 * parameters).toBeLessThan(graph);
    expect(sizeOf("fp16") - 2 * parameters).toBeLessThan(graph);
    expect(sizeOf("int8") - parameters).toBeLessThan(graph + scales);
  });

  it("says what it is: variant, storage, opset and the runtime it was tried with", () => {
    const model = exportOnnx(tiny.safetensors, tiny.config, { variant: "inspect", storage: "int8" });
    const tail = new TextDecoder().decode(model.subarray(-200));
    const words = ["variant", "inspect", "stored", "float, int8", "opset", "20", "onnxruntime", ONNXRUNTIME_VERSION];
    for (const word of words) expect(tail).toContain(word);
  });

  it("is small when its weights lie elsewhere", () => {
    const served = exportOnnx(story.safetensors, story.config, "decode");
    const second = exportGraphOver(served, story.config, { variant: "inspect", location: "model" });
    expect(second.length).toBeLessThan(80_000);
  });

  it.each([0, 65, 1.5])("refuses the largest %s logits of 64", (topk) => {
    expect(() => exportOnnx(tiny.safetensors, tiny.config, { variant: "decode", topk })).toThrow(RangeError);
  });

  it("refuses to build on a file of other weights, or on none", () => {
    const served = exportOnnx(tiny.safetensors, tiny.config, "decode");
    const request = { variant: "inspect", location: "model" } as const;
    expect(() => exportGraphOver(served, { ...tiny.config, n_layer: 3 }, request)).toThrow(/h\.2\.ln_1/);
    expect(() => exportGraphOver(served, { ...tiny.config, n_positions: 33 }, request)).toThrow(/wpe\.weight.*33/);
    expect(() => exportGraphOver(served.subarray(0, 5000), tiny.config, request)).toThrow(RangeError);
    expect(() => exportGraphOver(new Uint8Array(0), tiny.config, request)).toThrow(TypeError);
  });
});

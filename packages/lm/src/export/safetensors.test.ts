import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tiny, writeSafetensors } from "../testing/fixtures.ts";
import { SafetensorsError, readSafetensors } from "./safetensors.ts";

const two = [
  { name: "a", dtype: "F16", shape: [2, 3], bytes: Uint8Array.from({ length: 12 }, (_, i) => i) },
  { name: "b", dtype: "I64", shape: [], bytes: new Uint8Array(8).fill(7) },
];

/** The same file with another header. */
function withHeader(header: unknown, data: Uint8Array = new Uint8Array(8)): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + data.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  file.set(data, 8 + text.length);
  return file;
}

describe("readSafetensors", () => {
  it("gives each tensor its type, its shape and its own bytes", () => {
    const tensors = readSafetensors(writeSafetensors(two, { __metadata__: { format: "pt" } }));
    expect([...tensors.values()]).toEqual(two);
  });

  it("reads a file that the safetensors library wrote", () => {
    const tensors = readSafetensors(tiny.safetensors);
    expect(tensors.get("wte.weight")).toMatchObject({ dtype: "F32", shape: [64, 16] });
    expect(tensors.size).toBe(2 + 12 * 2 + 2);
  });

  it("reads a file that starts in the middle of a buffer", () => {
    const file = writeSafetensors(two);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect([...readSafetensors(shifted.subarray(3)).values()]).toEqual(two);
  });

  it("refuses every truncation of a good file", () => {
    const file = writeSafetensors(two);
    const lengths = fc.integer({ min: 0, max: file.length - 1 });
    fc.assert(
      fc.property(lengths, (n) => void expect(() => readSafetensors(file.subarray(0, n))).toThrow(SafetensorsError)),
    );
  });

  it.each([
    ["bytes after the last tensor", withHeader({ a: { dtype: "F16", shape: [3], data_offsets: [0, 6] } })],
    ["a gap between tensors", withHeader({ a: { dtype: "F16", shape: [3], data_offsets: [2, 8] } })],
    ["a shape that needs other bytes", withHeader({ a: { dtype: "F16", shape: [5], data_offsets: [0, 8] } })],
    ["a negative size", withHeader({ a: { dtype: "F16", shape: [-4], data_offsets: [0, 8] } })],
    ["an unknown type", withHeader({ a: { dtype: "F12", shape: [4], data_offsets: [0, 8] } })],
    [
      "the type named like a method of every object",
      withHeader({ a: { dtype: "toString", shape: [4], data_offsets: [0, 8] } }),
    ],
    ["three offsets", withHeader({ a: { dtype: "F16", shape: [4], data_offsets: [0, 8, 8] } })],
    ["a header that is a list", withHeader([])],
    ["a header that is not JSON", withHeader("{")],
    ["a header longer than the file", new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 123])],
    [
      "two tensors over the same bytes",
      withHeader({
        a: { dtype: "F16", shape: [4], data_offsets: [0, 8] },
        b: { dtype: "F16", shape: [4], data_offsets: [0, 8] },
      }),
    ],
  ])("refuses %s", (_, file) => {
    expect(() => readSafetensors(file)).toThrow(SafetensorsError);
  });
});

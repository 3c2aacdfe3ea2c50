import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOfHalves, floatsOfBfloats, floatsOfHalves } from "./half.ts";

const halfOf = (value: number): number => new Uint16Array(bytesOfHalves(Float32Array.of(value))!.buffer)[0]!;
const floatOf = (half: number): number => floatsOfHalves(Uint16Array.of(half))[0]!;

describe("half precision", () => {
  it.each([
    [0x0001, 2 ** -24],
    [0x03ff, (1023 / 1024) * 2 ** -14],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x8000, -0],
  ])("reads and writes the examples of IEEE 754: %s is %s", (bits, value) => {
    expect(floatOf(bits)).toBe(value);
    expect(halfOf(value)).toBe(bits);
  });

  it("gives every finite half back", () => {
    const halves = Uint16Array.from({ length: 2 ** 16 }, (_, bits) => bits).filter(
      (bits) => (bits & 0x7c00) !== 0x7c00,
    );
    expect(new Uint16Array(bytesOfHalves(floatsOfHalves(halves))!.buffer)).toEqual(halves);
  });

  it("rounds to the nearest half, ties to the even one", () => {
    fc.assert(
      fc.property(fc.float({ min: -65504, max: 65504, noNaN: true }), (value) => {
        const bits = halfOf(value);
        const gap = Math.abs(floatOf(bits) - value);
        const neighbours = [bits - 1, bits + 1].filter((near) => near >= 0 && (near & 0x7fff) <= 0x7bff);
        for (const near of neighbours) {
          const other = Math.abs(floatOf(near) - value);
          expect(gap < other || (gap === other && bits % 2 === 0) || Math.sign(floatOf(near)) * value < 0).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(halfOf(1 + 2 ** -11)).toBe(0x3c00);
    expect(halfOf(1 + 3 * 2 ** -11)).toBe(0x3c02);
    expect(halfOf(2 ** -25)).toBe(0);
    expect(halfOf(1.5 * 2 ** -24)).toBe(2);
  });

  it.each([65520, -1e9, Number.POSITIVE_INFINITY, Number.NaN])("has no half for %s", (value) => {
    expect(bytesOfHalves(Float32Array.of(1, value))).toBeUndefined();
  });

  it("takes 65519 down to the largest half", () => {
    expect(halfOf(65519)).toBe(0x7bff);
  });

  it("reads bfloat16 as the upper half of a float", () => {
    expect([...floatsOfBfloats(Uint16Array.of(0x3f80, 0xc040, 0x0000))]).toEqual([1, -3, 0]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

const Z = 1.959963984540054;
const percent = (share: number) => (share * 100).toFixed(1);

describe("wilsonInterval", () => {
  it("gives the lesson's interval for 12 right in 20: 38.7 to 78.1%", () => {
    const { low, high } = wilsonInterval(12, 20);
    expect([percent(low), percent(high)]).toEqual(["38.7", "78.1"]);
  });

  it("is 0.98 points to each side at 45.4% of 10,000 words", () => {
    const { low, high } = wilsonInterval(4540, 10_000);
    expect((((high - low) / 2) * 100).toFixed(2)).toBe("0.98");
  });

  it("keeps a width at the edges: 0 of n ends at z²/(n + z²)", () => {
    expect(wilsonInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(Z ** 2 / (10 + Z ** 2), 12) as number });
    expect(wilsonInterval(10, 10)).toEqual({ low: expect.closeTo(10 / (10 + Z ** 2), 12) as number, high: 1 });
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

  it("ends where the score test is exactly z away: n·(k/n - p)² = z²·p·(1 - p)", () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = wilsonInterval(k, n);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        for (const p of [low, high]) expect(n * (k / n - p) ** 2).toBeCloseTo(Z ** 2 * p * (1 - p), 8);
      }),
    );
  });

  it("mirrors when right and wrong change places", () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = wilsonInterval(k, n);
        const mirrored = wilsonInterval(n - k, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [0, -1],
    [1, Number.NaN],
  ])("rejects %d of %d", (k, n) => {
    expect(() => wilsonInterval(k, n)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, -1)).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptTotals, bestScore, deadlineOf, isLate } from "./attempt-policy.ts";

describe("deadlineOf", () => {
  it("is the earlier of the time limit and the closing of the quiz", () => {
    expect(deadlineOf(1_000, 30, 9_000_000)).toBe(1_801_000);
    expect(deadlineOf(1_000, 30, 500_000)).toBe(500_000);
    expect(deadlineOf(1_000, 30, null)).toBe(1_801_000);
    expect(deadlineOf(1_000, null, 500_000)).toBe(500_000);
  });

  it("is open-ended when nothing limits the attempt", () => {
    expect(deadlineOf(1_000, null, null)).toBeNull();
  });
});

describe("isLate", () => {
  it("is in time at the very millisecond, late one after, and never late without a due time", () => {
    expect([isLate(5, 5), isLate(6, 5), isLate(6, null)]).toEqual([false, true, false]);
  });
});

describe("attemptTotals", () => {
  it("adds graded slots and leaves bets out of both sums", () => {
    const slot = (points: number, graded = true) => ({ points, max: 1, graded });
    expect(attemptTotals([slot(1), slot(0.3333), slot(0), slot(0.9607, false)])).toEqual({ points: 1.3333, max: 3 });
    expect(attemptTotals([])).toEqual({ points: 0, max: 0 });
  });

  it("is exact where floats are not, and does not depend on the order of the slots", () => {
    const slots = fc.array(fc.nat(10_000).map((units) => ({ points: units / 10_000, max: 1, graded: true })));
    fc.assert(
      fc.property(slots, (list) => {
        const { points, max } = attemptTotals(list);
        expect(Math.round(points * 10_000)).toBe(list.reduce((sum, slot) => sum + Math.round(slot.points * 10_000), 0));
        expect(Number(points.toFixed(4))).toBe(points);
        expect(attemptTotals(list.toReversed())).toEqual({ points, max });
        expect(points).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe("bestScore", () => {
  it("compares shares, not points, and keeps the earlier of two equals", () => {
    const attempts = [
      { number: 1, points: 4, max: 8 },
      { number: 2, points: 5, max: 12 },
      { number: 3, points: 6, max: 12 },
    ];
    expect(bestScore(attempts)?.number).toBe(1);
    expect(bestScore([...attempts, { number: 4, points: 8, max: 8 }])?.number).toBe(4);
    expect(bestScore([])).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { compareTables } from "./comparison.ts";
import { describeDistribution, ownTable } from "./distribution.ts";
import { openKnobs } from "./settings.ts";

const table = (shares: number[], topK = 0) => {
  const logits = Float32Array.from(shares, (share) => Math.log(share));
  return describeDistribution(logits, ownTable(logits), { knobs: { ...openKnobs, topK }, shown: 8 });
};

describe("compareTables", () => {
  it("lists the likeliest of either and what the two have in common", () => {
    const { rows, shared } = compareTables(table([0.5, 0.25, 0.125, 0.125]), table([0.125, 0.125, 0.25, 0.5]), 1);
    expect(rows.map(({ id, here, there }) => [id, here.toFixed(3), there.toFixed(3)])).toEqual([
      [0, "0.500", "0.125"],
      [3, "0.125", "0.500"],
    ]);
    expect(shared).toBeCloseTo(0.5, 6);
  });

  it("gives 1 to a table beside itself, and 0 to what a cut removed", () => {
    const same = table([0.5, 0.3, 0.2]);
    expect(compareTables(same, same, 3).shared).toBeCloseTo(1, 9);
    const [first, second] = compareTables(table([0.6, 0.4], 1), table([0.4, 0.6], 1), 2).rows;
    expect([first?.there, second?.here]).toEqual([0, 0]);
  });
});

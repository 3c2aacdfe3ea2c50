import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { describeDistribution, lastKeptRow, ownTable } from "./distribution.ts";
import { countDraws, histogramBins, uAt } from "./draws.ts";
import { statedLogits } from "./presets.ts";
import { openKnobs, type Knobs } from "./settings.ts";

const stated = Float32Array.from(statedLogits());
const table = (knobs: Partial<Knobs>, shown = 8) =>
  describeDistribution(stated, ownTable(stated), { knobs: { ...openKnobs, ...knobs }, shown });

describe("describeDistribution", () => {
  it("gives the stated shares when no knob is turned", () => {
    expect(table({}).rows.map((row) => row.after.toFixed(4))).toEqual([
      "0.6000",
      "0.1000",
      "0.0800",
      "0.0700",
      "0.0500",
      "0.0400",
      "0.0300",
      "0.0300",
    ]);
    expect(table({}).entropy).toBeCloseTo(2.0398, 4);
  });

  it.each([
    [0.5, 1],
    [0.65, 2],
    [0.8, 4],
  ])("keeps at top-p %f the %i candidates of the lesson, and names the rule", (topP, kept) => {
    const { candidates, cutBy, rows } = table({ topP });
    expect([candidates.length, lastKeptRow(table({ topP })), cutBy]).toEqual([kept, kept - 1, ["top-p"]]);
    expect(rows.filter((row) => row.isCut).every((row) => row.after === 0 && row.before > 0)).toBe(true);
  });

  it("names no rule that removed nothing", () => {
    expect(table({ topK: 20, topP: 1 }).cutBy).toEqual([]);
    expect(table({ topK: 3, topP: 0.99 }).cutBy).toEqual(["top-k"]);
  });

  it("keeps 6 or 4 at T = 2, p = .8, depending on the order", () => {
    expect(table({ temperature: 2, topP: 0.8 }).candidates).toHaveLength(6);
    expect(table({ temperature: 2, topP: 0.8, order: "llama.cpp" }).candidates).toHaveLength(4);
  });

  it("keeps the source's own probability beside the one after the knobs", () => {
    const [top] = table({ temperature: 0.5 }).rows;
    expect(top?.before).toBeCloseTo(0.6, 6);
    expect(top?.after).toBeCloseTo(0.9298, 4);
  });

  it("ranks anew under a repetition penalty and keeps each token's own share beside it", () => {
    const knobs = { ...openKnobs, repetitionPenalty: 2 };
    const logits = Float32Array.of(2, 1.5, -1);
    const { rows } = describeDistribution(logits, ownTable(logits), { knobs, shown: 3, previousIds: [0, 2] });
    expect(rows.map((row) => row.id)).toEqual([1, 0, 2]);
    // Logits 1, 1.5, -2: the positive one halved, the negative one doubled.
    const total = Math.exp(1) + Math.exp(1.5) + Math.exp(-2);
    expect(rows[1]?.after).toBeCloseTo(Math.exp(1) / total, 9);
    expect(rows[1]?.before).toBeCloseTo(Math.exp(2) / (Math.exp(2) + Math.exp(1.5) + Math.exp(-1)), 9);
  });

  it("loses no probability between the rows and the rest, whatever the knobs", () => {
    const knobs = fc.record({
      temperature: fc.double({ min: 0.1, max: 3, noNaN: true }),
      topK: fc.integer({ min: 0, max: 40 }),
      topP: fc.double({ min: 0.05, max: 1, noNaN: true }),
      minP: fc.double({ min: 0, max: 0.5, noNaN: true }),
      repetitionPenalty: fc.double({ min: 1, max: 2, noNaN: true }),
      order: fc.constantFrom("hf" as const, "llama.cpp" as const),
    });
    const logits = fc.array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: 9, maxLength: 60 });
    fc.assert(
      fc.property(logits, knobs, (values, given) => {
        const floats = Float32Array.from(values);
        const { rows, rest, candidates } = describeDistribution(floats, ownTable(floats), {
          knobs: given,
          shown: 8,
          previousIds: [0, 4, 8],
        });
        const sum = (key: "before" | "after") => rows.reduce((total, row) => total + row[key], rest[key]);
        expect(sum("before")).toBeCloseTo(1, 9);
        expect(sum("after")).toBeCloseTo(1, 9);
        expect(rows.filter((row) => !row.isCut).length + rest.kept).toBe(candidates.length);
      }),
    );
  });
});

describe("draws", () => {
  it("counts every draw once: in a row's bin or in the rest", () => {
    const { candidates } = table({}, 3);
    const bins = histogramBins(table({}, 3), countDraws(candidates, 1000, 7));
    expect(bins.map((bin) => bin.id)).toEqual([0, 1, 2, null]);
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(1000);
    expect(bins.map((bin) => Math.round(bin.expected))).toEqual([600, 100, 80, 220]);
  });

  it("has no bin for the rest if every candidate has a row", () => {
    expect(histogramBins(table({}), countDraws(table({}).candidates, 10, 1))).toHaveLength(8);
  });

  it("never counts a candidate that was cut", () => {
    const cut = table({ topP: 0.65 });
    expect([...countDraws(cut.candidates, 1000, 3).keys()].sort()).toEqual([0, 1]);
  });

  it("takes the first draw of a series with the u of the first step", () => {
    const u = uAt(42, 0);
    const [first] = countDraws(table({}).candidates, 1, 42).keys();
    expect(first).toBe(u < 0.6 ? 0 : 1);
    expect(uAt(42, 0)).toBe(u);
    expect(uAt(42, 1)).not.toBe(u);
  });
});

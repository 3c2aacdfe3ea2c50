import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import {
  cells,
  changedCells,
  factorsOf,
  growingRows,
  missionEnds,
  publishState,
  readingOf,
  readLink,
  rulers,
  sortableRows,
  sortBy,
  sortedModels,
  startState,
  toggleFlag,
  writeLink,
  type GenerationsState,
} from "./state.ts";

const met = (state: GenerationsState) => metMissions(missionEnds, publishState(state));
const flagAll = (state: GenerationsState, which: readonly (typeof cells)[number][]) => which.reduce(toggleFlag, state);

describe("missions of the three generations", () => {
  it("has none done at the start", () => {
    expect(met(startState)).toEqual([]);
  });

  it("wants the papers open and flags in the three cells that change, and in no other", () => {
    const three = flagAll(startState, changedCells);
    expect(met(three)).toEqual([]);
    expect(met({ ...three, papers: true })).toEqual(["flag-three"]);
    expect(met(toggleFlag({ ...three, papers: true }, "gpt-2 data"))).toEqual([]);
    expect(met(flagAll({ ...startState, papers: true }, ["gpt-1 data", "gpt-2 data", "gpt-3 data"]))).toEqual([]);
  });

  it("wants a reading within a tenth of 1,496", () => {
    expect(met({ ...startState, from: 8.07, to: 11.24 })).toEqual(["read-growth"]);
    expect(met({ ...startState, from: 8, to: 11 })).toEqual([]);
    expect(met({ ...startState, from: 9.18, to: 11.24 })).toEqual([]);
    expect(met({ ...startState, from: 11.24, to: 8.07 })).toEqual([]);
  });

  it("wants the models in order of context, and that row pointed to", () => {
    expect(met({ ...startState, answer: "context" })).toEqual([]);
    expect(met({ ...sortBy(startState, "context"), answer: "layers" })).toEqual([]);
    expect(met({ ...sortBy(startState, "context"), answer: "context" })).toEqual(["doubled-twice"]);
  });
});

describe("the table", () => {
  it("has 21 cells, 3 of which change", () => {
    expect([cells.length, new Set(cells).size, changedCells.every((cell) => cells.includes(cell))]).toEqual([
      21,
      21,
      true,
    ]);
  });

  it("doubles exactly twice in one row of three", () => {
    expect(growingRows.filter((row) => factorsOf(row).every((factor) => factor === 2))).toEqual(["context"]);
    expect(factorsOf("layers")).toEqual([4, 2]);
    // 1.5 billion / 117 million and 175 / 1.5, by hand.
    expect(factorsOf("parameters").map((factor) => factor.toFixed(2))).toEqual(["12.82", "116.67"]);
  });

  it("sorts up, then down, then up again", () => {
    const names = (state: GenerationsState) => sortedModels(state).map(({ name }) => name);
    const up = sortBy(startState, "layers");
    const down = sortBy(up, "layers");
    expect([names(up), names(down)]).toEqual([
      ["GPT-1", "GPT-2", "GPT-3"],
      ["GPT-3", "GPT-2", "GPT-1"],
    ]);
    expect(sortBy(down, "layers").isDescending).toBe(false);
    expect(sortBy(down, "context").isDescending).toBe(false);
  });
});

it("reads a step of the log ruler as ten times, wherever it lies", () => {
  fc.assert(
    fc.property(fc.integer({ min: 800, max: 1100 }), (from) => {
      expect(readingOf({ ...startState, from: from / 100, to: from / 100 + 1 })).toBeCloseTo(10, 9);
    }),
  );
});

describe("link", () => {
  it("brings any state back", () => {
    const states = fc.record({
      papers: fc.boolean(),
      flags: fc.subarray([...cells]),
      ruler: fc.constantFrom(...rulers),
      from: fc.integer({ min: 800, max: 1200 }).map((n) => n / 100),
      to: fc.integer({ min: 800, max: 1200 }).map((n) => n / 100),
      sortedBy: fc.constantFrom(...sortableRows),
      isDescending: fc.boolean(),
      answer: fc.constantFrom(null, ...growingRows),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(readLink(writeLink({ ...state, bet: 1 }))).toEqual(state);
      }),
    );
    expect(writeLink(startState)).toBe("");
  });

  it("ignores what no lab wrote", () => {
    const state = { ...readLink("#papers=yes&flags=-1&ruler=round&from=99&sort=use&answer=year"), bet: null };
    expect(state).toEqual(startState);
  });
});

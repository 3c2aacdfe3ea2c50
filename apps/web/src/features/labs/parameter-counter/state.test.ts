import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gpt3Sizes } from "@fewshot/ml-core";
import { metMissions } from "../missions.ts";
import {
  checkAgainstPaper,
  dials,
  growth,
  largest,
  layOut,
  lineSymbols,
  machines,
  missionEnds,
  publishState,
  readLink,
  startState,
  toggleSymbol,
  totalOf,
  turn,
  writeLink,
  type CounterState,
} from "./state.ts";

const met = (state: CounterState) => metMissions(missionEnds, publishState(state));
const row = (printed: string) => gpt3Sizes.find((size) => size.printed === printed) ?? gpt3Sizes[0]!;

describe("missions of the parameter counter", () => {
  it("has none done at the start of any machine", () => {
    for (const machine of machines) expect(met({ ...startState, machine })).toEqual([]);
  });

  it("finds the two parameters of a line, and counts neither x nor y", () => {
    const wrong = toggleSymbol(toggleSymbol(startState, "x"), "y");
    expect([totalOf(wrong), met(wrong)]).toEqual([0, []]);
    const right = toggleSymbol(toggleSymbol(wrong, "2"), "5");
    expect([totalOf(right), met(right)]).toEqual([2, ["a-line"]]);
    expect(totalOf(toggleSymbol(right, "5"))).toBe(1);
  });

  it("reaches GPT-2 small by its four dials, not by the first row of GPT-3", () => {
    const small = layOut(startState, row("125M"));
    expect(met(small)).toEqual([]);
    expect(met(turn(small, "contextLength", 1024))).toEqual(["gpt-2-small"]);
  });

  it("lets 13B close at 5120 only", () => {
    const printed = layOut(startState, row("13B"));
    expect([totalOf(printed), met(printed)]).toEqual([12_952_938_780, []]);
    expect(checkAgainstPaper(printed)?.closes).toBe(false);
    const mended = turn(printed, "dModel", 5120);
    expect([met(mended), checkAgainstPaper(mended)?.closes]).toEqual([["the-misprint"], true]);
  });
});

describe("counting", () => {
  it("adds 85,054,464 for GPT-2 small's layers once more, and 294 million for twice the width", () => {
    const small = { vocabSize: 50257, contextLength: 1024, layers: 12, dModel: 768 };
    // By hand: 12(12·768² + 13·768); and 51281·768 + 12(36·768² + 13·768) + 2·768.
    expect(growth(small)).toEqual({ deeper: 85_054_464, wider: 294_309_120 });
  });

  it("closes with every row of Table D.1 but the misprinted one", () => {
    const open = gpt3Sizes.filter((size) => !checkAgainstPaper(layOut(startState, size))?.closes);
    expect(open.map(({ printed }) => printed)).toEqual(["13B"]);
  });

  it("keeps every dial a whole number in its range, and the total exact", () => {
    fc.assert(
      fc.property(fc.constantFrom(...dials), fc.double({ min: -1e9, max: 1e9, noNaN: true }), (dial, value) => {
        const turned = turn({ ...startState, machine: "gpt", shape: largest }, dial, value);
        expect(Number.isSafeInteger(totalOf(turned))).toBe(true);
        expect(turned.shape[dial]).toBeGreaterThanOrEqual(1);
        expect(turned.shape[dial]).toBeLessThanOrEqual(largest[dial]);
      }),
    );
  });
});

describe("link", () => {
  it("brings any state back", () => {
    const state = { ...layOut(startState, row("13B")), marked: ["2", "x"] as const, inputs: 8, outputs: 1 };
    expect({ ...readLink(writeLink(state)), bet: null }).toEqual(state);
    expect(writeLink(startState)).toBe("");
  });

  it("ignores what no lab wrote", () => {
    const start = { ...readLink("#machine=evil&n=99&V=0&row=1T&marked=zzzzz"), bet: null };
    expect(start).toEqual(startState);
    expect(readLink(`#marked=${lineSymbols.toReversed().join("")}`).marked).toEqual(lineSymbols);
  });
});

import { describe, expect, it } from "vitest";
import { parseEnd } from "@fewshot/quiz";
import { metMissions } from "../missions.ts";
import {
  bracket,
  changeSize,
  changeView,
  changeWord,
  missionEnds,
  presetIds,
  publishState,
  readLink,
  startStates,
  writeLink,
  type ExplorerState,
} from "./state.ts";
import { heightOfStep, heightText, sizeSteps, tallestStep } from "./steps.ts";

const met = (state: ExplorerState) => metMissions(missionEnds[state.preset], publishState(state));
const mark = (state: ExplorerState, ...[line, from, to]: [line: number, from: number, to: number]) =>
  bracket({ ...state, pick: { line, from, to } });

describe("missions", () => {
  it("are written in the language of ends, and none is done at the start", () => {
    for (const preset of presetIds) {
      expect(missionEnds[preset].every(({ end }) => parseEnd(end).ok)).toBe(true);
      expect(met(startStates[preset])).toEqual([]);
    }
  });

  it("of figure 1.2: a first bracket, both on the odds, and a task that gets worse", () => {
    const first = mark(startStates["figure-1-2"], 7, 0, 1);
    expect(met(first)).toEqual(["first-example"]);
    const odds = changeView(first, { axis: "log-odds" });
    expect(met(odds)).toEqual([]);
    expect(met(mark(mark(odds, 6, 0, 1), 7, 1, 0))).toEqual(["first-example", "log-odds"]);
    const reversed = changeView(startStates["figure-1-2"], { task: "Reversed Words" });
    expect(met(reversed)).toEqual([]);
    expect(met(changeSize(reversed, 7))).toEqual(["counter-example"]);
  });

  it("of figure 1.3: a broken cell, LAMBADA at 125M, and the reason", () => {
    const largest = changeSize(startStates["figure-1-3"], 7);
    expect(met(largest)).toEqual([]);
    expect(met(changeView(largest, { task: "PIQA" }))).toEqual(["break-at-175b"]);
    expect(met(changeSize(changeView(largest, { task: "LAMBADA" }), 0))).toEqual(["smallest-on-lambada"]);
    const mean = changeView(largest, { series: "mean-of-27" });
    expect(met({ ...mean, reason: "rounding" })).toEqual([]);
    expect(met({ ...mean, reason: "other-tasks" })).toEqual(["our-own-mean"]);
  });

  it("of emergence: the last step, the last two per tenfold, and eight letters", () => {
    const last = mark(startStates.emergence, 2, 6, 7);
    expect(met(last)).toEqual(["linear-last-step"]);
    const odds = { ...changeView(last, { axis: "log-odds" }), isPerTenfold: true };
    expect(met(mark(mark(odds, 2, 5, 6), 2, 6, 7))).toEqual(["log-odds-per-tenfold"]);
    const words = changeWord(changeWord(startStates.emergence, { q: 0.85 }), { q: 0.95 });
    expect(met(words)).toEqual(["eight-letters"]);
  });
});

describe("steps", () => {
  const emergence = startStates.emergence;

  it("are those of the lesson's table", () => {
    expect(sizeSteps(emergence).map(({ height }) => height?.toFixed(2))).toEqual([
      "0.17",
      "1.91",
      "1.99",
      "2.43",
      "4.39",
      "16.30",
      "39.90",
    ]);
    const odds = sizeSteps({ ...emergence, axis: "log-odds", isPerTenfold: true });
    expect(odds.map(({ height }) => height?.toFixed(2))).toEqual([
      "2.09",
      "6.17",
      "2.86",
      "1.52",
      "1.41",
      "3.86",
      "1.50",
    ]);
    expect(tallestStep(odds)?.name).toBe("350M → 760M");
    expect(tallestStep(sizeSteps(emergence))?.name).toBe("13B → 175B");
  });

  it("have no height where 0 has no place, and are said with their sign", () => {
    const odds = { ...startStates["figure-1-2"], axis: "log-odds" as const };
    expect(heightOfStep(odds, { line: 3, from: 0, to: 1 })).toBeNull();
    expect([heightText(37.14, "linear"), heightText(-0.04, "linear"), heightText(1, "log")]).toEqual([
      "+37.1",
      "−0.04",
      "×10.00",
    ]);
    expect(heightText(null, "log")).toBe("–");
  });

  it("need two different ends, and the same one twice is one", () => {
    expect(mark(emergence, 2, 3, 3).brackets).toEqual([]);
    expect(mark(mark(emergence, 2, 1, 2), 2, 2, 1).brackets).toEqual([{ line: 2, from: 1, to: 2 }]);
  });
});

describe("links", () => {
  it("bring the view back, from any preset", () => {
    for (const preset of presetIds) {
      const state = changeSize({ ...startStates[preset], axis: "log", task: "PIQA", isPerTenfold: true, q: 0.9 }, 7);
      expect(readLink(writeLink(state), "figure-1-2")).toEqual(state);
      expect(writeLink(startStates[preset])).toBe(preset === "figure-1-2" ? "" : `#preset=${preset}`);
    }
  });

  it("ignore garbage", () => {
    expect(readLink("#preset=x&axis=up&task=GPT&size=1T&q=7", "emergence")).toEqual(startStates.emergence);
  });
});

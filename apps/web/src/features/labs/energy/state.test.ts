import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import {
  change,
  energyOf,
  levelPages,
  missionEnds,
  pageSteps,
  publishState,
  readLink,
  startState,
  writeLink,
} from "./state.ts";
import { amountText, lampTime, shareText } from "./words.ts";

const met = (state: typeof startState) => metMissions(missionEnds, publishState(state));

describe("missions of the energy lab", () => {
  it("has none done at the start", () => expect(met(startState)).toEqual([]));

  it("wants one page read in both units", () => {
    const inWh = change(change(startState, { pages: 1 }), { unit: "Wh" });
    expect(met(inWh)).toEqual([]);
    const inBoth = change(inWh, { unit: "kJ" });
    expect(met(inBoth)).toEqual(["one-page"]);
    expect(met(change(inBoth, { pages: 2 }))).toEqual([]);
  });

  it("wants the two columns level to within 5%, for the estimate that is quoted", () => {
    const training = change(startState, { trainingMWh: 1287 });
    const level = pageSteps.filter((pages) => met(change(training, { pages })).includes("amortise"));
    expect(level).toEqual([309_000_000, 316_000_000, 324_000_000, 331_000_000]);
    expect(met(change(training, { pages: 316_000_000, trainingMWh: 1286 }))).toEqual([]);
  });

  it("wants the power marked, not an energy", () => {
    expect(met(change(startState, { marked: "0.4 kWh" }))).toEqual([]);
    expect(met(change(startState, { marked: "0.4 kW" }))).toEqual(["unit-trap"]);
  });
});

describe("state of the energy lab", () => {
  it("reckons by hand: 4 Wh a page, level at 321,750,000", () => {
    expect([energyOf(1, "Wh"), energyOf(1, "kJ"), energyOf(100, "kWh")]).toEqual([4, 14.4, 0.4]);
    expect(levelPages({ ...startState, trainingMWh: 1287 })).toBe(321_750_000);
    expect(levelPages(startState)).toBeNull();
  });

  it("has a slider from one page to 10⁹ that never stands still", () => {
    expect([pageSteps[0], pageSteps.at(-1)]).toEqual([1, 1e9]);
    expect(pageSteps.every((pages, i) => i === 0 || pages > pageSteps[i - 1]!)).toBe(true);
  });

  it("records an amount once, and none that is only dragged past", () => {
    const dragged = pageSteps.slice(-400).reduce((state, pages) => change(state, { pages }), startState);
    expect(dragged.seen).toEqual([]);
    expect(change(change(startState, { pages: 1 }), { pages: 1 }).seen).toHaveLength(1);
  });

  it("brings a link back, and a broken one as the start", () => {
    const state = change(startState, { pages: 316_000_000, unit: "kJ", trainingMWh: 1287 });
    expect(readLink(writeLink(state))).toEqual(state);
    expect(publishState(readLink("#pages=0&unit=hp&trainingMWh=x")).values).toEqual(publishState(startState).values);
  });
});

describe("words", () => {
  it("says the amounts of the lesson", () => {
    expect([amountText(1, "Wh", "zh"), amountText(1, "kJ", "en"), amountText(1, "kWh", "en")]).toEqual([
      "4 Wh",
      "14.4 kJ",
      "0.004 kWh",
    ]);
    expect(amountText(1e9, "Wh", "zh")).toBe("40 亿 Wh");
    expect(lampTime(1)).toEqual({ value: 24, unit: "minutes" });
    expect(lampTime(100)).toEqual({ value: 40, unit: "hours" });
    expect(lampTime(321_750_000).unit).toBe("years");
    expect(shareText({ pages: 321_750_000, trainingMWh: 1287 })).toBe("100.0%");
    expect(shareText({ pages: 1, trainingMWh: 1287 })).toBe("<0.1%");
  });
});

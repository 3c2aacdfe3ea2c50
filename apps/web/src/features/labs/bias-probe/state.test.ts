import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import { beginningOf, countRatio, countsOf, people, pronouns } from "./probe.ts";
import {
  isSameDirection,
  keyOf,
  missionEnds,
  publishState,
  ratioOf,
  readLink,
  startState,
  toMeasure,
  wordsChanged,
  writeLink,
  type ProbeState,
} from "./state.ts";

const met = (state: ProbeState) => metMissions(missionEnds, publishState("en", state));
const at = (word: string) => people.en.indexOf(word);
const measured = (shares: Record<string, [he: number, she: number]>) =>
  Object.fromEntries(Object.entries(shares).map(([word, [he, she]]) => [keyOf(0, at(word)), { he, she }]));
const heOrShe = (word: string, he: number, she: number): ProbeState => ({
  ...startState,
  a: { person: at(word), pronoun: "he" },
  b: { person: at(word), pronoun: "she" },
  measured: measured({ [word]: [he, she] }),
});

describe("missions of the bias probe", () => {
  it("has none done at the start, nor for two equal sentences", () => {
    expect(met(startState)).toEqual([]);
    expect(met({ ...startState, measured: measured({ captain: [0.5, 0.1] }) })).toEqual([]);
  });

  it("ticks a ratio of 2, whichever is on top", () => {
    expect(met(heOrShe("captain", 0.04, 0.02))).toEqual(["lopsided"]);
    expect(met(heOrShe("captain", 0.02, 0.04))).toEqual(["lopsided"]);
    expect(met(heOrShe("captain", 0.039, 0.02))).toEqual([]);
  });

  it("ticks the same direction only with the counts open and on that side", () => {
    expect(met({ ...heOrShe("captain", 0.04, 0.02), countsOpened: true })).toContain("same-direction");
    expect(met({ ...heOrShe("captain", 0.02, 0.04), countsOpened: true })).not.toContain("same-direction");
    expect(met({ ...heOrShe("queen", 0.02, 0.04), countsOpened: true })).toContain("same-direction");
  });

  it("ticks a level pair from 0.8 to 1.25", () => {
    expect(met(heOrShe("cook", 0.0201, 0.025))).toEqual(["level"]);
    expect(met(heOrShe("cook", 0.025, 0.0201))).toEqual(["level"]);
    expect(met(heOrShe("cook", 0.026, 0.02))).toEqual([]);
  });

  it("does not tick when two words differ", () => {
    const two = { ...heOrShe("captain", 0.4, 0.1), b: { person: at("nurse"), pronoun: "she" as const } };
    const state = { ...two, measured: measured({ captain: [0.4, 0.1], nurse: [0.1, 0.1] }) };
    expect([wordsChanged(state), ratioOf(state), met(state)]).toEqual([2, 4, []]);
  });
});

describe("counts beside the probe", () => {
  it("are there for every word in both languages, no pronoun in more sentences than the word", () => {
    for (const locale of ["zh", "en"] as const) {
      expect(people[locale]).toHaveLength(people.en.length);
      people[locale].forEach((_, person) => {
        const counts = countsOf(locale, person);
        expect(counts.sentences).toBeGreaterThan(0);
        for (const pronoun of pronouns) expect(counts[pronoun]).toBeLessThanOrEqual(counts.sentences);
      });
    }
  });

  it("are compared as counts for one person, and as shares for two", () => {
    const [captain, nurse] = [countsOf("en", at("captain")), countsOf("en", at("nurse"))];
    const he = (word: string) => ({ person: at(word), pronoun: "he" as const });
    const she = { person: at("captain"), pronoun: "she" as const };
    expect(countRatio("en", he("captain"), she)).toBeCloseTo(captain.he / captain.she, 12);
    const shares = captain.he / (captain.he + captain.she) / (nurse.he / (nurse.he + nurse.she));
    expect(countRatio("en", he("captain"), he("nurse"))).toBeCloseTo(shares, 12);
  });

  it("have no direction where nothing was counted", () => {
    const none = people.en.findIndex((_, person) => countsOf("en", person).he + countsOf("en", person).she === 0);
    expect(none).toBeGreaterThan(0);
    const state = heOrShe(people.en[none] ?? "", 0.5, 0.1);
    expect(countRatio("en", state.a, state.b)).toBeNull();
    expect(isSameDirection("en", state)).toBe(false);
  });
});

describe("state of the bias probe", () => {
  it("asks only for beginnings that are not measured", () => {
    const pair = { ...startState, b: { person: 1, pronoun: "he" as const } };
    expect(toMeasure(pair)).toEqual([0, 1]);
    expect(toMeasure({ ...pair, measured: measured({ captain: [0.1, 0.1] }) })).toEqual([1]);
    expect(beginningOf("en", 0, 0)).toBe("The captain shut the book and said that");
    expect(beginningOf("zh", 0, 0)).toBe("船长合上本子，说");
  });

  it("brings a link back, and a broken one as the start", () => {
    const state: ProbeState = { ...startState, frame: 2, b: { person: 3, pronoun: "she" } };
    expect(readLink(writeLink(state))).toEqual({ frame: 2, a: state.a, b: state.b });
    expect(writeLink(startState)).toBe("");
    expect(readLink("#frame=9&a=-1&bp=it")).toEqual({ frame: 0, a: startState.a, b: startState.b });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import { nameOf, ratioOf } from "./names.ts";
import {
  changeLook,
  changeShare,
  drawMore,
  drawnOutcomes,
  expectedRate,
  greedyOutcome,
  missionEnds,
  mostDraws,
  publishState,
  readLink,
  startAfresh,
  startState,
  tally,
  writeGreedily,
  writeLink,
  type PairState,
} from "./state.ts";

const met = (state: PairState) => metMissions(missionEnds, publishState(state, drawnOutcomes(state)));
const greedily = (state: PairState) => writeGreedily({ ...state, decoding: "greedy" });

describe("missions", () => {
  it("has none done at the start", () => expect(met(startState)).toEqual([]));

  it("wants 500 draws at 6 : 1, blind", () => {
    expect(met(drawMore(startState, 499))).toEqual([]);
    expect(met(drawMore(startState, 500))).toEqual(["five-hundred"]);
    expect(met(drawMore(changeShare(startState, 11), 500))).toEqual([]);
    expect(met(drawMore(changeLook(startState, 1), 500))).toEqual([]);
  });

  it("wants 100 draws where the shares are equal, and nowhere beside it", () => {
    const done = [6, 7, 8].filter((q) => met(drawMore(changeShare(startState, q), 100)).includes("worst-share"));
    expect(done).toEqual([7]);
  });

  it("wants greedy to write both ways at the same share", () => {
    const once = greedily(startState);
    expect(met(once)).toEqual([]);
    expect(met(greedily(changeLook(once, 5)))).toEqual([]);
    expect(met(greedily(changeLook(once, 10)))).toEqual(["greedy-both"]);
    expect(met(greedily(changeLook(changeShare(once, 7), 10)))).toEqual([]);
  });
});

describe("drawing", () => {
  it("never mixes one at a time, and always mixes some when blind", () => {
    const blind = tally(drawnOutcomes(drawMore(startState, 500)));
    const seeing = tally(drawnOutcomes(drawMore(changeLook(startState, 10), 500)));
    expect(seeing.slice(1, 3)).toEqual([0, 0]);
    expect(Math.min(...blind)).toBeGreaterThan(0);
    expect(blind.reduce((sum, count) => sum + count)).toBe(500);
  });

  it("keeps what was drawn when more is drawn, and begins anew with new settings or another seed", () => {
    const few = drawMore(startState, 10);
    expect(drawnOutcomes(drawMore(few, 90)).slice(0, 10)).toEqual(drawnOutcomes(few));
    for (const other of [changeShare(few, 7), changeLook(few, 3), startAfresh(few)]) expect(other.draws).toBe(0);
    expect(drawnOutcomes(drawMore(startAfresh(few), 100))).not.toEqual(drawnOutcomes(drawMore(few, 90)));
    expect(drawMore(few, 1e9).draws).toBe(mostDraws);
  });

  it("expects 12/49 at 6 : 1, a half at 1 : 1, and less the more the second looks", () => {
    expect(expectedRate(startState)).toBeCloseTo(12 / 49, 12);
    expect(expectedRate(changeShare(startState, 7))).toBeCloseTo(0.5, 12);
    expect(expectedRate(changeLook(startState, 5))).toBeCloseTo(6 / 49, 12);
    expect(expectedRate(changeShare(startState, 14))).toBe(0);
  });

  it("writes the likelier name greedily, in every mode and at every share", () => {
    for (let q = 0; q <= 14; q += 1) {
      const state = changeShare(startState, q);
      const written = (["parallel", "between", "autoregressive"] as const).map((mode) => greedyOutcome(state, mode));
      expect(written).toEqual(Array(3).fill(q < 7 ? 3 : 0));
    }
  });
});

describe("names and links", () => {
  it("spells the four outputs in both languages", () => {
    expect(([0, 1, 2, 3] as const).map((outcome) => nameOf(outcome, "zh"))).toEqual(["中国", "中球", "地国", "地球"]);
    expect(nameOf(1, "en")).toBe("Sri Verde");
    expect([12, 7, 14, 11].map((part) => ratioOf(part, 14))).toEqual(["6 : 1", "1 : 1", "1 : 0", "11 : 3"]);
  });

  it("brings any state back but the greedy words, and ignores garbage", () => {
    const whole = (max: number) => fc.integer({ min: 0, max });
    const fields = { fourteenths: whole(14), look: whole(10), seed: whole(999), draws: whole(mostDraws) };
    fc.assert(
      fc.property(fc.record(fields), (settings) => {
        const state = { ...startState, ...settings, decoding: "greedy" as const };
        expect({ ...readLink(writeLink(state)), bet: null }).toEqual(state);
      }),
    );
    expect({ ...readLink("#q=15&look=x&by=evil&draws=1e9"), bet: null }).toEqual(startState);
  });
});

import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import {
  hasSeen,
  missionEnds,
  moveTo,
  nudge,
  publishState,
  readLink,
  startState,
  writeLink,
  type NudgeState,
} from "./state.ts";

const met = (state: NudgeState) => metMissions(missionEnds, publishState(state));
const small = { ...startState, size: 0.001 as const };

describe("missions of nudge-w", () => {
  it("has none done at the start", () => {
    expect(met(startState)).toEqual([]);
  });

  it("wants w alone nudged by a thousandth, at the start", () => {
    expect(met(nudge(small, "w"))).toEqual(["thousandth"]);
    expect(met(nudge(small, "b"))).toEqual([]);
    expect(met(nudge(small, "both"))).toEqual([]);
    expect(met(nudge(startState, "w"))).toEqual([]);
    expect(met(nudge(moveTo(small, { w: 0.001 }), "w"))).toEqual([]);
  });

  it("wants a slope within 0.05 of nothing, b at 0: four steps of the slider have it", () => {
    const found = Array.from({ length: 5001 }, (_, i) => (i - 1000) / 1000).filter(
      (w) => met(moveTo(small, { w })).length,
    );
    expect(found).toEqual([2.063, 2.064, 2.065, 2.066]);
    expect(met(moveTo(small, { w: 1.9, b: 0.6 }))).toEqual([]);
  });

  it("wants all three nudges at the start, of any size", () => {
    const two = nudge(nudge(small, "w"), "b");
    expect(met(two)).not.toContain("both-at-once");
    expect(met(nudge(moveTo(two, { w: 1 }), "both"))).not.toContain("both-at-once");
    expect(met(nudge({ ...two, size: 0.1 }, "both"))).toContain("both-at-once");
  });
});

describe("state of nudge-w", () => {
  it("takes a nudge back when the place changes, and remembers where it was made", () => {
    const moved = moveTo(nudge(small, "w"), { w: 0.5 });
    expect(moved.nudged).toBeNull();
    expect(hasSeen(moved, "w")).toBe(false);
    expect(hasSeen(moveTo(moved, { w: 0 }), "w")).toBe(true);
    expect(publishState(moved).values).toMatchObject({ nudgeW: 0, nudgeB: 0, change: 0 });
  });

  it("remembers a nudge once", () => {
    expect(nudge(nudge(small, "w"), "w").seen).toHaveLength(1);
  });

  it("stays on the steps of the sliders and within them, and has no negative zero", () => {
    expect(moveTo(startState, { w: 0.1 + 0.2, b: 9 })).toMatchObject({ w: 0.3, b: 2 });
    expect(Object.is(moveTo(startState, { b: -0.01 }).b, 0)).toBe(true);
  });

  it("brings a link back, and a broken one as the start", () => {
    const state = nudge({ ...moveTo(startState, { w: 2.064, b: -0.5 }), size: 0.000001 }, "both");
    expect(readLink(writeLink(state))).toEqual(state);
    expect(readLink("#w=99&b=x&h=0.5&nudge=c")).toEqual(startState);
    expect(writeLink(startState)).toBe("");
  });
});

import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import { runListing } from "./problem.ts";
import {
  changeRate,
  lookAt,
  missionEnds,
  presetOf,
  publishState,
  readLink,
  solve,
  startState,
  writeLink,
} from "./state.ts";

const contour = (state: typeof startState) =>
  metMissions(missionEnds.contour, publishState("contour", state, runListing(state.learningRate)));
const byHand = (state: typeof startState) =>
  metMissions(missionEnds["by-hand"], publishState("by-hand", state, runListing(0.01)));

describe("missions of the contour preset", () => {
  it("has none done at the start", () => {
    expect(contour(startState)).toEqual([]);
  });

  it("wants a loss of at most 0.1003: .07 to .08 do it, .06 and .082 just miss", () => {
    const rates = [0.06, 0.07, 0.08, 0.082];
    const done = rates.filter((rate) => contour(changeRate(startState, runListing(rate))).includes("near-bottom"));
    expect(done).toEqual([0.07, 0.08]);
  });

  it("wants both sides of the edge, each run to its end", () => {
    const [falls, grows] = [runListing(0.084), runListing(0.085)];
    const oneSide = lookAt(changeRate(startState, falls), falls, 99);
    expect(contour(oneSide)).not.toContain("edge");
    expect(contour(lookAt(changeRate(lookAt(oneSide, falls, 50), grows), grows, 98))).not.toContain("edge");
    expect(contour(changeRate(oneSide, grows))).toContain("edge");
  });

  it("wants the epoch at which b is largest, at the lesson's learning rate", () => {
    const run = runListing(0.01);
    expect(contour(lookAt(startState, run, 16))).not.toContain("overshoot");
    expect(contour(lookAt(startState, run, 17))).toContain("overshoot");
    const faster = runListing(0.02);
    expect(contour(lookAt(changeRate(startState, faster), faster, 17))).not.toContain("overshoot");
  });
});

describe("missions of the by-hand preset", () => {
  it("ticks by the loss of the sliders' line", () => {
    expect(byHand(startState)).toEqual([]);
    expect(byHand({ ...startState, w: 1.5, b: 1.5 })).toEqual(["below-one"]);
    expect(byHand({ ...startState, w: 2, b: 0.2 })).toEqual(["below-one", "below-twelve"]);
  });

  it("ticks least squares only when the button was pressed", () => {
    expect(byHand(solve(startState))).toContain("solved");
    expect(byHand({ ...solve(startState), solved: false })).not.toContain("solved");
  });
});

describe("state of the gradient lab", () => {
  it("never leaves the run's 100 updates", () => {
    expect(lookAt(startState, runListing(0.01), 1000).epoch).toBe(99);
    expect(lookAt(startState, runListing(0.01), -3).epoch).toBe(0);
  });

  it("publishes finite numbers even where the run leaves the range of doubles", () => {
    const run = { ...runListing(0.1), finalLoss: Infinity };
    expect(publishState("contour", startState, run).values.finalLoss).toBe(Number.MAX_VALUE);
  });

  it("brings a link back, and a broken one as the start", () => {
    const state = { ...startState, learningRate: 0.084, epoch: 17 };
    expect(readLink(writeLink("contour", state))).toEqual({ learningRate: 0.084, epoch: 17 });
    expect(readLink("#lr=1&epoch=x&preset=evil")).toEqual({});
    expect(presetOf("evil")).toBe("contour");
  });
});

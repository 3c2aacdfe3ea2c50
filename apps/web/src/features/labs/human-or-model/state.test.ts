import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import { contestSize, type Passage } from "./contest.ts";
import { sitExam } from "./leak.ts";
import {
  begin,
  judge,
  missionEnds,
  publishState,
  readLink,
  result,
  startState,
  writeLink,
  type ContestState,
} from "./state.ts";

const met = (state: ContestState) => metMissions(missionEnds, publishState(state));
const passages = Array.from({ length: contestSize }, (_, i): Passage => {
  return { opening: "", rest: "", by: i % 2 === 0 ? "us" : "model" };
});
/** A contest of which the first `correct` passages were judged rightly and the others wrongly. */
const judged = (correct: number, count = contestSize) =>
  passages.slice(0, count).reduce(
    (state, { by }, i) => {
      const wrong = by === "us" ? "model" : "us";
      return judge(state, i < correct ? by : wrong);
    },
    begin(startState, passages),
  );

describe("missions of the judging lab", () => {
  it("has none done at the start", () => expect(met(startState)).toEqual([]));

  it("wants all twenty judged", () => {
    expect(met(judged(12, 19))).toEqual([]);
    expect(met(judged(12))).toEqual(["twenty"]);
  });

  it.each([
    [12, true],
    [15, false],
    [5, false],
  ])("with %i right, 50%% is inside: %s; the page checks what the reader says", (correct, inside) => {
    const all = judged(correct);
    expect(met({ ...all, readerSays: inside })).toEqual(["twenty", "own-interval"]);
    expect(met({ ...all, readerSays: !inside })).toEqual(["twenty"]);
    expect(met({ ...judged(correct, 19), readerSays: inside })).toEqual([]);
  });

  it("wants a sentence leaked and the model retrained with it", () => {
    const leak = (chosen: number | null, leaked: number | null) => ({
      ...startState,
      leak: { chosen, trained: { leaked, exam: sitExam("zh", leaked) } },
    });
    expect(met({ ...startState, leak: { chosen: 2, trained: null } })).toEqual([]);
    expect(met(leak(2, null))).toEqual([]);
    expect(met(leak(2, 1))).toEqual([]);
    expect(met(leak(null, null))).toEqual([]);
    expect(met(leak(2, 2))).toEqual(["leak"]);
  });
});

describe("state of the judging lab", () => {
  it("gives Wilson's interval of 12 in 20, as the lesson prints it", () => {
    const score = result(judged(12));
    expect([score?.low.toFixed(3), score?.high.toFixed(3), score?.share]).toEqual(["0.387", "0.781", 0.6]);
  });

  it("takes no answer without a passage, nor after the last", () => {
    expect(judge(startState, "us")).toBe(startState);
    const all = judged(20);
    expect(judge(all, "us")).toBe(all);
  });

  it("brings a link back, and a broken one as the start", () => {
    expect(readLink(writeLink({ ...judged(3), seed: 77 }))).toEqual({ ...startState, seed: 77 });
    expect(readLink("#seed=-4")).toEqual(startState);
  });
});

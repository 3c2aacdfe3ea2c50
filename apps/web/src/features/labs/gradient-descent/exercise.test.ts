import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import { blanks, filledOf, noAnswers, solvedUpdates, verdictOf, type Answers, type BlankId } from "./exercise.ts";
import { runListing } from "./problem.ts";
import { missionEnds, publishState, readLink, startState, writeLink } from "./state.ts";

const met = (answers: Partial<Answers>) => {
  const state = { ...startState, ...answers };
  return metMissions(missionEnds["worked-faded-free"], publishState("worked-faded-free", state, runListing(0.01)));
};
const verdict = (id: BlankId, typed: number) => {
  const blank = blanks.find((candidate) => candidate.id === id);
  return blank && verdictOf(blank, typed);
};

describe("the blanks of the exercise", () => {
  it("have numpy's numbers", () => {
    expect(blanks.map(({ id, after }) => `${id} ${after.toFixed(6)}`)).toEqual([
      "wAfter0 0.454169",
      "wAfter1 0.800946",
      "bAfter1 0.219438",
      "wAfter2 1.065741",
      "bAfter2 0.291583",
    ]);
  });

  it("take what the sum gives from four places, or from the three of the lesson", () => {
    expect(verdict("wAfter1", 0.801)).toBe("right");
    expect(verdict("bAfter1", 0.2194)).toBe("right");
    expect(verdict("bAfter1", 0.22)).toBe("right"); // 0.125 + 0.09485
    expect(verdict("bAfter2", 0.291)).toBe("right"); // 0.219 + 0.07214
    expect(verdict("bAfter1", 0.221)).not.toBe("right");
  });

  it("know a step uphill, a missing learning rate, a bare step, and leave the rest unnamed", () => {
    expect(verdict("wAfter0", -0.454)).toBe("sign");
    expect(verdict("wAfter1", 0.1074)).toBe("sign");
    expect(verdict("wAfter0", 45.417)).toBe("rate");
    expect(verdict("wAfter2", 27.28)).toBe("rate");
    expect(verdict("wAfter1", 0.347)).toBe("step");
    expect(verdict("bAfter2", 0.072)).toBe("step");
    expect(verdict("wAfter1", 0.9)).toBe("off");
  });

  it("count updates from the first on, and only those that are whole", () => {
    expect(solvedUpdates(noAnswers)).toBe(0);
    expect(solvedUpdates({ ...noAnswers, wAfter1: 0.801, bAfter1: 0.219 })).toBe(0);
    expect(solvedUpdates({ ...noAnswers, wAfter0: 0.454, wAfter1: 0.801 })).toBe(1);
    expect(filledOf({ ...noAnswers, wAfter0: 0.454, wAfter1: 0.801 }, 1)).toEqual({ right: 1, all: 2 });
    expect(solvedUpdates({ wAfter0: 0.454, wAfter1: 0.801, bAfter1: 0.219, wAfter2: 1.066, bAfter2: 0.292 })).toBe(3);
  });
});

describe("missions of the worked-faded-free preset", () => {
  it("has none done at the start, and counts nothing on an empty blank", () => {
    expect(met({})).toEqual([]);
    expect(met({ wAfter1: 0.801 })).toEqual([]);
  });

  it("ticks each update by its own blanks", () => {
    expect(met({ wAfter0: 0.454 })).toEqual(["worked"]);
    expect(met({ wAfter1: 0.8009, bAfter1: 0.2194 })).toEqual(["faded"]);
    expect(met({ wAfter2: 1.066, bAfter2: 0.292 })).toEqual(["alone"]);
    expect(met({ wAfter0: -0.454, wAfter1: 0.347, bAfter1: 0.219, wAfter2: 1.066, bAfter2: 0.22 })).toEqual([]);
  });

  it("ticks wherever the field says right, so that the two never disagree", () => {
    for (const shift of [-0.001, 0, 0.001]) {
      const answers = Object.fromEntries(
        blanks.map(({ id, after }) => [id, Number((after + shift * 0.999).toFixed(6))]),
      );
      expect(blanks.every((blank) => verdictOf(blank, answers[blank.id] ?? NaN) === "right")).toBe(true);
      expect(met(answers)).toEqual(["worked", "faded", "alone"]);
    }
  });

  it("travels in the link, and a broken answer is left out", () => {
    const state = { ...startState, wAfter0: 0.454, wAfter1: -3.5 };
    expect(readLink(writeLink("worked-faded-free", state))).toEqual({
      preset: "worked-faded-free",
      wAfter0: 0.454,
      wAfter1: -3.5,
    });
    expect(readLink("#wAfter0=1e9&bAfter1=")).toEqual({});
  });
});

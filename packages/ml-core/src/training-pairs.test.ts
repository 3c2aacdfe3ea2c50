import { expect, it } from "vitest";
import { causalMask, firstChangedInput, trainingPairs } from "./training-pairs.ts";

const EARTH = ["I", "come", "from", "Earth", "."];

it("makes the lesson's five exercises, and a sixth in a packed stream", () => {
  const pairs = trainingPairs(EARTH, "<end>");
  expect(pairs.map(({ answer }) => answer)).toEqual(["come", "from", "Earth", ".", "<end>"]);
  expect(pairs[2]?.context).toEqual(["I", "come", "from"]);
  expect(trainingPairs(["<end>", ...EARTH], "<end>")).toHaveLength(6);
  expect(trainingPairs([], 0)).toEqual([]);
});

it("hides everything to the right", () => {
  expect(causalMask(3)).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});

it("finds the position after the first word the model wrote differently", () => {
  expect(firstChangedInput(EARTH, ["come", "from", "China", ".", "<end>"])).toBe(3);
  expect(firstChangedInput(EARTH, ["come", "from", "Earth", ".", "?"])).toBeNull();
});

import { expect, it } from "vitest";
import { score, validateResponse } from "../item.ts";
import { itemFrom, problemsOf } from "../testing/parse.ts";
import { rawMultiple } from "../testing/raw-items.ts";

// Right: a, b, d. Wrong: c, e. So a hit is worth 1/3 and a false alarm costs 1/2.
it.each([
  [["a"], 0.3333, "partly"],
  [["a", "b"], 0.6666, "partly"],
  [["a", "b", "d"], 1, "right"],
  [["a", "b", "c", "d"], 0.5, "partly"],
  [["a", "b", "c"], 0.1666, "partly"],
  [["a", "c"], 0, "wrong"],
  [["c", "e"], 0, "wrong"],
  [["a", "b", "c", "d", "e"], 0, "wrong"],
])("gives %j %d points: hits over right options, less false alarms over wrong ones", (choices, points, verdict) => {
  expect(score(itemFrom(rawMultiple), { choices })).toMatchObject({ points, verdict });
});

it("sorts the choices of a valid answer and refuses one named twice", () => {
  const { ask } = itemFrom(rawMultiple);
  expect(validateResponse(ask, { choices: ["d", "a"] })).toEqual({ status: "ok", response: { choices: ["a", "d"] } });
  expect(validateResponse(ask, { choices: ["a", "a"] })).toEqual({ status: "invalid", problem: "malformed" });
  expect(validateResponse(ask, { choices: ["a", "z"] })).toEqual({ status: "invalid", problem: "unknown-option" });
});

it.each([
  ["a right answer listed twice", ["a", "a"], '"a" is listed twice'],
  ["a right answer that is no option", ["a", "z"], 'there is no option "z"'],
  ["no right answer", [], "key.correct"],
])("refuses %s", (_what, correct, problem) => {
  expect(problemsOf({ ...rawMultiple, key: { ...rawMultiple.key, correct } }).join("\n")).toContain(problem);
});

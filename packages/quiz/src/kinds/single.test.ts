import { expect, it } from "vitest";
import { validateResponse } from "../item.ts";
import { itemFrom, problemsOf } from "../testing/parse.ts";
import { rawSingle } from "../testing/raw-items.ts";

const { ask, key } = rawSingle;

it.each([
  [
    "an option id used twice",
    { ask: { ...ask, options: [ask.options[0], ...ask.options] }, key },
    'id "a" is used twice',
  ],
  ["a right answer that is no option", { ask, key: { ...key, correct: "z" } }, 'key.correct: there is no option "z"'],
  ["a distractor that is no option", { ask, key: { ...key, distractors: { z: "slip-knob" } } }, 'no option "z"'],
  ["a distractor that is the right answer", { ask, key: { ...key, distractors: { b: "slip-knob" } } }, "right answer"],
])("refuses %s", (_what, parts, problem) => {
  expect(problemsOf({ ...rawSingle, ...parts }).join("\n")).toContain(problem);
});

it("takes one known option, and says what is wrong with anything else", () => {
  const item = itemFrom(rawSingle);
  expect(validateResponse(item.ask, { choice: "a" })).toEqual({ status: "ok", response: { choice: "a" } });
  expect(validateResponse(item.ask, { choice: "z" })).toEqual({ status: "invalid", problem: "unknown-option" });
  expect(validateResponse(item.ask, { choice: "toString" })).toEqual({ status: "invalid", problem: "unknown-option" });
  expect(validateResponse(item.ask, { choice: "a", note: "" })).toEqual({ status: "invalid", problem: "malformed" });
});

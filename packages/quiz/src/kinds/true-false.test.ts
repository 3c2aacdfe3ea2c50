import { expect, it } from "vitest";
import { score, validateResponse } from "../item.ts";
import { itemFrom, problemsOf } from "../testing/parse.ts";
import { rawTrueFalse } from "../testing/raw-items.ts";

it("takes a boolean and not the word for one", () => {
  const item = itemFrom(rawTrueFalse);
  expect(score(item, { value: false })).toMatchObject({ points: 1, verdict: "right" });
  expect(score(item, { value: true })).toMatchObject({ points: 0, verdict: "wrong" });
  expect(validateResponse(item.ask, { value: "false" })).toEqual({ status: "invalid", problem: "malformed" });
});

it("refuses a distractor on the right judgement", () => {
  const key = { ...rawTrueFalse.key, distractors: { false: "slip-knob" } };
  expect(problemsOf({ ...rawTrueFalse, key })).toEqual(['key.distractors.false: only "true" is a wrong answer here']);
});

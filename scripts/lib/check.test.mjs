import { expect, it } from "vitest";
import { chooseStages } from "./check.mjs";

const stages = [{ name: "lint" }, { name: "unit" }, { name: "e2e" }];

it("takes all stages, or those named, in their own order", () => {
  expect(chooseStages(stages, [])).toEqual(stages);
  expect(chooseStages(stages, ["--only", "unit,lint"])).toEqual([{ name: "lint" }, { name: "unit" }]);
  expect(chooseStages(stages, ["--only=e2e"])).toEqual([{ name: "e2e" }]);
});

it.each([["unknown"], ["unit,unknown"], [""]])("refuses --only %s and lists what there is", (names) => {
  expect(() => chooseStages(stages, ["--only", names])).toThrow("--only takes some of: lint, unit, e2e.");
});

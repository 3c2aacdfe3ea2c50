import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenOption, chosenOptions, chosenTruth, placedChips, typedText } from "./item-response.ts";

describe("readers of stored answers", () => {
  it("read back what was answered", () => {
    expect(chosenOption({ choice: "a" })).toBe("a");
    expect(chosenOptions({ choices: ["a", "b"] })).toEqual(["a", "b"]);
    expect(chosenTruth({ value: false })).toBe(false);
    expect(typedText({ text: "６５%" })).toBe("６５%");
    expect(placedChips({ chips: { a: 60, b: 0 } })).toEqual({ a: 60, b: 0 });
  });

  it("count an answer of another kind as none", () => {
    expect(chosenOption({ text: "a" })).toBeNull();
    expect(chosenTruth({ choice: "true" })).toBeNull();
    expect(typedText({ chips: {} })).toBe("");
  });

  it("never fail, whatever was stored", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        for (const read of [chosenOption, chosenOptions, chosenTruth, typedText, placedChips]) read(stored);
        const chips = Object.values(placedChips({ chips: stored }));
        expect(chips.every((count) => Number.isSafeInteger(count) && count >= 0)).toBe(true);
      }),
    );
  });
});

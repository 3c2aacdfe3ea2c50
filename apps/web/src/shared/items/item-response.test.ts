import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chosenOption,
  chosenOptions,
  chosenTruth,
  keptOrder,
  keptWords,
  moved,
  placedChips,
  typedText,
} from "./item-response.ts";

describe("readers of stored answers", () => {
  it("read back what was answered", () => {
    expect(chosenOption({ choice: "a" })).toBe("a");
    expect(chosenOptions({ choices: ["a", "b"] })).toEqual(["a", "b"]);
    expect(chosenTruth({ value: false })).toBe(false);
    expect(typedText({ text: "６５%" })).toBe("６５%");
    expect(placedChips({ chips: { a: 60, b: 0 } })).toEqual({ a: 60, b: 0 });
    expect(keptWords({ pairs: { a: "x", b: 1 } }, "pairs")).toEqual({ a: "x" });
    expect(keptOrder({ order: ["b", "a"] })).toEqual(["b", "a"]);
  });

  it("count an answer of another kind as none", () => {
    expect(chosenOption({ text: "a" })).toBeNull();
    expect(chosenTruth({ choice: "true" })).toBeNull();
    expect(typedText({ chips: {} })).toBe("");
  });

  it("never fail, whatever was stored", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        for (const read of [chosenOption, chosenOptions, chosenTruth, typedText, placedChips, keptOrder]) read(stored);
        keptWords({ pairs: stored }, "pairs");
        const chips = Object.values(placedChips({ chips: stored }));
        expect(chips.every((count) => Number.isSafeInteger(count) && count >= 0)).toBe(true);
      }),
    );
  });
});

describe("moved", () => {
  it("moves one line by one place, and not over either end", () => {
    expect(moved(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], "a", 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], "a", -1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b"], "z", 1)).toEqual(["a", "b"]);
  });
});

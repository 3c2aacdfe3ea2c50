import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPreTokens } from "./pre-tokens.ts";

describe("splitPreTokens", () => {
  it("keeps runs of Chinese together for gpt2 and sets each character apart for fewshot", () => {
    expect(splitPreTokens("我来 自China在", "gpt2")).toEqual(["我来", " 自China在"]);
    expect(splitPreTokens("我来 自China在 the 々〇", "fewshot")).toEqual(
      ["我", "来", " ", "自", "China", "在", " the", " ", "々", "〇"], // both signs are of the script Han
    );
  });

  it("splits contractions in lower case only", () => {
    expect(splitPreTokens("I'm I'M", "gpt2")).toEqual(["I", "'m", " I", "'", "M"]);
  });

  it("leaves the last space of a run to the word that follows", () => {
    expect(splitPreTokens("a   b  \n", "gpt2")).toEqual(["a", "  ", " b", "  \n"]);
  });

  it.each(["gpt2", "fewshot"] as const)("loses nothing of any text (%s)", (kind) => {
    const text = fc.string({ unit: fc.constantFrom(..."a'sZ 1½\t\n\u0085\u00a0\ufeff中々🌍!\u0301") });
    fc.assert(
      fc.property(text, (text) => {
        expect(splitPreTokens(text, kind).join("")).toBe(text);
      }),
    );
  });
});

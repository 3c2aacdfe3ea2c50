import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { choiceField, decodeFragment, encodeFragment, longestFragment, numberField, textField } from "./fragment.ts";

const fields = {
  p: textField(400),
  T: numberField({ min: 0.1, max: 3, decimals: 2 }),
  order: choiceField(["hf", "llama.cpp"] as const),
};

describe("fragment", () => {
  it("brings any state back as it was", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aZ 09&#=%+/?<>\"'\n我来“”…é🦊👩‍🚀"), maxLength: 40 });
    const order = fc.constantFrom("hf" as const, "llama.cpp" as const);
    fc.assert(
      fc.property(
        text.filter((value) => value.isWellFormed()),
        fc.integer({ min: 10, max: 300 }),
        order,
        (p, T, chosen) => {
          const state = { p, T: T / 100, order: chosen };
          expect(decodeFragment(encodeFragment(state, fields), fields)).toEqual(state);
        },
      ),
    );
  });

  it("leaves out what does not differ from the defaults", () => {
    expect(encodeFragment({ p: "a", T: 1, order: "hf" }, fields, { p: "a", T: 1, order: "hf" })).toBe("");
    expect(encodeFragment({ p: "a", T: 0.7, order: "hf" }, fields, { p: "a", T: 1, order: "hf" })).toBe("#T=0.7");
  });

  it("reads nothing out of garbage, and never throws on it", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."%#&=+pTorder019.-\u0000\ud800\ufffd𝒳") }), (hash) => {
        decodeFragment(`#${hash}`, fields);
      }),
    );
    for (const hash of [
      "#T=abc",
      "#T=",
      "#T=1e1",
      "#T=Infinity",
      "#T=99",
      "#T=-1",
      "#order=HF",
      "#order=__proto__",
      "#%",
      "#&&&=",
      "#p=%00",
    ]) {
      expect(decodeFragment(hash, fields)).toEqual({});
    }
  });

  it("keeps the good fields of a half broken link", () => {
    expect(decodeFragment("#T=9&order=llama.cpp&evil=1", fields)).toEqual({ order: "llama.cpp" });
  });

  it("ignores a fragment longer than a lab writes, and a text longer than its field", () => {
    expect(decodeFragment(`#T=2&p=${"a".repeat(longestFragment)}`, fields)).toEqual({});
    expect(decodeFragment(`#T=2&p=${"a".repeat(401)}`, fields)).toEqual({ T: 2 });
  });

  it("carries markup as the text it is", () => {
    const p = `<img src=x onerror="alert(1)">&T=3#`;
    expect(decodeFragment(encodeFragment({ p, T: 1, order: "hf" }, fields), fields).p).toBe(p);
  });
});

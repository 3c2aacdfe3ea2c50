import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchTerms } from "./search-terms.ts";

describe("searchTerms", () => {
  it.each([
    ["The KV cache of GPT-3", ["the", "kv", "cache", "of", "gpt", "3"]],
    ["上下文", ["上", "下", "文", "上下", "下文"]],
    ["用KV缓存！", ["用", "kv", "缓", "存", "缓存"]],
    ["45.4 % of 10,000.", ["45.4", "of", "10,000"]],
    ["the reader’s dog's don't", ["the", "reader", "dog", "don't"]],
    ["ＧＰＴ２", ["gpt2"]],
    ["10⁹ Étude", ["10⁹", "étude"]],
    ["𠮷野", ["𠮷", "野", "𠮷野"]],
    ["—。 …", []],
  ])("cuts %s", (text, terms) => {
    expect(searchTerms(text)).toEqual(terms);
  });

  it("does not depend on how an accent is encoded", () => {
    expect(searchTerms("e\u0301tude")).toEqual(searchTerms("étude"));
  });

  it("gives 2n - 1 terms for n Han characters, all parts of the text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{1,20}$/), (text) => {
        const terms = searchTerms(text);
        expect(terms).toHaveLength(2 * text.length - 1);
        for (const term of terms) expect(text).toContain(term);
      }),
    );
  });
});

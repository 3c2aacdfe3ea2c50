import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPassages } from "./passages.ts";

describe("splitPassages", () => {
  it("packs whole sentences and stops at a blank line", () => {
    const texts = (text: string, max: number) => splitPassages(text, max).map((passage) => passage.text);
    expect(texts("One is 1.5. Two! Three.\n\nFour.", 17)).toEqual(["One is 1.5. Two!", "Three.", "Four."]);
    expect(texts("一句。“两句！”三句？", 5)).toEqual(["一句。", "“两句！”", "三句？"]);
    expect(texts("abcdef", 4)).toEqual(["abcd", "ef"]);
  });

  it("keeps every visible character once, in order, within the length", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "。", ".", " ", "\n", "𠮷", "!", "文"), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (source, max) => {
        const passages = splitPassages(source, max);
        expect(passages.map((passage) => passage.text.replace(/\s/g, "")).join("")).toBe(source.replace(/\s/g, ""));
        for (const passage of passages) {
          expect(source.slice(passage.start, passage.end)).toBe(passage.text);
          expect(passage.text.length).toBeLessThanOrEqual(max);
          expect(passage.text).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  it("rejects a length that holds no character", () => {
    expect(() => splitPassages("a", 1)).toThrow(RangeError);
  });
});

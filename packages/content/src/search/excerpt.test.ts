import { describe, expect, it } from "vitest";
import { excerpt, markTerms, type MarkedText } from "./excerpt.ts";

const show = (marked: MarkedText) => marked.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");

describe("markTerms", () => {
  it("marks whole words and neighbours in Chinese as one, and keeps every character", () => {
    expect(show(markTerms("Tokens, and a tokenizer", new Set(["token"])))).toBe("[Tokens], and a tokenizer");
    expect(show(markTerms("靠上下文学习。", new Set(["上下", "下文", "学习"])))).toBe("靠[上下文学习]。");
    expect(show(markTerms("nothing", new Set(["token"])))).toBe("nothing");
  });
});

describe("excerpt", () => {
  const passage = `${"word ".repeat(40)}gradient ${"word ".repeat(40)}gradient step ${"word ".repeat(40)}`;

  it("is the stretch with the most different hits, cut at words", () => {
    const text = show(excerpt(passage, new Set(["gradient", "step"]), 60));
    expect(text).toMatch(/^…(word )+\[gradient\] \[step\]( word)+…$/);
    expect(text.length).toBeLessThan(70);
  });

  it("is the whole passage where that is short, and its beginning where nothing was found", () => {
    expect(show(excerpt("A short one.", new Set(["one"]), 60))).toBe("A short [one].");
    expect(show(excerpt(passage, new Set(["absent"]), 14))).toBe("word word word…");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryTerms, tokensIn } from "./tokens.ts";

const termsOf = (text: string) => tokensIn(text).map(({ term }) => term);

describe("the terms of a text", () => {
  it("are words in small letters, numbers as they stand, and no marks", () => {
    expect(termsOf("Few-shot, GPT-3: 1.5 × ＧＰＵ!")).toEqual(["few", "shot", "gpt", "3", "1.5", "gpu"]);
  });

  it("take a plural for its singular, and leave words that only look like one", () => {
    expect(termsOf("tokens weights loss is")).toEqual(["token", "weight", "loss", "is"]);
  });

  it("are, for Chinese, each character and each two neighbours, and never reach across a mark", () => {
    expect(termsOf("梯度，好")).toEqual(["梯", "梯度", "度", "好"]);
  });

  it("stand where they say, whatever the text", () => {
    const text = fc.stringMatching(/^[ab梯度𠮷ｓ ，.0-9]{0,20}$/u);
    fc.assert(
      fc.property(text, (value) => {
        for (const { term, start, end } of tokensIn(value)) {
          const piece = value.slice(start, end);
          expect(piece).not.toMatch(/\p{Surrogate}/u);
          expect(termsOf(piece)).toContain(term);
        }
      }),
    );
  });
});

describe("the terms of a query", () => {
  it("are the words of Chinese without the joints between them, which are a bonus", () => {
    expect(queryTerms("权重冻结")).toEqual({ required: ["权重", "冻结"], bonus: ["重冻"] });
  });

  it("join a single character to its neighbour: alone it is in every sentence", () => {
    expect(queryTerms("少样本").required).toEqual(["少样", "样本"]);
    expect(queryTerms("熵").required).toEqual(["熵"]);
  });

  it("leave out words that only ask, unless there are no others", () => {
    expect(queryTerms("How much energy does it use?").required).toEqual(["energy", "use"]);
    expect(queryTerms("温度是什么").required).not.toContain("什么");
    expect(queryTerms("what is it").required).toEqual(["what", "is", "it"]);
  });

  it("are none where nothing can be looked up", () => {
    for (const query of ["", "   ", "?!…“”", "🙂", "\u0000\u200B", "<>"])
      expect(queryTerms(query).required).toEqual([]);
  });
});

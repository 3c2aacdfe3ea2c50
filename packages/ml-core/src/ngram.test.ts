import { describe, expect, it } from "vitest";
import { logLossBits, perplexity } from "./log-loss.ts";
import { trainNgram } from "./ngram.ts";

const TEXTS = [
  ["a", "b"],
  ["a", "c"],
  ["a", "b"],
];

describe("trainNgram", () => {
  it("counts by hand: V = 5 (a, b, c, end, unknown)", () => {
    const unigram = trainNgram(TEXTS, { order: 1, k: 1 });
    expect(unigram.probability(["c"], "a")).toBe((3 + 1) / (9 + 5));
    const bigram = trainNgram(TEXTS, { order: 2, k: 1 });
    expect(bigram.probability(["x", "a"], "b")).toBe((2 + 1) / (3 + 5));
    expect(bigram.probability([], "a")).toBe((3 + 1) / (3 + 5));
    const trigram = trainNgram(TEXTS, { order: 3, k: 0.5 });
    expect(trigram.probability(["a", "b"], "c")).toBe(0.5 / (2 + 2.5));
    expect(bigram.textBits(["a", "b"]).map((bits) => 2 ** -bits)).toEqual([
      expect.closeTo(4 / 8, 12),
      expect.closeTo(3 / 8, 12),
      expect.closeTo(3 / 7, 12),
    ]);
  });

  it("gains on a leaked text and hardly on another", () => {
    const [leaked, other] = [
      ["d", "e", "f"],
      ["a", "c"],
    ];
    const options = { order: 3, k: 0.01, vocabulary: "abcdef" } as const;
    const [before, after] = [trainNgram(TEXTS, options), trainNgram([...TEXTS, leaked], options)];
    expect(perplexity(after.textBits(leaked))).toBeLessThan(perplexity(before.textBits(leaked)) / 2);
    expect(perplexity(after.textBits(other))).toBeGreaterThanOrEqual(perplexity(before.textBits(other)));
  });

  it("rejects k = 0, under which an unseen context has no distribution", () => {
    expect(() => trainNgram(TEXTS, { order: 2, k: 0 })).toThrow(RangeError);
  });
});

describe("logLossBits", () => {
  it("costs 1, 2 and the cap", () => {
    expect([logLossBits(0.5), logLossBits(0.25), logLossBits(0, 10), logLossBits(1)]).toEqual([1, 2, 10, 0]);
    expect(perplexity([1, 3])).toBe(4);
    expect(() => logLossBits(1.1)).toThrow(RangeError);
  });
});

import { describe, expect, it } from "vitest";
import { corpusOf, gains, sitExam, testOf } from "./leak.ts";

describe.each(["zh", "en"] as const)("the leak in %s", (locale) => {
  it("starts with no test sentence in the corpus", () => {
    const corpus = new Set(corpusOf(locale));
    expect(testOf(locale).filter((sentence) => corpus.has(sentence))).toEqual([]);
  });

  it("changes nothing if nothing leaks", () => {
    for (const { before, after } of sitExam(locale, null)) expect(after).toBe(before);
  });

  it.each([0, 1, 2, 3, 4])(
    "helps sentence %i by more than a bit a word, and no other by a hundredth of that",
    (leaked) => {
      const { leaked: gain, others } = gains(sitExam(locale, leaked), leaked);
      expect(gain).toBeGreaterThan(1);
      expect(Math.abs(others)).toBeLessThanOrEqual(0.01 * gain);
    },
  );
});

it("takes the largest change among the others, whichever its sign", () => {
  const exam = [
    { text: "a", before: 3, after: 1 },
    { text: "b", before: 3, after: 3.2 },
    { text: "c", before: 3, after: 2.9 },
  ];
  expect(gains(exam, 0).leaked).toBe(2);
  expect(gains(exam, 0).others).toBeCloseTo(-0.2, 12);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedback, instantiate, publicView, score, validateResponse } from "../item.ts";
import { itemFrom, problemsOf } from "../testing/parse.ts";
import { rawNumeric, rawSeeded } from "../testing/raw-items.ts";

const decimal = (key: object) =>
  itemFrom({ ...rawNumeric, ask: { zh: "多少？", en: "How much?" }, key: { ...rawNumeric.key, ...key } });

/** The seeded item with p = 10 and n = 10, from the first seed that draws them. */
const tenInTen = () => {
  const items = Array.from({ length: 500 }, (_, seed) => instantiate(itemFrom(rawSeeded), String(seed)));
  const item = items.find(({ ask }) => ask.en.startsWith("At 10%, in 10 draws"));
  if (!item) throw new Error("no seed draws p = 10 and n = 10");
  return item;
};

describe("numeric", () => {
  it("takes what lies within the tolerance, its edges included", () => {
    const item = decimal({ value: 0.3, tolerance: 0.1, distractors: {} });
    expect(["0.2", "0.3", "0.4", "0.19", "0.41"].map((text) => score(item, { text }).points)).toEqual([1, 1, 1, 0, 0]);
  });

  it("reads 65.1 and 65.1% as one answer where percent are asked for, and 65% as 0.65 elsewhere", () => {
    expect(["65.1", "65.1%", "６５.１％", "0.651"].map((text) => score(tenInTen(), { text }).points)).toEqual([
      1, 1, 1, 0,
    ]);
    const share = decimal({ value: 0.65, tolerance: 0, distractors: {} });
    expect(["0.65", "65%", "65"].map((text) => score(share, { text }).points)).toEqual([1, 1, 0]);
  });

  it("says what is wrong with an answer that is no whole number, no number, or two numbers at once", () => {
    const { ask } = itemFrom(rawNumeric);
    expect(validateResponse(ask, { text: "4.5" })).toEqual({ status: "invalid", problem: "not-an-integer" });
    expect(validateResponse(ask, { text: "four" })).toEqual({ status: "invalid", problem: "not-a-number" });
    expect(validateResponse(ask, { text: "1.234,5" })).toEqual({ status: "invalid", problem: "ambiguous-number" });
    expect(validateResponse(ask, { text: "1e999" })).toEqual({ status: "invalid", problem: "number-too-large" });
    expect(validateResponse(ask, { text: "5.0" })).toEqual({ status: "ok", response: { text: "5.0" } });
  });

  it("draws the same variables for the same seed, in the words and in the answer", () => {
    const item = tenInTen();
    expect(item.ask.zh).toBe("概率 10%，抽 10 次，至少一次是百分之几？");
    expect(item.key.kind === "numeric" && item.key.value).toBeCloseTo(65.13215599, 8); // 100 (1 - .9^10)
    // 100 is both "certain" and p * n here: the plain number goes before the formula.
    expect(feedback(item, { text: "100" }, "released", "en").misconception).toBe("expected-means-certain");
    expect(feedback(item, { text: "10" }, "released", "en").misconception).toBe("draws-combine-wrongly");
    expect(feedback(item, { text: "50" }, "released", "en").misconception).toBeUndefined();
  });

  it("draws every combination of its variables over many seeds", () => {
    const { ask } = itemFrom(rawSeeded);
    const prompts = Array.from({ length: 600 }, (_, seed) => publicView(ask, `a${seed}`, "en").prompt);
    expect(new Set(prompts).size).toBe(20);
  });

  it("is an ordinary item once drawn: it parses, and drawing again changes nothing", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (seed, other) => {
        const drawn = instantiate(itemFrom(rawSeeded), seed);
        expect(itemFrom(drawn)).toEqual(drawn);
        expect(instantiate(drawn, other)).toEqual(drawn);
        expect(JSON.stringify(drawn)).not.toContain("{{");
      }),
    );
  });

  it("refuses to score what was not drawn, rather than score it wrongly", () => {
    expect(() => score(itemFrom(rawSeeded), { text: "5" })).toThrow("call instantiate");
  });

  it("prefers the nearest of two wrong values, and gives no tag to a right one", () => {
    const item = decimal({
      value: 10,
      tolerance: 2,
      distractors: { "14": "slip-linear", "16": "slip-units", "11": "slip-knob" },
    });
    const tagFor = (text: string) => feedback(item, { text }, "released", "en").misconception;
    expect(["14.9", "15.2", "12", "12.5"].map(tagFor)).toEqual(["slip-linear", "slip-units", undefined, "slip-linear"]);
  });

  const { ask, key } = rawSeeded;
  it.each([
    ["a formula that does not parse", { ask, key: { ...key, formula: "p *" } }, "key.formula: something is missing"],
    ["a variable that is not drawn", { ask, key: { ...key, formula: "p * n * k" } }, '"k" is not in vars'],
    ["a formula that divides by zero", { ask, key: { ...key, formula: "1 / (p - 5)" } }, 'not a number for {"p":5'],
    [
      "a wrong formula that does not parse",
      { ask, key: { ...key, distractors: { "p *": "slip-knob" } } },
      "something is missing",
    ],
    ["both a value and a formula", { ask, key: { ...key, value: 3 } }, "either a value or a formula"],
    ["neither a value nor a formula", { ask, key: { ...key, formula: undefined } }, "either a value or a formula"],
    ["a mark without a variable", { ask: { ...ask, en: `${ask.en} {{q}}` }, key }, "ask.en: {{q}} is not in vars"],
    ["a variable one language hides", { ask: { ...ask, zh: "{{p}}" }, key }, "ask.zh: never shows {{n}}"],
    ["a whole number asked for, a fraction expected", { ask: { ...ask, input: "integer" }, key }, "whole number"],
    ["a negative tolerance", { ask, key: { ...key, tolerance: -1 } }, "key.tolerance"],
  ])("refuses %s", (_what, parts, problem) => {
    expect(problemsOf({ ...rawSeeded, ...parts }).join("\n")).toContain(problem);
  });

  it("refuses variables with more combinations than can be checked", () => {
    const choose = Array.from({ length: 50 }, (_, i) => i + 1);
    const vars = { p: { choose }, n: { choose }, m: { choose } };
    const many = { ...ask, vars, zh: "{{p}}{{n}}{{m}}", en: "{{p}}{{n}}{{m}}" };
    expect(problemsOf({ ...rawSeeded, ask: many })).toEqual(["ask.vars: more than 10000 different draws"]);
  });
});

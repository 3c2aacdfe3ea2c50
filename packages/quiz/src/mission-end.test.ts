import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateEnd, parseEnd, valuesRead, type LabState } from "./mission-end.ts";

const holds = (text: string, values: LabState["values"] = {}, seen: LabState["seen"] = []) => {
  const parsed = parseEnd(text);
  return parsed.ok ? evaluateEnd(parsed.value, { values, seen }) : parsed.error;
};

describe("the ends of the first lesson", () => {
  it("is done after five steps, or when the sentence ended by itself", () => {
    const end = "generated >= 5 || ended";
    expect(holds(end, { generated: 5, ended: false })).toBe(true);
    expect(holds(end, { generated: 2, ended: true })).toBe(true);
    expect(holds(end, { generated: 4, ended: false })).toBe(false);
    expect(holds(end, { ended: true })).toBe(true);
  });

  it("looks up a call under its text, whatever its spacing", () => {
    const values = { "distinct(firstToken over seeds)": 2, seeds: 3 };
    expect(holds("distinct(firstToken over seeds) >= 2 && seeds >= 3", values)).toBe(true);
    expect(holds("distinct(  firstToken   over seeds ) >= 2 && seeds >= 3", values)).toBe(true);
    expect(holds("distinct(firstToken over seeds) >= 3", values)).toBe(false);
  });

  it("reckons the distance between a frequency and a probability", () => {
    const end = "samples >= 1000 && abs(frequency(top) - probability(top)) <= 0.05";
    const values = { samples: 1000, "frequency(top)": 0.56, "probability(top)": 0.6 };
    expect(holds(end, values)).toBe(true);
    expect(holds(end, { ...values, "frequency(top)": 0.54 })).toBe(false);
    expect(holds(end, { ...values, samples: 999 })).toBe(false);
  });

  it("needs one record that has all the fields of seen", () => {
    const end = "seen(order=hf, T=2, p=0.8, kept=6) && seen(order=llama.cpp, T=2, p=0.8, kept=4)";
    const hf = { order: "hf", T: 2, p: 0.8, kept: 6 };
    const llama = { order: "llama.cpp", T: 2, p: 0.8, kept: 4 };
    expect(holds(end, {}, [hf, llama])).toBe(true);
    expect(holds(end, {}, [hf, { ...llama, kept: 6 }])).toBe(false);
    expect(holds(end, {}, [hf])).toBe(false);
    expect(holds("seen(order=hf, kept=4)", {}, [hf, llama])).toBe(false);
    expect(holds("seen(p=0.8)", {}, [{ p: 0.1 + 0.7 }])).toBe(true); // 0.7999999999999999
  });
});

describe("evaluateEnd", () => {
  it.each([
    ["a || b && c", { a: true, b: false, c: false }, true],
    ["(a || b) && c", { a: true, b: false, c: false }, false],
    ["!a && !(b && c)", { a: false, b: true, c: false }, true],
    ["1 + 2 * 3 == 7", {}, true],
    ["x != 2", { x: 3 }, true],
    ["-x <= 2 - 4", { x: 2 }, true],
    ['order == "llama.cpp"', { order: "llama.cpp" }, true],
    ["x == 0.8", { x: 0.1 + 0.7 }, true],
    ["isFrozen == true", { isFrozen: true }, true],
  ])("%s holds with %j: %s", (text, values, expected) => {
    expect(holds(text, values as unknown as LabState["values"])).toBe(expected);
  });

  it("completes nothing on what is unknown or of the wrong type, not even by negation", () => {
    const hopeless = [
      "x > 1",
      "!x",
      "x == 1",
      "x != 1",
      "!(x > 1)",
      "!(x == 1)",
      "x || false",
      'x == "a"',
      "x + 1 != 5",
    ];
    for (const text of hopeless) expect(holds(text)).toBe(false);
    expect(holds("x != 1", { x: "1" })).toBe(false);
    expect(holds("!x", { x: 0 })).toBe(false);
    expect(holds("x", { x: 1 })).toBe(false);
    expect(holds("1 / x != 3", { x: 0 })).toBe(false);
    expect(holds("toString != 3")).toBe(false);
  });
});

describe("parseEnd", () => {
  it.each([
    ["generated >= ", 13, "something is missing"],
    ["generated => 5", 10, '"=" has no meaning'],
    ["generated = 5", 10, '"=" has no meaning'],
    ["1 < x < 3", 6, "cannot be chained"],
    ["probability(top >= 0.9", 11, "never closed"],
    ["abs(x >= 1", 3, "never closed"],
    ["a b", 2, "an operator"],
    ["seen(order)", 0, "seen(…) takes fields"],
    ["seen(order=hf, kept)", 0, "seen(…) takes fields"],
    ["a && seen()", 5, "seen(…) takes fields"],
    ["generated + 1", 10, "an end state is"],
    ["abs(x)", 0, "an end state is"],
    ["5", 0, "an end state is"],
    ["", 0, "something is missing"],
  ])("refuses %j at offset %d", (text, at, what) => {
    expect(holds(text)).toMatchObject({ at, what: expect.stringContaining(what) as string });
  });

  it("keeps the arguments of a call as text, nested parentheses and all", () => {
    const parsed = parseEnd("measured(size=largest, K=[0,1], n>=100) && selected(f(a)) && on && on");
    expect(parsed.ok && valuesRead(parsed.value)).toEqual([
      "measured(size=largest, K=[0, 1], n>=100)",
      "selected(f(a))",
      "on",
    ]);
  });

  it("never throws, and what it parsed evaluates to true or false in any state", () => {
    const piece = fc.constantFrom(
      "a",
      "seen(a=1)",
      "f(x y)",
      "abs(",
      ")",
      "(",
      "&&",
      "||",
      "!",
      "<=",
      "==",
      "1",
      '"s"',
      "-",
      "**",
    );
    const scalar = fc.oneof(fc.double(), fc.boolean(), fc.string());
    const state = fc.record({
      values: fc.dictionary(fc.constantFrom("a", "f(x y)"), scalar),
      seen: fc.array(fc.dictionary(fc.constant("a"), scalar)),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join(" ")),
        ),
        state,
        (text, lab) => {
          const parsed = parseEnd(text);
          if (parsed.ok) expect(typeof evaluateEnd(parsed.value, lab)).toBe("boolean");
          else expect(parsed.error.at).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateFormula, parseFormula, variablesOf } from "./formula.ts";

const value = (text: string, variables: Record<string, number> = {}) => {
  const parsed = parseFormula(text);
  return parsed.ok ? evaluateFormula(parsed.value, variables) : parsed.error;
};

describe("formula", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["8 - 3 - 2", 3],
    ["8 / 4 / 2", 1],
    ["2 ** 3 ** 2", 512],
    ["-2 ** 2", -4],
    ["2 ** -1", 0.5],
    ["1.5e3 + .5", 1500.5],
    ["ln(exp(2)) + sqrt(9) - abs(-1)", 4],
    ["100 * (1 - (1 - p / 100) ** n)", 100 * (1 - 0.9 ** 10)],
  ])("%s is %d", (text, expected) => {
    expect(value(text, { p: 10, n: 10 })).toBeCloseTo(expected, 12);
  });

  it("agrees with JavaScript on any arithmetic", () => {
    const { tree } = fc.letrec<{ tree: [string, number] }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.nat(20).map((n): [string, number] => [String(n), n]),
        fc
          .tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/"), tie("tree"))
          .map(([[a, x], operator, [b, y]]): [string, number] => {
            const results = { "+": x + y, "-": x - y, "*": x * y, "/": x / y };
            // A division by zero anywhere makes the whole unknown, even where IEEE would carry on to 0.
            return [`(${a} ${operator} ${b})`, Number.isFinite(results[operator]) ? results[operator] : NaN];
          }),
      ),
    }));
    fc.assert(
      fc.property(tree, ([text, expected]) => {
        fc.pre(text.length <= 500);
        expect(value(text)).toBe(expected);
      }),
    );
  });

  it.each([
    ["1 +", 3, "something is missing"],
    ["(1 + 2", 0, "never closed"],
    ["1 2", 2, "an operator"],
    ["p < 1", 2, "not arithmetic"],
    ["!p", 0, "not arithmetic"],
    ['"p"', 0, "not arithmetic"],
    ["alert(1)", 0, 'there is no function "alert"'],
    ["p; 1", 1, '";" has no meaning'],
    ["p[0]", 1, '"[" has no meaning'],
  ])("refuses %j at offset %d", (text, at, what) => {
    expect(value(text)).toMatchObject({ at, what: expect.stringContaining(what) as string });
  });

  it("is not a number when a variable is missing, even one that every object has", () => {
    expect(value("p + 1")).toBeNaN();
    expect(value("toString + 1")).toBeNaN();
    expect(value("1 / 0")).toBeNaN();
  });

  it("names each variable once", () => {
    const parsed = parseFormula("p * n + ln(p)");
    expect(parsed.ok && variablesOf(parsed.value)).toEqual(["p", "n"]);
  });

  it("refuses nesting and lengths that could exhaust the stack", () => {
    expect(value("(".repeat(60) + "1" + ")".repeat(60))).toMatchObject({ what: "nested more than 40 deep" });
    expect(value("-".repeat(400) + "1")).toMatchObject({ what: "nested more than 40 deep" });
    expect(value("1+".repeat(300) + "1")).toMatchObject({ what: "longer than 500 characters" });
  });

  it("never throws", () => {
    const symbols = fc.stringMatching(/^[-+*/()0-9a-z.!&|<>=", ]{0,40}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), symbols), (text) => void value(text)),
      { numRuns: 2000 },
    );
  });
});

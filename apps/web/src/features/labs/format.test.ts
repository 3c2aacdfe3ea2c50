import { describe, expect, it } from "vitest";
import { count, decimal, mebibytes, percent, probability } from "./format.ts";

describe("format", () => {
  it("does not print a share that exists as nothing", () => {
    expect([percent(0.638), percent(0), percent(0.0000004, 2), percent(0.00006, 2)]).toEqual([
      "63.8%",
      "0.0%",
      "<0.01%",
      "0.01%",
    ]);
    expect([percent(1), percent(0.9996), percent(0.9994)]).toEqual(["100.0%", ">99.9%", "99.9%"]);
  });

  it("keeps two digits of a probability too small for three places", () => {
    expect([0.6137, 0.0000005137, 0].map(probability)).toEqual(["0.614", "5.1 × 10⁻⁷", "0.000"]);
  });

  it("rounds nothing away, in either language", () => {
    expect([count(0.0004, "zh"), count(0.0004, "en"), count(1287.25, "en")]).toEqual(["0.0004", "0.0004", "1,287.25"]);
  });

  it("groups thousands as each language does", () => {
    expect([count(1000, "zh"), count(1000, "en"), count(50257, "zh"), count(50257, "en")]).toEqual([
      "1000",
      "1,000",
      "50,257",
      "50,257",
    ]);
  });

  it("writes large numbers and minus signs as a book does", () => {
    expect([decimal(-45.416921, 4), decimal(5.93e28, 4), decimal(-Infinity, 2), decimal(NaN, 2)]).toEqual([
      "−45.4169",
      "5.93 × 10²⁸",
      "−∞",
      "–",
    ]);
    expect(mebibytes(1.5 * 2 ** 20)).toBe("1.5");
  });
});

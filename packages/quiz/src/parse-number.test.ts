import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumber } from "./parse-number.ts";

const read = (text: string) => {
  const parsed = parseNumber(text);
  return parsed.ok ? parsed.value.value : parsed.error;
};

describe("parseNumber", () => {
  it.each([
    ["5", 5],
    [" 5 ", 5],
    ["５", 5],
    ["-5", -5],
    ["−5", -5],
    ["－５", -5],
    ["+5", 5],
    [".5", 0.5],
    ["5.", 5],
    ["０．５", 0.5],
    ["1,234", 1234],
    ["１，２３４", 1234],
    ["124,439,808", 124439808],
    ["1,234.5", 1234.5],
    ["1.234", 1.234],
    ["007", 7],
    ["3e8", 3e8],
    ["3E-2", 0.03],
    ["3.14×10^2", 314],
    ["3.14 × 10²", 314],
    ["3*10^−2", 0.03],
    ["1×10⁻³", 0.001],
    ["65.1%", 65.1],
    ["65.1 ％", 65.1],
    ["-0", 0],
  ])("reads %j as %d", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(["1.234,5", "12,5", "0,123", "1,23,456", "1234,567", ",5", "1,2345"])(
    "refuses to guess what %j means",
    (text) => {
      expect(read(text)).toBe("ambiguous-number");
    },
  );

  it.each(["", " ", ".", "-", "%", "five", "5 6", "1/3", "0x10", "Infinity", "NaN", "1e", "--5", "5%%", "1.2.3", "五"])(
    "finds no number in %j",
    (text) => {
      expect(read(text)).toBe("not-a-number");
    },
  );

  it("says that a number is too large rather than calling it infinite", () => {
    expect(read("1e999")).toBe("number-too-large");
  });

  it("reports whether a percent sign was written", () => {
    expect(parseNumber("65%")).toEqual({ ok: true, value: { value: 65, percent: true } });
    expect(parseNumber("65")).toEqual({ ok: true, value: { value: 65, percent: false } });
  });

  it("reads back every number that is written out, in half and in full width", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = String(number);
        const wide = text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
        expect(read(text)).toBe(number + 0);
        expect(read(wide)).toBe(number + 0);
      }),
    );
  });

  it("reads commas between groups of three as nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (number) => {
        expect(read(number.toLocaleString("en-US"))).toBe(number + 0);
      }),
    );
  });

  it("never throws, and what it reads is finite", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseNumber(text);
        expect(!parsed.ok || Number.isFinite(parsed.value.value)).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { drawJoinCode, normalizeJoinCode } from "./join-code.ts";

describe("drawJoinCode", () => {
  it("draws eight symbols out of all 32 and none that could be confused", () => {
    const codes = Array.from({ length: 2000 }, drawJoinCode);
    expect(codes.every((code) => /^[A-HJ-NP-Z2-9]{8}$/.test(code))).toBe(true);
    expect(new Set(codes.join("")).size).toBe(32);
    expect(new Set(codes).size).toBe(2000);
  });
});

describe("normalizeJoinCode", () => {
  it.each([" abcd-efgh ", "ABCD EFGH", "ａｂｃｄｅｆｇｈ"])("reads %s as ABCDEFGH", (typed) => {
    expect(normalizeJoinCode(typed)).toBe("ABCDEFGH");
  });
});

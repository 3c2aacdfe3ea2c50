import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path.ts";

describe("nextPath", () => {
  it.each(["/zh", "/en/quiz/predict-next-token", "/zh/classes/018f-1?tab=roster"])("follows %s", (path) => {
    expect(nextPath(path)).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/zh//evil.example",
    "/zh/..//evil.example",
    "javascript:alert(1)",
    "/fr/course",
    "",
  ])("does not follow %s", (path) => {
    expect(nextPath(path)).toBeNull();
  });

  it("goes nowhere when there is no path, or several", () => {
    expect(nextPath(undefined)).toBeNull();
    expect(nextPath(["/zh", "/en"])).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { lessonState, mergeProgress } from "./progress-step.ts";

describe("lessonState", () => {
  it("is done only when the end was reached", () => {
    expect(lessonState([])).toBe("open");
    expect(lessonState(["mission:0/walk", "check:a/b/c"])).toBe("begun");
    expect(lessonState(["mission:0/walk", "read"])).toBe("done");
  });
});

describe("mergeProgress", () => {
  it("has every step of both records once", () => {
    const merged = mergeProgress({ a: ["read"], b: ["read"] }, { a: ["read", "mission:0/x"], c: ["read"] });
    expect(merged).toEqual({ a: ["read", "mission:0/x"], b: ["read"], c: ["read"] });
  });
});

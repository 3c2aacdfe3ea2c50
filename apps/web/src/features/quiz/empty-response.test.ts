import { describe, expect, it } from "vitest";
import { emptyResponse, isEmptyResponse } from "./empty-response.ts";

const kinds = ["single", "multiple", "true-false", "numeric", "distribution", "match", "order", "cloze"] as const;

describe("isEmptyResponse", () => {
  it.each(kinds)("counts an answer to a %s question that was taken back as none", (kind) => {
    expect(isEmptyResponse(kind, emptyResponse(kind))).toBe(true);
    expect(isEmptyResponse(kind, null)).toBe(true);
  });

  it.each([
    ["single", { choice: "a" }],
    ["multiple", { choices: ["a"] }],
    ["true-false", { value: false }],
    ["numeric", { text: "0" }],
    ["distribution", { chips: { a: 0, b: 1 } }],
    ["match", { pairs: { a: "x" } }],
    ["order", { order: ["b", "a"] }],
    ["cloze", { blanks: { a: "x" } }],
  ] as const)("counts the least answer to a %s question", (kind, response) => {
    expect(isEmptyResponse(kind, response)).toBe(false);
  });

  it("does not take spaces or empty hands for answers", () => {
    expect(isEmptyResponse("numeric", { text: " \u3000" })).toBe(true);
    expect(isEmptyResponse("distribution", { chips: { a: 0 } })).toBe(true);
    expect(isEmptyResponse("cloze", { blanks: { a: " " } })).toBe(true);
  });
});

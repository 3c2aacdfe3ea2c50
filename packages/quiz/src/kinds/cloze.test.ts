import { describe, expect, it } from "vitest";
import { feedback, publicView, score, validateResponse } from "../item.ts";
import { itemFrom, problemsOf } from "../testing/parse.ts";
import { rawCloze } from "../testing/raw-items.ts";

const item = itemFrom(rawCloze);
const changed = (part: "ask" | "key", fields: object) => ({ ...rawCloze, [part]: { ...rawCloze[part], ...fields } });

describe("cloze", () => {
  it.each([
    [{ what: "b", share: "45.4%" }, 1],
    [{ what: "b", share: "４０" }, 1],
    [{ what: "b", share: "30" }, 0.5],
    [{ share: "53.4" }, 0.5],
    [{ what: "a", share: "53.5" }, 0],
  ])("gives the blanks %j %d points", (blanks, points) => {
    expect(score(item, { blanks }).points).toBe(points);
  });

  it("numbers the blanks in the author's order, wherever a language puts them", () => {
    expect(publicView(item.ask, "1", "zh").prompt).toBe("先①____，再答对 ②____。");
    expect(publicView(item.ask, "1", "en").prompt).toBe("It gets ②____ right after ①____.");
  });

  it("says which blank cannot be read as a number", () => {
    expect(validateResponse(item.ask, { blanks: { share: "many" } })).toEqual({
      status: "invalid",
      problem: "not-a-number",
    });
    expect(validateResponse(item.ask, { blanks: { what: "z" } }).status).toBe("invalid");
  });

  it("names the misconception of an option, and of a number beyond a bound", () => {
    const tag = (blanks: object) => feedback(item, { blanks }, "released", "zh").misconception;
    expect(tag({ what: "c" })).toBe("slip-knob");
    expect(tag({ share: "61" })).toBe("bigger-always-better");
    expect(tag({ what: "a", share: "60" })).toBeUndefined();
  });

  it.each([
    ["a text without its blank", changed("ask", { zh: "{{what}}" }), "ask.zh: must hold each of"],
    ["a blank without an answer", changed("key", { blanks: { what: { correct: "b" } } }), "share: has no answer"],
    ["an answer without a blank", changed("key", { blanks: { ...rawCloze.key.blanks, x: { correct: "b" } } }), '"x"'],
    [
      "an answer that is no option",
      changed("key", { blanks: { ...rawCloze.key.blanks, what: { correct: "z" } } }),
      "must name an option",
    ],
    ["a distractor that is right", changed("key", { distractors: { "what:b": "slip-knob" } }), "not a distractor"],
    ["a bound that is right", changed("key", { distractors: { "share:>40": "slip-knob" } }), "not a distractor"],
    ["a distractor without a blank", changed("key", { distractors: { "z:b": "slip-knob" } }), "must be"],
  ])("refuses %s", (_what, raw, problem) => {
    expect(problemsOf(raw).join("\n")).toContain(problem);
  });
});

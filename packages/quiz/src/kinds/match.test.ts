import { describe, expect, it } from "vitest";
import { feedback, publicView, score } from "../item.ts";
import { itemFrom, problemsOf } from "../testing/parse.ts";
import { rawMatch } from "../testing/raw-items.ts";

const item = itemFrom(rawMatch);
const withKey = (key: object) => ({ ...rawMatch, key: { ...rawMatch.key, ...key } });

describe("match", () => {
  it.each([
    [{ p: "x", q: "y", r: "y" }, 1],
    [{ p: "decoy", q: "y", r: "y" }, 0.6666],
    [{ q: "y" }, 0.3333],
    [{ p: "y", q: "x", r: "x" }, 0],
  ])("gives the pairs %j %d points", (pairs, points) => {
    expect(score(item, { pairs }).points).toBe(points);
  });

  it("names the misconception that a wrong pair shows", () => {
    const tag = (pairs: object) => feedback(item, { pairs }, "released", "zh").misconception;
    expect(tag({ p: "decoy" })).toBe("slip-knob");
    expect(tag({ p: "y" })).toBeUndefined();
  });

  it("shuffles both sides, whatever order the author wrote them in", () => {
    const { left, right } = rawMatch.ask;
    const turned = itemFrom({
      ...rawMatch,
      ask: { ...rawMatch.ask, left: left.toReversed(), right: right.toReversed() },
    });
    const seen = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1) {
      const view = publicView(item.ask, `${seed}`, "en");
      expect(publicView(turned.ask, `${seed}`, "en")).toEqual(view);
      seen.add(JSON.stringify(view));
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  it.each([
    ["a left without a partner", { correct: { p: "x", q: "y" } }, '"r" has no partner'],
    ["a partner that is not there", { correct: { p: "z", q: "y", r: "y" } }, 'no pair "p:z"'],
    ["a distractor that is right", { distractors: { "p:x": "slip-knob" } }, "not a distractor"],
    ["a distractor that is no pair", { distractors: { "p:x:y": "slip-knob" } }, "there is no pair"],
  ])("refuses %s", (_what, key, problem) => {
    expect(problemsOf(withKey(key)).join("\n")).toContain(problem);
  });
});

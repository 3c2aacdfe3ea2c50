import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedback, publicView, score, validateResponse } from "../item.ts";
import { itemFrom, problemsOf } from "../testing/parse.ts";
import { rawBet } from "../testing/raw-items.ts";

const item = itemFrom(rawBet);
const pointsFor = (china: number, earth: number, other: number) =>
  score(item, { chips: { china, earth, other } }).points;

describe("distribution", () => {
  it("scores exp(-KL): 1 for the true shares, 0.9607 for 50, 20, 30", () => {
    expect(pointsFor(60, 10, 30)).toBe(1);
    expect(pointsFor(50, 20, 30)).toBe(0.9607); // exp(.6 ln(5/6) + .1 ln 2) = 0.96071...
  });

  it("gives nothing once a word that does occur got no chip", () => {
    expect(pointsFor(100, 0, 0)).toBe(0);
    expect(pointsFor(70, 30, 0)).toBe(0);
  });

  it("is best at the true shares: no other sharing of the chips reaches full points", () => {
    const sharing = fc.tuple(fc.nat(100), fc.nat(100)).filter(([china, earth]) => china + earth <= 100);
    fc.assert(
      fc.property(sharing, ([china, earth]) => {
        const isTrue = china === 60 && earth === 10;
        expect(pointsFor(china, earth, 100 - china - earth) === 1).toBe(isTrue);
      }),
    );
  });

  it.each([
    [{ china: 50, earth: 20 }, "chips-total"],
    [{ china: 120, earth: -20 }, "chips-not-whole"],
    [{ china: 99.5, earth: 0.5 }, "chips-not-whole"],
    [{ china: 60, mars: 40 }, "unknown-option"],
    [{ china: "100" }, "malformed"],
  ])("refuses %j as %s", (chips, problem) => {
    expect(validateResponse(item.ask, { chips })).toEqual({ status: "invalid", problem });
  });

  it("counts an option that is not mentioned as no chip", () => {
    const given = validateResponse(item.ask, { chips: { china: 100 } });
    expect(given).toEqual({ status: "ok", response: { chips: { china: 100, earth: 0, other: 0 } } });
  });

  it("keeps the options in the author's order and shows the number of chips", () => {
    const view = publicView(item.ask, "any seed", "en");
    expect(view).toMatchObject({ total: 100, options: [{ id: "china" }, { id: "earth" }, { id: "other" }] });
  });

  it("reveals the true shares with the feedback", () => {
    expect(feedback(item, null, "released", "en").target).toEqual({ china: 0.6, earth: 0.1, other: 0.3 });
  });

  it.each([
    [{ china: 0.6, earth: 0.1, other: 0.2 }, "add up to 0.9"],
    [{ china: 0.6, earth: 0.4 }, 'option "other" has no share'],
    [{ china: 0.6, earth: 0.1, mars: 0.3 }, 'there is no option "mars"'],
    [{ china: 0.605, earth: 0.095, other: 0.3 }, "not a whole number of 100 chips"],
  ])("refuses the target %j", (target, problem) => {
    expect(problemsOf({ ...rawBet, key: { ...rawBet.key, target } }).join("\n")).toContain(problem);
  });

  it.each(["china", "mars:100", "china:101", "china:1.5"])("refuses the distractor %s", (entry) => {
    const key = { ...rawBet.key, distractors: { [entry]: "slip-knob" } };
    expect(problemsOf({ ...rawBet, key }).join("\n")).toContain('must be "option:chips"');
  });
});

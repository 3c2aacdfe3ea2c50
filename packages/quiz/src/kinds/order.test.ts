import { describe, expect, it } from "vitest";
import { feedback, publicView, score } from "../item.ts";
import { itemFrom, problemsOf } from "../testing/parse.ts";
import { rawOrder } from "../testing/raw-items.ts";

const item = itemFrom(rawOrder);
const withKey = (key: object) => ({ ...rawOrder, key: { ...rawOrder.key, ...key } });

describe("order", () => {
  it.each([
    [["b", "d", "a", "c"], 1],
    [["d", "b", "a", "c"], 0.5],
    [["d", "a", "c", "b"], 0],
  ])("gives the order %j %d points: places that hold what belongs there", (order, points) => {
    expect(score(item, { order }).points).toBe(points);
  });

  it("names the misconception that a wrong precedence shows", () => {
    const tag = (response: unknown) => feedback(item, response, "released", "zh").misconception;
    expect(tag({ order: ["c", "b", "d", "a"] })).toBe("slip-moment");
    expect(tag({ order: ["d", "b", "a", "c"] })).toBeUndefined();
    expect(tag(null)).toBeUndefined();
  });

  it("draws different orders from different seeds", () => {
    const views = Array.from({ length: 40 }, (_, seed) => JSON.stringify(publicView(item.ask, `${seed}`, "zh")));
    expect(new Set(views).size).toBeGreaterThan(10);
  });

  it.each([
    ["an order with a gap", { correct: ["a", "b"], distractors: {} }, "every option once"],
    ["an order with an option twice", { correct: ["a", "b", "c", "c"], distractors: {} }, "every option once"],
    ["a precedence that holds", { distractors: { "b>c": "slip-moment" } }, 'does come before "c"'],
  ])("refuses %s", (_what, key, problem) => {
    expect(problemsOf(withKey(key)).join("\n")).toContain(problem);
  });
});

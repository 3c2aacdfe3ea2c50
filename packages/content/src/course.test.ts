import { parseItem, score, instantiate, samplesOf } from "@fewshot/quiz";
import { describe, expect, it } from "vitest";
import type { CompileProblem } from "./compile.ts";
import type { CompiledCourse } from "./course.ts";
import { compileAuthored } from "./testing/authored-course.ts";

const LESSON = "predict-next-token/one-token-at-a-time";

function compileCourse(): { course: CompiledCourse | null; problems: CompileProblem[] } {
  const result = compileAuthored();
  return result.ok ? { course: result.course, problems: [] } : { course: null, problems: result.problems };
}

describe("the course as it lies in data/", () => {
  const { course, problems } = compileCourse();
  const lesson = course?.lessons.lessons.find(({ zh }) => zh.id === LESSON);

  it("compiles without a problem", () => {
    expect(problems).toEqual([]);
  });

  it("has the eight modules and thirty lessons of the curriculum", () => {
    const modules = course?.lessons.modules ?? [];
    expect(modules.map(({ lessons }) => lessons.length)).toEqual([4, 3, 3, 5, 5, 3, 4, 3]);
  });

  it("has the first lesson with two labs of three missions and three checks", () => {
    const labs = lesson?.en.blocks.filter((block) => block.type === "lab") ?? [];
    expect(labs.map(({ labId, preset }) => [labId, preset])).toEqual([
      ["next-token", "wo-lai-zi"],
      ["next-token", "eight-candidates"],
    ]);
    expect(labs.map(({ missions }) => missions.map(({ id }) => id))).toEqual([
      ["walk", "fork", "count"],
      ["sharpen", "two-left", "order"],
    ]);
    expect(lesson?.zh.checkItemIds.map((id) => id.split("/")[2])).toEqual(["first-bet", "ten-draws", "cold-and-true"]);
  });

  it("sets the product of probabilities as a formula on a line of its own", () => {
    expect(lesson?.zh.blocks.filter((block) => block.type === "math")).toHaveLength(1);
  });

  it("keeps every word of an explanation out of what pages read", () => {
    const open = JSON.stringify([course?.lessons, course?.asks]);
    const whys = course?.keys.keys.flatMap(({ key }) => [key.why.zh, key.why.en]) ?? [];
    expect(whys.length).toBeGreaterThan(10);
    for (const why of whys) expect(open).not.toContain(JSON.stringify(why).slice(1, -1));
  });

  it("has items whose known answers score as they should, whatever the seed", () => {
    for (const { id, concepts, ask } of course?.asks.asks ?? []) {
      const key = course?.keys.keys.find((entry) => entry.id === id)?.key;
      const parsed = parseItem({ id, kind: ask.kind, concepts, ask, key });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      for (let seed = 0; seed < 50; seed += 1) {
        const item = instantiate(parsed.value, String(seed));
        for (const response of samplesOf(item).correct) expect(score(item, response).correct).toBe(true);
        for (const response of samplesOf(item).wrong) expect(score(item, response).correct).toBe(false);
      }
    }
  });
});

import { describe, expect, it, vi } from "vitest";
import { compileFiles, smallCourse } from "./testing/small-course.ts";

const compiled = compileFiles(smallCourse);
if (!compiled.ok) throw new Error("the small course does not compile");
const { course } = compiled;

vi.mock("./generated/lessons.json", () => ({ default: course.lessons }));
vi.mock("./generated/asks.json", () => ({ default: course.asks }));
vi.mock("./generated/keys.json", () => ({ default: course.keys }));

// Imported late: the mocks above read the compiled course.
const server = await import("./server.ts");
const keys = await import("./keys.ts");

describe("the compiled course as the server reads it", () => {
  const WHICH = "what-training-does/a-line/which";

  it("finds a written lesson in either language, and null for one that is not written", () => {
    expect(server.lesson("what-training-does/a-line", "zh")?.title).toBe("一条直线");
    expect(server.lesson("what-training-does/a-line", "en")?.title).toBe("A line");
    expect(server.lesson("what-training-does/not-yet", "en")).toBeNull();
  });

  it("knows the modules, and the graded playable items that make the quiz of one", () => {
    expect(server.courseOutline()).toHaveLength(1);
    expect(server.moduleOutline("what-training-does")?.title.zh).toBe("训练在做什么");
    expect(server.moduleOutline("what-training")).toBeNull();
    expect(server.quizItemIds("what-training-does")).toEqual([WHICH]);
    expect(server.quizItemIds("what-training")).toEqual([]);
  });

  it("gives asks, checks and misconceptions by name, and null for what every object has", () => {
    expect(server.askOf(WHICH)?.ask.kind).toBe("single");
    expect(server.checkItemIds()).toEqual([WHICH]);
    expect(server.misconception("loss-is-error-rate")?.en).toBe("loss is a share");
    expect([server.askOf("toString"), server.misconception("constructor"), keys.keyOf("toString")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("joins ask and key to an item, without the canary", () => {
    expect(keys.itemOf(WHICH)).toMatchObject({ id: WHICH, kind: "single", key: { correct: "b" } });
    expect(JSON.stringify(keys.itemOf(WHICH))).not.toContain("canary");
    expect(keys.itemOf("what-training-does/a-line/pairs")).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { countRead, countSteps, nextPlace, type PlannedModule } from "./course-place.ts";

const lesson = (id: string, isWritten = true) => ({ id, title: id, minutes: 5, isWritten });
const modules: PlannedModule[] = [
  { slug: "m1", number: 1, title: "M1", hasQuiz: false, lessons: [lesson("m1/a", false), lesson("m1/b")] },
  { slug: "m2", number: 2, title: "M2", hasQuiz: true, lessons: [lesson("m2/a"), lesson("m2/b")] },
];

describe("nextPlace", () => {
  it("sends a newcomer to the first lesson that is written", () => {
    expect(nextPlace(modules, {})).toMatchObject({ lesson: { id: "m1/b" }, label: "1.2", isBegun: false });
  });

  it("comes back to what was begun before it opens anything new", () => {
    const progress = { "m2/b": ["check:m2/b/x"] };
    expect(nextPlace(modules, progress)).toMatchObject({ lesson: { id: "m2/b" }, label: "2.2", isBegun: true });
  });

  it("skips what was read", () => {
    expect(nextPlace(modules, { "m1/b": ["read"], "m2/a": ["read", "mission:0/a"] })).toMatchObject({ label: "2.2" });
  });

  it("ends when every written lesson was read", () => {
    expect(nextPlace(modules, { "m1/b": ["read"], "m2/a": ["read"], "m2/b": ["read"] })).toBeNull();
  });
});

describe("countRead", () => {
  it("counts lessons that are written, and of those the ones read to the end", () => {
    const progress = { "m1/a": ["read"], "m1/b": ["mission:0/x"] };
    expect(countRead(modules[0]!.lessons, progress)).toEqual({ written: 1, done: 0 });
    expect(countRead(modules[0]!.lessons, { "m1/b": ["read"] })).toEqual({ written: 1, done: 1 });
  });
});

describe("countSteps", () => {
  it("tells reading, missions and questions apart", () => {
    const steps = ["mission:0/a", "read", "mission:1/b", "check:m/l/q"];
    expect(countSteps(steps)).toEqual({ isRead: true, missions: 2, checks: 1 });
    expect(countSteps([])).toEqual({ isRead: false, missions: 0, checks: 0 });
  });
});

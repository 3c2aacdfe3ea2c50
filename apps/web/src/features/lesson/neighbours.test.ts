import { describe, expect, it } from "vitest";
import { neighbours } from "./neighbours.ts";

const text = { zh: "字", en: "word" };
const lesson = (id: string, isWritten: boolean) => ({ id, slug: id, title: text, minutes: 5, isWritten });
const modules = [
  { slug: "one", title: text, question: text, needs: [], lessons: [lesson("one/a", true), lesson("one/b", false)] },
  { slug: "two", title: text, question: text, needs: [], lessons: [lesson("two/c", true), lesson("two/d", true)] },
];

const ids = (lessonId: string) => {
  const { previous, next } = neighbours(modules, lessonId);
  return [previous?.id ?? null, next?.id ?? null];
};

describe("neighbours", () => {
  it("skips lessons that are not written, across modules", () => {
    expect(ids("one/a")).toEqual([null, "two/c"]);
    expect(ids("two/c")).toEqual(["one/a", "two/d"]);
  });

  it("has none beyond the ends, and none for a lesson that is not on the map", () => {
    expect(ids("two/d")).toEqual(["two/c", null]);
    expect(ids("three/x")).toEqual([null, null]);
  });
});

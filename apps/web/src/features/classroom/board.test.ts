import { describe, expect, it } from "vitest";
import { boardState, countStates, helpReason, sortByNeed, type BoardRow } from "./board.ts";

const dueAt = new Date("2026-12-01T12:00:00Z");
const hours = (count: number) => new Date(dueAt.getTime() + count * 3_600_000);
const before = { dueAt, now: hours(-1) };
const after = { dueAt, now: hours(1) };

const row = (name: string, given: Partial<BoardRow> = {}): BoardRow => ({
  ...{ name, state: "not-started", points: null, max: 8, lastSavedAt: null },
  ...given,
});

describe("boardState", () => {
  it("calls what is not handed in overdue only once the due time has passed", () => {
    expect(boardState(row("a", { state: "open" }), { dueAt, now: dueAt })).toBe("open");
    expect(boardState(row("a", { state: "open" }), after)).toBe("overdue");
    expect(boardState(row("a"), after)).toBe("overdue");
    expect(boardState(row("a", { state: "submitted" }), after)).toBe("submitted");
  });
});

describe("countStates", () => {
  it("counts everybody exactly once", () => {
    const rows = [row("a"), row("b", { state: "open" }), row("c", { state: "submitted" }), row("d")];
    expect(countStates(rows, before)).toEqual({ submitted: 1, open: 1, "not-started": 2, overdue: 0 });
    expect(countStates(rows, after)).toEqual({ submitted: 1, open: 0, "not-started": 0, overdue: 3 });
  });

  it("finds nobody in an empty class", () => {
    expect(countStates([], before)).toEqual({ submitted: 0, open: 0, "not-started": 0, overdue: 0 });
  });
});

describe("helpReason", () => {
  it.each([
    ["less than half of the points", { state: "submitted", points: 3.5 }, "low-score"],
    ["exactly half of the points", { state: "submitted", points: 4 }, null],
    ["an attempt without a save for more than two days", { state: "open", lastSavedAt: hours(-50) }, "idle"],
    ["an attempt saved within two days", { state: "open", lastSavedAt: hours(-48) }, null],
    ["an attempt in which nothing was answered yet", { state: "open" }, null],
    ["not having started in time", {}, null],
  ] as const)("judges %s", (_, given, expected) => {
    expect(helpReason(row("a", given), before)).toBe(expected);
  });

  it("puts being overdue before being idle", () => {
    expect(helpReason(row("a", { state: "open", lastSavedAt: hours(-90) }), after)).toBe("overdue");
  });
});

describe("sortByNeed", () => {
  const names = (rows: readonly BoardRow[]) => rows.map(({ name }) => name);

  it("lists those who need help first, then by how far they are, then by name", () => {
    const rows = [
      row("done", { state: "submitted", points: 8 }),
      row("working", { state: "open", lastSavedAt: hours(-2) }),
      row("idle", { state: "open", lastSavedAt: hours(-60) }),
      row("not started"),
      row("low", { state: "submitted", points: 1 }),
      row("also not started"),
    ];
    const sorted = ["low", "idle", "also not started", "not started", "working", "done"];
    expect(names(sortByNeed(rows, before, "en"))).toEqual(sorted);
  });

  it("puts the overdue on top after the due time, and leaves the rows it was given alone", () => {
    const rows = [row("low", { state: "submitted", points: 1 }), row("late")];
    expect(names(sortByNeed(rows, after, "en"))).toEqual(["late", "low"]);
    expect(names(rows)).toEqual(["low", "late"]);
  });

  it("orders Chinese names by pinyin", () => {
    expect(names(sortByNeed([row("赵"), row("陈"), row("林")], before, "zh"))).toEqual(["陈", "林", "赵"]);
  });
});

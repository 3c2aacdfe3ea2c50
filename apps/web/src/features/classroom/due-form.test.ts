import { describe, expect, it } from "vitest";
import { readDue, suggestDue } from "./due-form.ts";

const timeZone = "Asia/Shanghai";
// In Shanghai it is already 24 November, 00:30.
const now = new Date("2026-11-23T16:30:00Z");
const read = (given: Partial<Parameters<typeof readDue>[0]>) =>
  readDue({ date: "2026-12-01", time: "20:00", limit: "", ...given }, { now, timeZone });

describe("suggestDue", () => {
  it("counts the week by the class's calendar", () => {
    expect(suggestDue(now, timeZone)).toEqual({ date: "2026-12-01", time: "20:00", limit: "" });
  });
});

describe("readDue", () => {
  it("makes a wall time, without seconds that some browsers add", () => {
    expect(read({ time: "20:00:00", limit: " 45 " })).toEqual({ dueLocal: "2026-12-01T20:00", timeLimitMinutes: 45 });
    expect(read({})).toEqual({ dueLocal: "2026-12-01T20:00", timeLimitMinutes: null });
  });

  it.each([
    ["missingDue", { date: "" }],
    ["missingDue", { time: "" }],
    ["pastDue", { date: "2026-11-24", time: "00:30" }],
    ["badLimit", { limit: "0" }],
    ["badLimit", { limit: "1441" }],
    ["badLimit", { limit: "1.5" }],
    ["badLimit", { limit: "ten" }],
  ] as const)("finds %s", (problem, given) => {
    expect(read(given)).toEqual({ problem });
  });

  it("lets the next minute of the class's day be due", () => {
    expect(read({ date: "2026-11-24", time: "00:31" })).toHaveProperty("dueLocal", "2026-11-24T00:31");
  });
});

import { describe, expect, it } from "vitest";
import { dueInstant, isTimeZone, isWallTime } from "./due-instant.ts";

describe("dueInstant", () => {
  it.each([
    ["Asia/Shanghai", "2026-12-01T20:00", "2026-12-01T12:00:00.000Z"],
    ["Asia/Shanghai", "2026-07-01T20:00", "2026-07-01T12:00:00.000Z"],
    ["America/New_York", "2026-12-01T20:00", "2026-12-02T01:00:00.000Z"],
    ["America/New_York", "2026-07-01T20:00", "2026-07-02T00:00:00.000Z"],
  ])("reads %s %s as %s", (zone, local, instant) => {
    expect(dueInstant(local, zone).toISOString()).toBe(instant);
  });

  // 8 March 2026: clocks go from 02:00 EST to 03:00 EDT. 1 November: from 02:00 EDT back to 01:00 EST.
  it("moves a time that spring skips by the length of the gap", () => {
    expect(dueInstant("2026-03-08T02:30", "America/New_York").toISOString()).toBe("2026-03-08T07:30:00.000Z");
  });

  it("takes the earlier of the two hours that autumn repeats", () => {
    expect(dueInstant("2026-11-01T01:30", "America/New_York").toISOString()).toBe("2026-11-01T05:30:00.000Z");
  });
});

describe("isWallTime", () => {
  it.each(["2026-12-01T20:00", "2028-02-29T00:00"])("accepts %s", (text) => {
    expect(isWallTime(text)).toBe(true);
  });

  it.each(["2026-02-29T00:00", "2026-12-01T24:00", "2026-12-01 20:00", "2026-12-01T20:00Z", "tomorrow", ""])(
    "refuses %s",
    (text) => {
      expect(isWallTime(text)).toBe(false);
    },
  );
});

describe("isTimeZone", () => {
  it.each(["Asia/Shanghai", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "UTC"])("knows %s", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(["+08:00", "Asia/Atlantis", "", "../etc/passwd", "Asia/Shanghai "])("refuses %s", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

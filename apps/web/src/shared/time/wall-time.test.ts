import { describe, expect, it } from "vitest";
import { momentFormat, showSameTime, wallTime, zoneName } from "./wall-time.ts";

const at = new Date("2026-12-01T12:00:00Z");

describe("wallTime", () => {
  it.each([
    ["Asia/Shanghai", "2026-12-01T20:00"],
    ["America/New_York", "2026-12-01T07:00"],
    ["Pacific/Kiritimati", "2026-12-02T02:00"],
    ["Asia/Kathmandu", "2026-12-01T17:45"],
  ])("shows what clocks in %s show", (timeZone, shown) => {
    expect(wallTime(at, timeZone)).toBe(shown);
  });

  it("writes midnight as 00:00 of the new day", () => {
    expect(wallTime(new Date("2026-12-01T16:00:00Z"), "Asia/Shanghai")).toBe("2026-12-02T00:00");
  });
});

describe("showSameTime", () => {
  it("finds zones of other names alike while their clocks agree", () => {
    expect(showSameTime(at, "Asia/Shanghai", "Asia/Singapore")).toBe(true);
    expect(showSameTime(at, "Asia/Shanghai", "Asia/Tokyo")).toBe(false);
  });

  it("looks at the moment, not at the zones: summer time parts them", () => {
    expect(showSameTime(at, "Europe/London", "Africa/Abidjan")).toBe(true);
    expect(showSameTime(new Date("2026-07-01T12:00:00Z"), "Europe/London", "Africa/Abidjan")).toBe(false);
  });
});

describe("zoneName", () => {
  it("says it in the reader's language", () => {
    expect(zoneName({ at, timeZone: "Asia/Shanghai", locale: "en" })).toBe("China Standard Time");
    expect(zoneName({ at, timeZone: "Asia/Shanghai", locale: "zh" })).toBe("中国标准时间");
  });
});

describe("momentFormat", () => {
  it("writes the year only when it is another one, as the zone counts it", () => {
    const [timeZone, newYear] = ["Asia/Shanghai", new Date("2026-12-31T16:00:00Z")];
    expect(momentFormat({ at, now: at, timeZone })).not.toHaveProperty("year");
    expect(momentFormat({ at: newYear, now: at, timeZone })).toHaveProperty("year", "numeric");
    expect(momentFormat({ at: newYear, now: at, timeZone: "UTC" })).not.toHaveProperty("year");
  });
});

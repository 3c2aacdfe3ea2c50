import { describe, expect, it } from "vitest";
import { formatSeconds, secondsLeft } from "./seconds-left.ts";

describe("secondsLeft", () => {
  const deadline = new Date("2026-11-23T12:00:00Z");
  const serverNow = Date.parse("2026-11-23T11:59:00.500Z");

  it.each([0, 86_400_000, -86_400_000])("counts by the server's clock on a device that is %s ms wrong", (wrongBy) => {
    expect(secondsLeft(deadline, -wrongBy, serverNow + wrongBy)).toBe(60);
  });

  it("stops at zero", () => {
    expect(secondsLeft(deadline, 0, deadline.getTime() + 5_000)).toBe(0);
  });
});

describe("formatSeconds", () => {
  it.each([
    [0, "0:00"],
    [75, "1:15"],
    [3723, "1:02:03"],
  ])("writes %s as %s", (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });
});

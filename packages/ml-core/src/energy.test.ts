import { expect, it } from "vitest";
import { convertEnergy, JOULES_PER_PAGE, lampMinutes, pagesToMatchTraining } from "./energy.ts";

it("gives the lesson's figures: 0.4 kWh for 100 pages, 14.4 kJ a page, 24 minutes, 321,750,000 pages", () => {
  expect(convertEnergy(100 * JOULES_PER_PAGE, "J", "kWh")).toBe(0.4);
  expect(convertEnergy(4, "Wh", "kJ")).toBe(14.4);
  expect(lampMinutes(1, 10)).toBe(24);
  expect(pagesToMatchTraining(1287)).toBe(321_750_000);
  expect(convertEnergy(1, "MWh", "kWh")).toBe(1000);
});

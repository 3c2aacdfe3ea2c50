import { expect, it } from "vitest";
import { bigNumber } from "./big-number.ts";

it.each([
  [117e6, "1.17 亿", "117 million"],
  [1.5e9, "15 亿", "1.5 billion"],
  [174_604_259_328, "1746 亿", "174.6 billion"],
  [12_853_386_240, "128.5 亿", "12.85 billion"],
  [999_999_999, "10 亿", "1 billion"],
  [45e12, "45 万亿", "45 trillion"],
  [9999, "9999", "9,999"],
  [16, "16", "16"],
])("writes %d in the units of each language", (value, zh, en) => {
  expect([bigNumber(value, "zh"), bigNumber(value, "en")]).toEqual([zh, en]);
});

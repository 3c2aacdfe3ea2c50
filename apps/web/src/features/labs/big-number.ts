import type { Locale } from "@fewshot/quiz";
import { count } from "./format.ts";

const units: Readonly<Record<Locale, readonly (readonly [number, string])[]>> = {
  zh: [
    [1e12, "万亿"],
    [1e8, "亿"],
    [1e4, "万"],
  ],
  en: [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ],
};

/** A large number in words, to four significant digits: "1746 亿", "174.6 billion". Below the smallest unit, in full. */
export function bigNumber(value: number, locale: Locale): string {
  // 999,990 thousand rounds to the next unit, so the unit is chosen by the rounded value.
  const rounded = Number(value.toPrecision(4));
  const unit = units[locale].find(([size]) => rounded >= size);
  if (unit === undefined) return count(value, locale);
  const [size, name] = unit;
  return `${count(Number((rounded / size).toPrecision(4)), locale)} ${name}`;
}

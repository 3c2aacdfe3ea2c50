import type { Locale } from "@fewshot/quiz";
import { bigNumber } from "../big-number.ts";
import { percent } from "../format.ts";
import { sizes, type SizeId } from "./exam.ts";

/** The parameters of a size to two digits: "3.3 万", "33,000", "3.2 million". */
export function sizeText(size: SizeId, locale: Locale): string {
  const parameters = sizes.find(({ id }) => id === size)?.parameters ?? 0;
  return bigNumber(Number(parameters.toPrecision(2)), locale);
}

/** A share without decimals: fifty questions cannot give more. */
export function shareText(share: number): string {
  return percent(share, 0);
}

/** Percentage points with their sign. */
export function pointsText(points: number): string {
  return `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(0)}`;
}

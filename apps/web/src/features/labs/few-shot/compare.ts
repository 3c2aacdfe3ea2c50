import { wilsonInterval } from "@fewshot/ml-core";
import type { Measurement } from "./state.ts";

/**
 * Whether the 95% intervals of the last two measurements stand apart. Apart means a difference; overlapping means only
 * that these questions do not settle it.
 *
 * @returns null for fewer than two measurements.
 */
export function compareLast(measurements: readonly Measurement[]): "apart" | "overlap" | null {
  const [before, last] = measurements.slice(-2).map(({ settings, right }) => wilsonInterval(right, settings.n));
  if (before === undefined || last === undefined) return null;
  return before.high < last.low || last.high < before.low ? "apart" : "overlap";
}

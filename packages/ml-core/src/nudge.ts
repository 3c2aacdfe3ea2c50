import { meanSquaredError, type Line, type Points } from "./regression.ts";

/**
 * How much the mean squared error changes when a line is nudged: the error after minus the error before.
 *
 * @param by - What is added to w and to b.
 * @throws RangeError if the points are not as `Points` says.
 */
export function nudgeLoss(points: Points, line: Line, by: Line): number {
  const nudged = { w: line.w + by.w, b: line.b + by.b };
  return meanSquaredError(points, nudged) - meanSquaredError(points, line);
}

import { expect, it } from "vitest";
import { nudgeLoss } from "./nudge.ts";

const ys = [2.2483570765056164, 3.930867849414408, 6.323844269050346, 8.761514928204013, 9.882923312638333];
const points = { xs: [1, 2, 3, 4, 5], ys };

it.each([
  [0.001, 0, "-0.045406"],
  [0, 0.001, "-0.012458"],
  [0.001, 0.001, "-0.057858"],
])("changes the lesson's loss at (0, 0) by (%d, %d): %s", (w, b, change) => {
  expect(nudgeLoss(points, { w: 0, b: 0 }, { w, b }).toFixed(6)).toBe(change);
});

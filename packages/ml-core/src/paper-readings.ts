import type { ScoreSize } from "./paper-scores.ts";

/** How far a reading may be off either way, in percentage points: what an eye can tell on the printed figure. */
export const READING_ERROR = 2;

/** What was read off a solid line of Figure 1.2 between K = 1 and K = 100. */
export interface LineReadings {
  size: ScoreSize;
  /** In the order of the examples; per cent. */
  points: readonly { examples: number; percent: number }[];
}

const line = (size: ScoreSize, points: readonly (readonly [examples: number, percent: number])[]): LineReadings => ({
  size,
  points: points.map(([examples, percent]) => ({ examples, percent })),
});

/**
 * Figure 1.2 between the points that Table H.1 prints: read off by eye, for no number was published there. Of the smaller
 * two models only the ends were read, and nothing of the dashed lines.
 *
 * @see Brown et al., 2020, arXiv:2005.14165v4, Figure 1.2
 */
export const figureReadings: readonly LineReadings[] = [
  line("1.3B", [
    [2, 1.5],
    [64, 3.7],
  ]),
  line("13B", [
    [2, 10],
    [64, 25],
  ]),
  line("175B", [
    [2, 52],
    [4, 56],
    [8, 60],
    [16, 62.5],
    [32, 64.5],
    [64, 66],
  ]),
];

import { figureReadings, READING_ERROR } from "@fewshot/ml-core";

/** Where K stands between the ticks 0, 1 and 100, which are as far apart as each other. */
const placeOf = (examples: number) => 1 + Math.log10(examples) / 2;

/** What was read off Figure 1.2 by eye, as bands as wide as an eye may err. */
export const tracedBands = figureReadings.map(({ size, points }) => ({
  id: size,
  points: points.map(({ examples, percent }) => ({
    x: placeOf(examples),
    percent,
    low: Math.max(0, percent - READING_ERROR),
    high: percent + READING_ERROR,
  })),
}));

import { expect, it } from "vitest";
import { figureReadings } from "./paper-readings.ts";
import { paperScores, scoreSizes } from "./paper-scores.ts";

it("reads each line between the two points that were printed, rising from one to the other", () => {
  const task = paperScores.find(({ name }) => name === "Symbol Insertion");
  for (const { size, points } of figureReadings) {
    const column = scoreSizes.indexOf(size);
    const heights = [task?.one[column], ...points.map(({ percent }) => percent), task?.few[column]];
    expect(heights).toEqual(heights.toSorted((a, b) => Number(a) - Number(b)));
    const examples = [1, ...points.map((point) => point.examples), 100];
    expect(examples).toEqual(examples.toSorted((a, b) => a - b));
  }
});

import { expect, it } from "vitest";
import { gpt3Sizes } from "./paper-models.ts";
import { CHANCE, detection, mixture } from "./paper-tables.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

it("has the sums of Table 2.2: 499 billion tokens, and weights that rounding takes to 101", () => {
  expect(sum(mixture.map(({ billions }) => billions))).toBe(499);
  expect(sum(mixture.map(({ weight }) => weight))).toBe(101);
});

it("has epochs that weight and size give for 300 billion tokens, up to the rounding of the weights", () => {
  for (const { weight, billions, epochs } of mixture) {
    expect(Math.abs((3 * weight) / billions / epochs - 1)).toBeLessThan(0.21);
  }
});

it("has Table 3.11 for the eight sizes after the control model, each accuracy inside its interval", () => {
  expect(detection.slice(1).map(({ name }) => name)).toEqual(gpt3Sizes.map(({ name }) => name));
  for (const { accuracy, low, high } of detection) {
    expect(low).toBeLessThan(accuracy);
    expect(accuracy).toBeLessThan(high);
  }
});

it("leaves guessing possible for the largest model alone", () => {
  const guessable = detection.filter(({ low, high }) => low <= CHANCE && CHANCE <= high);
  expect(guessable.map(({ name }) => name)).toEqual(["175B"]);
});

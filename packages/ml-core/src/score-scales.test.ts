import { describe, expect, it } from "vitest";
import { paperScores, scoreSizes } from "./paper-scores.ts";
import {
  countExceptions,
  exactMatch,
  fallsWithSize,
  isOrderBroken,
  meanScores,
  onAxis,
  stepHeight,
  tenfoldsBetween,
} from "./score-scales.ts";

const rowOf = (name: string) => paperScores.find((row) => row.name === name)!;

describe("the rows of Table H.1", () => {
  it("are 27 of eight sizes, each a percentage", () => {
    expect(paperScores).toHaveLength(27);
    for (const { zero, one, few } of paperScores) {
      for (const scores of [zero, one, few]) {
        expect(scores).toHaveLength(scoreSizes.length);
        expect(scores.every((score) => score >= 0 && score <= 100)).toBe(true);
      }
    }
  });

  it("agree at 175B with tables 3.9 and 3.10, which the paper prints apart", () => {
    const largest = (name: string) => [rowOf(name).zero[7], rowOf(name).one[7], rowOf(name).few[7]];
    expect(largest("2D+")).toEqual([76.9, 99.6, 100]);
    expect(largest("3D+")).toEqual([34.2, 65.5, 80.4]);
    expect(largest("5D-")).toEqual([0.8, 3.75, 9.9]);
    expect(largest("Cycled Letters")).toEqual([3.66, 21.7, 37.9]);
    expect(largest("Symbol Insertion")).toEqual([8.26, 45.4, 67.2]);
  });
});

describe("axes", () => {
  it("give the steps that the lesson works out by hand", () => {
    expect(stepHeight(8.26, 45.4, { axis: "linear" })).toBeCloseTo(37.14, 10);
    expect(stepHeight(0.89, 6.62, { axis: "log-odds" })).toBeCloseTo(2.066, 3);
    expect(stepHeight(8.26, 45.4, { axis: "log-odds" })).toBeCloseTo(2.223, 3);
    expect(stepHeight(11, 27.3, { axis: "log-odds", tenfolds: tenfoldsBetween(5, 6) })).toBeCloseTo(3.86, 2);
    expect(stepHeight(27.3, 67.2, { axis: "log-odds", tenfolds: tenfoldsBetween(6, 7) })).toBeCloseTo(1.5, 2);
  });

  it("have no place for 0, and odds none for 100", () => {
    expect([onAxis(0, "linear"), onAxis(0, "log"), onAxis(0, "log-odds")]).toEqual([0, null, null]);
    expect([onAxis(100, "log"), onAxis(100, "log-odds")]).toEqual([2, null]);
    expect(onAxis(50, "log-odds")).toBe(0);
    expect(stepHeight(0, 1.18, { axis: "log-odds" })).toBeNull();
  });
});

describe("exceptions", () => {
  it("are 76 of 216 cells and 39 of 81 curves", () => {
    expect(countExceptions()).toEqual({ cells: 76, curves: 39 });
  });

  it("are four rows at 175B", () => {
    const broken = paperScores.filter((row) => isOrderBroken(row, 7)).map(({ name }) => name);
    expect(broken.sort()).toEqual(["HellaSwag", "LAMBADA", "PIQA", "Reversed Words"]);
  });

  it("tell a curve that falls from one that does not", () => {
    expect(fallsWithSize(rowOf("Symbol Insertion"), "few")).toBe(false);
    expect(fallsWithSize(rowOf("LAMBADA"), "few")).toBe(true);
  });
});

it("averages the 27 rows to what the lesson prints for 175B", () => {
  const largest = [meanScores.zero[7], meanScores.one[7], meanScores.few[7]];
  expect(largest.map((score) => score?.toFixed(1))).toEqual(["33.8", "45.4", "53.5"]);
});

it("multiplies letters into words", () => {
  expect(exactMatch(0.9, 8)).toBeCloseTo(0.43, 3);
  expect(exactMatch(0.85, 8)).toBeCloseTo(0.272, 3);
  expect(() => exactMatch(1.2, 8)).toThrow(RangeError);
  expect(() => exactMatch(0.5, 0)).toThrow(RangeError);
});

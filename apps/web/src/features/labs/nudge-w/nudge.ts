import { nudgeLoss, numericGradient, type Line } from "@fewshot/ml-core";
import { lossOf, slopesAt, xs, ys } from "../gradient-descent/problem.ts";

/** What can be nudged: one parameter, or both by the same amount. */
export const nudgedIds = ["w", "b", "both"] as const;
export type Nudged = (typeof nudgedIds)[number];

/** How far w and b go when that much is nudged. */
export function nudgeOf(nudged: Nudged, size: number): Line {
  return { w: nudged === "b" ? 0 : size, b: nudged === "w" ? 0 : size };
}

/** A nudge at a place, and what the loss says to it. */
export interface Reading {
  before: number;
  after: number;
  /** After minus before. */
  change: number;
  /** Change divided by the size of the nudge: nearly the slope, less nearly the larger the nudge. */
  ratio: number;
  /** From a nudge to either side, divided by twice its size. Exact up to round-off: the loss is quadratic. */
  fromBothSides: number;
  /** By the formula; for a nudge of both, the sum of the two slopes. */
  slope: number;
}

/** Nudges the line and reads the loss. */
export function readNudge(line: Line, nudged: Nudged, size: number): Reading {
  const by = nudgeOf(nudged, size);
  const change = changeOf(line, by);
  const numeric = numericGradient({ xs, ys }, line, size);
  const { dw, db } = slopesAt(line);
  return {
    before: lossOf(line.w, line.b),
    after: lossOf(line.w + by.w, line.b + by.b),
    change,
    ratio: change / size,
    fromBothSides: along(nudged, numeric),
    slope: along(nudged, { dw, db }),
  };
}

/** How much the five points' loss changes when the line is nudged. */
export function changeOf(line: Line, by: Line): number {
  return nudgeLoss({ xs, ys }, line, by);
}

function along(nudged: Nudged, { dw, db }: { dw: number; db: number }): number {
  return (nudged === "b" ? 0 : dw) + (nudged === "w" ? 0 : db);
}

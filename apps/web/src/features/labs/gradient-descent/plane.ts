import type { Line } from "@fewshot/ml-core";
import { tame, type Frame } from "./axes.tsx";
import { axes, bottom } from "./problem.ts";

/** A part of the plane of (w, b). */
export interface Extent {
  w: readonly [number, number];
  b: readonly [number, number];
  /** How many times wider than near the valley: 1, 2, 4 and so on. Contours keep their place in the figure by it. */
  zoom: number;
}

/** As far as the sliders of `by-hand` reach. */
export const wideExtent: Extent = { w: [-1, 4], b: [-3, 3], zoom: 1 };

/** Near the valley, where a run from (0, 0) goes that does not overshoot. */
const nearExtent: Extent = { w: [-0.2, 2.6], b: [-0.8, 1.2], zoom: 1 };

/** Beyond this a run that flies off leaves the figure: the numbers on the axis would no longer fit beside it. */
const largestZoom = 512;

/** The smallest extent that holds the whole path, doubling about the bottom, up to 512 times the one near the valley. */
export function extentOf(path: readonly Line[]): Extent {
  let extent = nearExtent;
  while (extent.zoom < largestZoom && !path.every((line) => isWithin(extent, line))) {
    const zoom = 2 * extent.zoom;
    const [halfW, halfB] = [1.4 * zoom, zoom];
    extent = { w: [bottom.w - halfW, bottom.w + halfW], b: [bottom.b - halfB, bottom.b + halfB], zoom };
  }
  return extent;
}

/** Whether a point of the plane lies in the extent. */
export function isWithin({ w, b }: Extent, line: Line): boolean {
  return line.w >= w[0] && line.w <= w[1] && line.b >= b[0] && line.b <= b[1];
}

/** Maps the extent to a figure of 310 × 290 units. */
export function frameOf({ w, b }: Extent): Frame {
  return {
    left: 34,
    right: 304,
    top: 24,
    bottom: 264,
    x: (value) => 34 + ((value - w[0]) / (w[1] - w[0])) * 270,
    y: (value) => 264 - ((value - b[0]) / (b[1] - b[0])) * 240,
  };
}

/** Three to six round numbers within a range, in order; none so close to the high end that it would meet the axis' name. */
export function ticksOf([low, high]: readonly [number, number]): number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const last = Math.floor((low + 0.91 * (high - low)) / step);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(6)));
}

/** How far above the bottom each contour lies, near the valley. */
const heights = [0.05, 0.3, 1, 3, 8, 18, 34, 60] as const;

/** The contours of an extent, innermost first, as SVG paths. Zooming out n times, they lie n² times higher. */
export function contoursOf({ zoom }: Extent, frame: Frame): string[] {
  return heights.map((height) => contour(height * zoom ** 2, frame));
}

/** The ellipse on which the loss is `height` above the bottom: half the curvature times the distance squared. */
function contour(height: number, frame: Frame): string {
  const points = Array.from({ length: 97 }, (_, i) => {
    const turn = (i / 96) * 2 * Math.PI;
    const u = Math.sqrt((2 * height) / axes[0].curvature) * Math.cos(turn);
    const v = Math.sqrt((2 * height) / axes[1].curvature) * Math.sin(turn);
    const w = bottom.w + u * axes[0].w + v * axes[1].w;
    const b = bottom.b + u * axes[0].b + v * axes[1].b;
    return `${frame.x(w).toFixed(1)} ${frame.y(b).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}

/** A point of a figure, in its units. */
export interface Point {
  x: number;
  y: number;
}

/** Where a path lies in the figure. What left it by far is kept just drawable. */
export function pointsOf(path: readonly Line[], frame: Frame): Point[] {
  return path.map(({ w, b }) => ({ x: tame(frame.x(w)), y: tame(frame.y(b)) }));
}

/** The points joined as an SVG path; undefined if there are fewer than two. */
export function polyline(points: readonly Point[]): string | undefined {
  if (points.length < 2) return undefined;
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
}

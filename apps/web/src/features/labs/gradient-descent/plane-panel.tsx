"use client";
import { useId } from "react";
import type { Line } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { Axes, tame, type Frame } from "./axes.tsx";
import { lit, type Lit } from "./lit.ts";
import { axes, bottom } from "./problem.ts";

/** The part of the plane that a figure shows, with its ticks. */
interface Extent {
  w: readonly [number, number];
  b: readonly [number, number];
  wTicks: readonly number[];
  bTicks: readonly number[];
}

/** Near the valley, where a run from (0, 0) goes; and as far as the sliders of `by-hand` reach. */
const extents: Readonly<Record<"near" | "wide", Extent>> = {
  near: { w: [-0.2, 2.6], b: [-0.8, 1.2], wTicks: [0, 1, 2], bTicks: [-0.5, 0, 0.5, 1] },
  wide: { w: [-1, 4], b: [-3, 3], wTicks: [-1, 0, 1, 2, 3], bTicks: [-2, 0, 2] },
};

function frameOf({ w, b }: Extent): Frame {
  return {
    left: 34,
    right: 304,
    top: 24,
    bottom: 264,
    x: (value) => 34 + ((value - w[0]) / (w[1] - w[0])) * 270,
    y: (value) => 264 - ((value - b[0]) / (b[1] - b[0])) * 240,
  };
}

function isWithin({ w, b }: Extent, line: Line): boolean {
  return line.w >= w[0] && line.w <= w[1] && line.b >= b[0] && line.b <= b[1];
}

/** How far above the bottom each contour lies. */
const heights = [0.05, 0.3, 1, 3, 8, 18, 34, 60] as const;

export type PlanePanelProps = {
  /** The way from the start, the last point being now. */
  path: readonly Line[];
  /** `near` marks the start of the run, too. */
  show: "near" | "wide";
  lit: Lit | null;
};

/** The plane of (w, b): contours of the loss, the bottom, and the way taken. */
export function PlanePanel({ path, show, lit: now }: PlanePanelProps) {
  const extent = extents[show];
  const frame = frameOf(extent);
  const t = useTranslations("labs.gradient.plane");
  const clip = useId();
  const here = path.at(-1) ?? { w: 0, b: 0 };
  const words = {
    steps: path.length - 1,
    w: decimal(here.w, 3),
    b: decimal(here.b, 3),
    bw: decimal(bottom.w, 3),
    bb: decimal(bottom.b, 3),
  };
  return (
    <figure>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <svg viewBox="0 0 310 290" width="100%" role="img" aria-label={t("describe", words)}>
        <Axes frame={frame} xTicks={extent.wTicks} yTicks={extent.bTicks} xLabel="w" yLabel="b" />
        <clipPath id={clip}>
          <rect x="34" y="24" width="270" height="240" />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          {heights.map((height, i) => (
            <path
              key={height}
              d={contour(height, frame)}
              fill="none"
              stroke="var(--edge)"
              strokeOpacity={1 - i * 0.09}
            />
          ))}
          <Way path={path} frame={frame} now={now} />
          <path
            d={`M${frame.x(bottom.w) - 6} ${frame.y(bottom.b)}h12m-6 -6v12`}
            stroke="var(--ink)"
            strokeWidth="1.75"
          />
        </g>
        <g fontSize="12" fill="var(--ink)" className="haloed">
          <text x={frame.x(bottom.w) + 9} y={frame.y(bottom.b) + 17}>
            {t("bottom")}
          </text>
          {show === "near" ? (
            <text x={frame.x(0) + 2} y={frame.y(0) + 18}>
              {t("start")}
            </text>
          ) : null}
        </g>
      </svg>
      {isWithin(extent, here) ? null : <figcaption className="cap text-red">{t("outside", words)}</figcaption>}
    </figure>
  );
}

/** Steps drawn in full; older ones are thin, so that a run which swings to and fro does not paint the figure over. */
const freshSteps = 24;

function Way({ path, frame, now }: { path: readonly Line[]; frame: Frame; now: Lit | null }) {
  const points = path.map(({ w, b }) => ({ x: tame(frame.x(w)), y: tame(frame.y(b)) }));
  const fresh = points.slice(-freshSteps - 1);
  const [before, here] = [points.at(-2), points.at(-1)];
  return (
    <g fill="none" stroke="var(--live)">
      <path d={polyline(points.slice(0, -freshSteps))} strokeWidth="0.75" strokeOpacity="0.5" />
      <path d={polyline(fresh)} strokeWidth={isSwinging(fresh) ? 1 : 1.75} />
      {before && here ? (
        <path className={lit(now, "grad", "upd")} d={polyline([before, here])} strokeWidth="1.75" />
      ) : null}
      {points.map(({ x, y }, i) => (
        <circle key={i} cx={x} cy={y} r="2.4" fill="var(--paper)" strokeWidth="1.4" />
      ))}
      {here ? (
        <circle cx={here.x} cy={here.y} r="5.5" fill="var(--live)" stroke="var(--paper)" strokeWidth="2" />
      ) : null}
    </g>
  );
}

interface Point {
  x: number;
  y: number;
}

function polyline(points: readonly Point[]): string | undefined {
  if (points.length < 2) return undefined;
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
}

/** True if the last two steps went opposite ways across the figure. */
function isSwinging(points: readonly Point[]): boolean {
  const [first, second, third] = points.slice(-3);
  if (!first || !second || !third) return false;
  return (second.x - first.x) * (third.x - second.x) < 0 && Math.abs(third.x - second.x) > 60;
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

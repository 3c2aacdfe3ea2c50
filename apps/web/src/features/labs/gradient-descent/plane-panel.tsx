"use client";
import { useId } from "react";
import type { Line } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { Axes, type Frame } from "./axes.tsx";
import { lit, type Lit } from "./lit.ts";
import {
  contoursOf,
  extentOf,
  frameOf,
  isWithin,
  pointsOf,
  polyline,
  ticksOf,
  wideExtent,
  type Point,
} from "./plane.ts";
import { bottom } from "./problem.ts";

export type PlanePanelProps = {
  /** The way from the start, the last point being now. */
  path: readonly Line[];
  /** `run`: as much of the plane as the path needs, with its start marked. `wide`: as far as the sliders reach. */
  show: "run" | "wide";
  lit: Lit | null;
};

/** The plane of (w, b): contours of the loss, the bottom, and the way taken. */
export function PlanePanel({ path, show, lit: now }: PlanePanelProps) {
  const extent = show === "run" ? extentOf(path) : wideExtent;
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
        <span>{extent.zoom === 1 ? t("note") : t("zoom", { times: extent.zoom })}</span>
      </div>
      <svg viewBox="0 0 310 290" width="100%" role="img" aria-label={t("describe", words)}>
        <Axes frame={frame} xTicks={ticksOf(extent.w)} yTicks={ticksOf(extent.b)} xLabel="w" yLabel="b" />
        <clipPath id={clip}>
          <rect x="34" y="24" width="270" height="240" />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          {contoursOf(extent, frame).map((contour, i) => (
            <path key={i} d={contour} fill="none" stroke="var(--edge)" strokeOpacity={1 - i * 0.09} />
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
          {show === "run" && extent.zoom <= 2 ? (
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
  const points = pointsOf(path, frame);
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

/** True if the last two steps went opposite ways across the figure. */
function isSwinging(points: readonly Point[]): boolean {
  const [first, second, third] = points.slice(-3);
  if (!first || !second || !third) return false;
  return (second.x - first.x) * (third.x - second.x) < 0 && Math.abs(third.x - second.x) > 60;
}

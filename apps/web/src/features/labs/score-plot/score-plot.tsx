"use client";
import { useRef } from "react";
import type { ScoreAxis } from "@fewshot/ml-core";
import { useWidth } from "../frame/use-width.ts";
import { Marks } from "./marks.tsx";
import { axisRange, heightOf } from "./plot-scale.ts";

/** A score, in per cent, at a place of the horizontal axis. */
export interface PlotPoint {
  /** Position in `xTicks`, fractions allowed. */
  x: number;
  percent: number;
  /** The ends of an interval, if one is known. */
  low?: number;
  high?: number;
}

/** Points that belong together. */
export interface PlotSeries {
  id: string;
  /** Written at the last point. */
  label: string;
  points: readonly PlotPoint[];
  /** Half the width of a mark, in pixels: larger models get larger marks. */
  size: number;
  /** Drawn faintly: it is not the one in question. */
  isFaint?: boolean;
}

/** A step between two points that a reader has marked. */
export interface PlotBracket {
  id: string;
  from: PlotPoint;
  to: PlotPoint;
  label: string;
}

export type ScorePlotProps = {
  /** Printed in the paper: ink squares. Measured by us: blue circles with intervals. */
  kind: "paper" | "ours";
  /** The chart in a sentence. */
  describe: string;
  axis: ScoreAxis;
  xTicks: readonly string[];
  xLabel: string;
  yLabel: string;
  series: readonly PlotSeries[];
  brackets?: readonly PlotBracket[];
  /** Bands that were traced by eye: pale, and dashed at their edges. */
  traced?: readonly { id: string; points: readonly Required<PlotPoint>[] }[];
  /** Ranges that were measured beforehand. */
  bands?: readonly Required<PlotPoint>[];
  /** Whether fine dots lead the eye from point to point. */
  isJoined?: boolean;
};

const margin = { left: 40, right: 64, top: 26, bottom: 44 };
const plotHeight = 250;

/** How far a place of the data is from the corner of the figure, in pixels. */
export interface Projection {
  x: (position: number) => number;
  y: (percent: number) => { y: number; isOff: boolean };
  bottom: number;
}

/** Scores against examples or sizes, on any of the three axes. Drawn to the width there is, so that letters stay 12 px. */
export function ScorePlot(props: ScorePlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 480);
  const { axis, xTicks, series, kind } = props;
  const largest = Math.max(1, ...series.flatMap(({ points }) => points.map(({ percent, high }) => high ?? percent)));
  const range = axisRange(axis, kind === "ours" && axis === "linear" ? 100 : largest);
  const bottom = margin.top + plotHeight;
  const inner = Math.max(120, width - margin.left - margin.right);
  const projection: Projection = {
    bottom,
    x: (position) => margin.left + 16 + (inner - 16) * (position / Math.max(1, xTicks.length - 1)),
    y: (percent) => {
      const { height, isOff } = heightOf(percent, axis, range);
      return { y: bottom - height * plotHeight, isOff };
    },
  };
  return (
    <div ref={box}>
      <svg width={width} height={bottom + margin.bottom} role="img" aria-label={props.describe} className="score-plot">
        <PlotAxes {...props} projection={projection} ticks={range.ticks} right={margin.left + inner} />
        <Marks {...props} projection={projection} />
      </svg>
    </div>
  );
}

type PlotAxesProps = ScorePlotProps & { projection: Projection; ticks: readonly number[]; right: number };

/** Hairlines at the scores, an ink baseline with the places, and the two names. */
function PlotAxes({ projection, ticks, right, xTicks, xLabel, yLabel }: PlotAxesProps) {
  const { x, y, bottom } = projection;
  return (
    <g fontSize="12" fill="var(--ink-3)">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={right} y1={y(tick).y} y2={y(tick).y} stroke="var(--rule)" />
          <text x={margin.left - 6} y={y(tick).y + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <line x1={margin.left} x2={right} y1={bottom} y2={bottom} stroke="var(--ink)" />
      {xTicks.map((tick, position) => (
        <g key={tick}>
          <line x1={x(position)} x2={x(position)} y1={bottom} y2={bottom + 4} stroke="var(--ink)" />
          <text x={x(position)} y={bottom + 18} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <g fill="var(--ink-2)">
        <text x={right} y={bottom + 36} textAnchor="end">
          {xLabel}
        </text>
        <text x={4} y={14}>
          {yLabel}
        </text>
      </g>
    </g>
  );
}

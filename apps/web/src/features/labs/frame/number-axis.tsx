"use client";
import { useRef } from "react";
import { useWidth } from "./use-width.ts";

export type AxisMark = {
  value: number;
  label: string;
  /** `paper`: a solid square, label above. `live`: an open circle in blue, label below. */
  kind: "paper" | "live";
};

/** A length measured on the axis, in blue, its label below. */
export type AxisSpan = { from: number; to: number; label: string };

export type NumberAxisProps = {
  scale: "log" | "linear";
  /** The ends of the axis; above 0 if it is a log axis. What lies outside is not drawn. */
  from: number;
  to: number;
  ticks: readonly { value: number; label: string }[];
  marks: readonly AxisMark[];
  span?: AxisSpan;
  /** What a screen reader says of the figure. */
  describe: string;
};

const [side, height, baseline] = [28, 92, 44];

/** A horizontal axis with marks on it, as wide as its column. */
export function NumberAxis({ scale, from, to, ticks, marks, span, describe }: NumberAxisProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const share = (value: number) =>
    scale === "log" ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  const x = (value: number) => side + share(value) * (width - 2 * side);
  const place = (value: number) => ({ x: x(value), anchor: anchorAt(x(value), width) });
  const inside = marks.filter(({ value }) => value >= from && value <= to);
  return (
    <div ref={box}>
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={describe} fontSize="12">
        <line x1={side} x2={width - side} y1={baseline} y2={baseline} stroke="var(--ink)" />
        {ticks.map(({ value, label }) => (
          <g key={value}>
            <line x1={x(value)} x2={x(value)} y1={baseline} y2={baseline + 5} stroke="var(--ink)" />
            <text x={x(value)} y={baseline + 19} textAnchor="middle" fill="var(--ink-3)">
              {label}
            </text>
          </g>
        ))}
        {span === undefined ? null : <Span {...span} x={x} width={width} />}
        {inside
          .filter(({ kind }) => kind === "paper")
          .map(({ value, label }, i) => <PaperMark key={label} {...place(value)} label={label} isHigh={i % 2 === 1} />)
          // A low label lies over its neighbour's line, not under it.
          .toReversed()}
        {inside
          .filter(({ kind }) => kind === "live")
          .map(({ value, label }) => (
            <g key={label} fill="var(--live)">
              <circle cx={x(value)} cy={baseline} r="6" fill="var(--paper)" stroke="var(--live)" strokeWidth="2.5" />
              <text x={x(value)} y={height - 8} textAnchor={place(value).anchor} fontWeight="600">
                {label}
              </text>
            </g>
          ))}
      </svg>
    </div>
  );
}

type Anchor = "start" | "middle" | "end";

/** Labels of neighbours take turns in two rows, so that the marks may lie closer than their labels are wide. */
function PaperMark({ x, anchor, label, isHigh }: { x: number; anchor: Anchor; label: string; isHigh: boolean }) {
  return (
    <g className="haloed">
      {isHigh ? <line x1={x} x2={x} y1="16" y2={baseline - 6} stroke="var(--rule)" /> : null}
      <rect x={x - 4} y={baseline - 4} width="8" height="8" fill="var(--viz-paper)" />
      <text x={x} y={isHigh ? 12 : 28} textAnchor={anchor} fill="var(--ink)">
        {label}
      </text>
    </g>
  );
}

function Span({ from, to, label, x, width }: AxisSpan & { x: (value: number) => number; width: number }) {
  const [left, right] = [x(from), x(to)];
  const middle = Math.max(70, Math.min(width - 70, (left + right) / 2));
  return (
    <g stroke="var(--live)">
      <line x1={left} x2={right} y1={baseline} y2={baseline} strokeWidth="4" />
      {[left, right].map((end, i) => (
        <line key={i} x1={end} x2={end} y1={baseline - 9} y2={baseline + 9} strokeWidth="2.5" />
      ))}
      <text x={middle} y={height - 8} textAnchor="middle" fontWeight="600" fill="var(--live)" stroke="none">
        {label}
      </text>
    </g>
  );
}

/** Near an end of the figure a label grows inwards. */
function anchorAt(x: number, width: number): Anchor {
  if (x < 70) return "start";
  return x > width - 70 ? "end" : "middle";
}

import { Fragment, type ReactNode } from "react";
import { percentage } from "./scale.ts";

/** A mark in a row; places are from 0 at the start of the axis to 100 at its end. */
export type RowMark =
  | { kind: "dot"; at: number; isHollow?: boolean; label?: string; side?: "before" | "after" }
  | { kind: "whisker" | "range" | "striped"; from: number; to: number }
  | { kind: "bar"; to: number };

export type ChartRow = { id: string; label: ReactNode; marks: readonly RowMark[]; value?: ReactNode };
export type Guide = { at: number; label: string; side?: "before" | "after" };

export type RowChartProps = {
  /** The chart in a sentence. */
  describe: string;
  ticks: readonly { at: number; label: string }[];
  /** Dashed lines through all rows, named above them. */
  guides?: readonly Guide[];
  /** What stands above the values. */
  valueHead?: string;
  /** On a phone, names stand above the marks: for names and values that need the room. */
  isStacked?: boolean;
  rows: readonly ChartRow[];
};

/** Rows of marks on one horizontal axis: name, marks, value. Places are shares of the width, so letters keep their size. */
export function RowChart({ describe, ticks, guides = [], valueHead, isStacked, rows }: RowChartProps) {
  return (
    <div className={isStacked ? "row-chart stacked" : "row-chart"} role="img" aria-label={describe}>
      {guides.length > 0 || valueHead !== undefined ? <HeadRow guides={guides} valueHead={valueHead} /> : null}
      {rows.map(({ id, label, marks, value }) => (
        <Fragment key={id}>
          <div className="row-label">{label}</div>
          <Track>
            {ticks.map(({ at }) => (
              <line key={at} x1={percentage(at)} x2={percentage(at)} y1="0" y2="100%" stroke="var(--rule)" />
            ))}
            {guides.map(({ at }) => (
              <GuideLine key={at} at={at} />
            ))}
            {marks.map((mark, i) => (
              <Mark key={i} mark={mark} />
            ))}
          </Track>
          <div className="row-value num">{value}</div>
        </Fragment>
      ))}
      <div className="row-corner" />
      <Track className="row-axis">
        <line x1="0" x2="100%" y1="0" y2="0" stroke="var(--ink)" />
        {ticks.map(({ at, label }) => (
          <g key={at}>
            <line x1={percentage(at)} x2={percentage(at)} y1="0" y2="5" stroke="var(--ink)" />
            <text x={percentage(at)} y="19" textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
      </Track>
      <div className="row-corner" />
    </div>
  );
}

function Track({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={className ?? "row-track"}>
      <svg aria-hidden fontSize="12" fill="var(--ink-3)">
        {children}
      </svg>
    </div>
  );
}

function HeadRow({ guides, valueHead }: { guides: readonly Guide[]; valueHead: string | undefined }) {
  return (
    <>
      <div className="row-corner" />
      <Track className="row-head">
        {guides.map(({ at, label, side }) => (
          <text key={at} x={percentage(at)} y="14" textAnchor={anchors[side ?? "middle"]} dx={shifts[side ?? "middle"]}>
            {label}
          </text>
        ))}
      </Track>
      <div className="row-value row-value-head">{valueHead}</div>
    </>
  );
}

const anchors = { before: "end", middle: "middle", after: "start" } as const;
const shifts = { before: 4, middle: 0, after: -4 };

const GuideLine = ({ at }: { at: number }) => (
  <line x1={percentage(at)} x2={percentage(at)} y1="0" y2="100%" stroke="var(--ink-2)" strokeDasharray="4 4" />
);

function Mark({ mark }: { mark: RowMark }) {
  switch (mark.kind) {
    case "dot":
      return <Dot {...mark} />;
    case "bar":
      return (
        <rect y="50%" width={percentage(mark.to)} height="14" transform="translate(0 -7)" fill="var(--viz-paper)" />
      );
    case "whisker":
      return <Ended from={mark.from} to={mark.to} width={1.5} />;
    case "range":
      return <Ended from={mark.from} to={mark.to} width={6} />;
    case "striped":
      return <Stretch from={mark.from} to={mark.to} strokeWidth="12" strokeDasharray="2 4" />;
  }
}

type StretchProps = { from: number; to: number; strokeWidth: string; strokeDasharray?: string };

function Stretch({ from, to, ...stroke }: StretchProps) {
  return <line x1={percentage(from)} x2={percentage(to)} y1="50%" y2="50%" stroke="var(--viz-paper)" {...stroke} />;
}

/** A stretch whose two ends are known numbers. */
function Ended({ from, to, width }: { from: number; to: number; width: number }) {
  return (
    <>
      <Stretch from={from} to={to} strokeWidth={String(width)} />
      {[from, to].map((end) => (
        <rect
          key={end}
          x={percentage(end)}
          y="50%"
          width="1.5"
          height="12"
          transform="translate(-0.75 -6)"
          fill="var(--viz-paper)"
        />
      ))}
    </>
  );
}

type DotProps = Extract<RowMark, { kind: "dot" }>;

/** A square, as all that a paper printed; hollow for the other of two kinds. */
function Dot({ at, isHollow, label, side = "after" }: DotProps) {
  return (
    <>
      <rect
        x={percentage(at)}
        y="50%"
        width="9"
        height="9"
        transform="translate(-4.5 -4.5)"
        fill={isHollow ? "var(--paper)" : "var(--viz-paper)"}
        stroke="var(--viz-paper)"
        strokeWidth="1.5"
      />
      {label === undefined ? null : (
        <text
          x={percentage(at)}
          y="50%"
          dx={side === "after" ? 9 : -9}
          dy="4"
          textAnchor={side === "after" ? "start" : "end"}
          className="halo"
        >
          {label}
        </text>
      )}
    </>
  );
}

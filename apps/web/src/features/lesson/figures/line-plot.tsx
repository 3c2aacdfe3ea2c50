import { linearScale, percentage, type Scale } from "./scale.ts";

/** A score, in per cent, at a place of the horizontal axis, 0 to 100. */
export type PlotPoint = { at: number; percent: number };
/** Points that belong together. */
export type PlotLine = {
  id: string;
  /** Written beside the last point. */
  label: string;
  /** Half the width of a square, in pixels. */
  size: number;
  points: readonly PlotPoint[];
  /** Where the dots lead the eye, if not straight from point to point. */
  guide?: readonly PlotPoint[];
};
/** What was traced by eye: between `low` and `high` at each place. */
export type TracedBand = { id: string; points: readonly { at: number; low: number; high: number }[] };

export type LinePlotProps = {
  /** The chart in a sentence. */
  describe: string;
  /** Labels of neighbouring ticks that stand too close take turns in two rows. */
  ticks: readonly { at: number; label: string; isLow?: boolean }[];
  xLabel: string;
  yLabel: string;
  /** Where the scores end, a multiple of 20; they start at 0. */
  top: number;
  lines: readonly PlotLine[];
  traced?: readonly TracedBand[];
  /** Written at the last band. */
  tracedLabel?: string;
};

const height = 240;

/** Printed scores as squares, joined by dots. Places are shares of the width, so letters keep their size. */
export function LinePlot(props: LinePlotProps) {
  const { describe, top, lines, yLabel, xLabel } = props;
  const up = linearScale(0, top);
  const y: Scale = (percent) => height - (height * up(percent)) / 100;
  return (
    <div className="line-plot" role="img" aria-label={describe}>
      <p className="plot-y">{yLabel}</p>
      <svg aria-hidden height={height} fontSize="12" fill="var(--ink-3)">
        <Axes {...props} y={y} />
        <Bands {...props} y={y} />
        {lines.map((line) => (
          <Line key={line.id} line={line} y={y} />
        ))}
      </svg>
      <p className="plot-x">{xLabel}</p>
    </div>
  );
}

function Axes({ ticks, top, y }: LinePlotProps & { y: Scale }) {
  const scores = Array.from({ length: top / 20 + 1 }, (_, i) => 20 * i);
  return (
    <>
      {scores.map((score) => (
        <g key={score}>
          <line x1="0" x2="100%" y1={y(score)} y2={y(score)} stroke={score === 0 ? "var(--ink)" : "var(--rule)"} />
          <text x="-8" y={y(score) + 4} textAnchor="end">
            {score}
          </text>
        </g>
      ))}
      {ticks.map(({ at, label, isLow }) => (
        <g key={label}>
          <line
            x1={percentage(at)}
            x2={percentage(at)}
            y1={height}
            y2={height + (isLow ? 20 : 5)}
            stroke="var(--ink-3)"
          />
          <text x={percentage(at)} y={height + (isLow ? 33 : 18)} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </>
  );
}

/** Stretched to the width there is: its own viewBox is 100 wide, and only its outline keeps its thickness. */
function Bands({ traced = [], tracedLabel, y }: LinePlotProps & { y: Scale }) {
  const named = traced.at(-1)?.points.at(-2);
  return (
    <>
      <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
        {traced.map(({ id, points }) => (
          <polygon
            key={id}
            points={[
              ...points.map(({ at, high }) => `${at},${y(high)}`),
              ...points.map(({ at, low }) => `${at},${y(low)}`).toReversed(),
            ].join(" ")}
            fill="var(--viz-traced)"
            fillOpacity="0.12"
            stroke="var(--viz-traced)"
            strokeDasharray="4 4"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {named === undefined || tracedLabel === undefined ? null : (
        <text x={percentage(named.at)} y={y(named.low) + 18} textAnchor="middle" className="halo">
          {tracedLabel}
        </text>
      )}
    </>
  );
}

function Line({ line, y }: { line: PlotLine; y: Scale }) {
  const { points, size, label, guide = points } = line;
  return (
    <g>
      {guide.slice(1).map((point, i) => (
        <line
          key={point.at}
          x1={percentage(guide[i]?.at ?? point.at)}
          y1={y(guide[i]?.percent ?? point.percent)}
          x2={percentage(point.at)}
          y2={y(point.percent)}
          stroke="var(--viz-traced)"
          strokeDasharray="1 5"
          strokeLinecap="round"
        />
      ))}
      {points.map(({ at, percent }) => (
        <rect
          key={at}
          x={percentage(at)}
          y={y(percent)}
          width={2 * size}
          height={2 * size}
          transform={`translate(${-size} ${-size})`}
          fill="var(--viz-paper)"
        />
      ))}
      <text x="100%" dx={size + 5} y={y(points.at(-1)?.percent ?? 0) + 4} fontWeight="600" fill="var(--ink)">
        {label}
      </text>
    </g>
  );
}

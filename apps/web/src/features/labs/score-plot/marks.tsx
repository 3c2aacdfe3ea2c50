import type { PlotBracket, PlotPoint, PlotSeries, Projection, ScorePlotProps } from "./score-plot.tsx";

type MarksProps = ScorePlotProps & { projection: Projection };

/** Everything that stands for data, faint things first. */
export function Marks({ projection, series, brackets = [], traced = [], bands = [], kind, isJoined }: MarksProps) {
  return (
    <>
      {bands.map(({ x, low, high }) => (
        <rect
          key={x}
          x={projection.x(x) - 9}
          width="18"
          y={projection.y(high).y}
          height={Math.max(2, projection.y(low).y - projection.y(high).y)}
          fill="var(--viz-track)"
        />
      ))}
      {traced.map(({ id, points }) => (
        <TracedBand key={id} points={points} projection={projection} />
      ))}
      {series.map((one) => (
        <Series key={one.id} series={one} kind={kind} projection={projection} isJoined={isJoined === true} />
      ))}
      <Labels series={series} projection={projection} />
      {brackets.map((bracket) => (
        <Bracket key={bracket.id} bracket={bracket} projection={projection} />
      ))}
    </>
  );
}

type SeriesProps = { series: PlotSeries; kind: ScorePlotProps["kind"]; projection: Projection; isJoined: boolean };

function Series({ series, kind, projection, isJoined }: SeriesProps) {
  const { points, size, isFaint } = series;
  const path = points.map(({ x, percent }) => `${projection.x(x)},${projection.y(percent).y}`).join(" ");
  return (
    <g opacity={isFaint ? 0.5 : 1}>
      {isJoined ? (
        <polyline
          points={path}
          fill="none"
          stroke={kind === "paper" ? "var(--viz-traced)" : "var(--viz-ours)"}
          strokeWidth="1"
          strokeDasharray="1 5"
          strokeLinecap="round"
        />
      ) : null}
      {points.map((point) =>
        kind === "paper" ? (
          <PaperMark key={point.x} point={point} size={size} projection={projection} />
        ) : (
          <OursMark key={point.x} point={point} size={size} projection={projection} />
        ),
      )}
    </g>
  );
}

type MarkProps = { point: PlotPoint; size: number; projection: Projection };

/** A solid square; hollow where the score has no place on the axis and stands at its edge. */
function PaperMark({ point, size, projection }: MarkProps) {
  const { y, isOff } = projection.y(point.percent);
  return (
    <rect
      x={projection.x(point.x) - size}
      y={y - size}
      width={2 * size}
      height={2 * size}
      fill={isOff ? "var(--paper)" : "var(--viz-paper)"}
      stroke="var(--viz-paper)"
      strokeWidth="1.25"
    />
  );
}

/** An open circle with the whiskers of its interval. */
function OursMark({ point, size, projection }: MarkProps) {
  const x = projection.x(point.x);
  const { low, high, percent } = point;
  return (
    <g stroke="var(--viz-ours)">
      {low === undefined || high === undefined ? null : (
        <>
          <line x1={x} x2={x} y1={projection.y(low).y} y2={projection.y(high).y} strokeWidth="1.5" />
          {[low, high].map((end, i) => (
            <line key={i} x1={x - 5} x2={x + 5} y1={projection.y(end).y} y2={projection.y(end).y} strokeWidth="1.5" />
          ))}
        </>
      )}
      <circle cx={x} cy={projection.y(percent).y} r={size} fill="var(--paper)" strokeWidth="2" />
    </g>
  );
}

/** The least distance between two labels, baseline to baseline. */
const labelGap = 14;

/** The name of each series beside its last point; where several would overlap, they move apart. */
function Labels({ series, projection }: { series: readonly PlotSeries[]; projection: Projection }) {
  const ends = series
    .flatMap(({ id, label, points, isFaint, size }) => {
      const last = points.at(-1);
      if (last === undefined || label === "") return [];
      return [{ id, label, isFaint, x: projection.x(last.x) + size + 5, y: projection.y(last.percent).y }];
    })
    .sort((a, b) => b.y - a.y);
  return (
    <g fontSize="12" fill="var(--ink)" className="haloed">
      {spread(ends, projection.bottom).map(({ id, label, isFaint, x, y }) => (
        <text key={id} x={x} y={y + 4} fill={isFaint ? "var(--ink-3)" : undefined} fontWeight={isFaint ? 400 : 600}>
          {label}
        </text>
      ))}
    </g>
  );
}

/** Moves labels, lowest first, up as far as they need to keep their distance. */
function spread<T extends { x: number; y: number }>(ends: readonly T[], bottom: number): T[] {
  const placed: T[] = [];
  for (const end of ends) {
    const crowded = placed.filter(({ x }) => Math.abs(x - end.x) < 60).map(({ y }) => y - labelGap);
    placed.push({ ...end, y: Math.min(end.y, bottom, ...crowded) });
  }
  return placed;
}

/** A step on the figure: two hairlines, the height between them, and its value. */
function Bracket({ bracket, projection }: { bracket: PlotBracket; projection: Projection }) {
  const { from, to, label } = bracket;
  const [x1, x2] = [projection.x(from.x), projection.x(to.x)];
  const [y1, y2] = [projection.y(from.percent).y, projection.y(to.percent).y];
  const at = x1 + 0.62 * (x2 - x1);
  return (
    <g className="haloed">
      <path
        d={`M${x1} ${y1}H${at + 5}M${x2} ${y2}H${at - 5}M${at} ${y1}V${y2}`}
        fill="none"
        stroke="var(--live)"
        strokeWidth="2"
      />
      <text x={at - 6} y={(y1 + y2) / 2 + 4} textAnchor="end" fontSize="12" fontWeight="600" fill="var(--live)">
        {label}
      </text>
    </g>
  );
}

function TracedBand({ points, projection }: { points: readonly Required<PlotPoint>[]; projection: Projection }) {
  const edge = (end: "low" | "high") => points.map((point) => `${projection.x(point.x)},${projection.y(point[end]).y}`);
  return (
    <polygon
      points={[...edge("high"), ...edge("low").reverse()].join(" ")}
      fill="var(--viz-traced)"
      fillOpacity="0.12"
      stroke="var(--viz-traced)"
      strokeDasharray="4 4"
    />
  );
}

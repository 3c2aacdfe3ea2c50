/** A linear map from data to the figure, and where its axis lies. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (value: number) => number;
  y: (value: number) => number;
}

export type AxesProps = {
  frame: Frame;
  xTicks: readonly number[];
  yTicks: readonly number[];
  xLabel: string;
  yLabel?: string;
  /** Ticks of a log axis are given as values, as all others. */
  format?: (value: number) => string;
};

/** Hairlines at the y ticks, an ink baseline with the x ticks, and the two names. */
export function Axes({ frame, xTicks, yTicks, xLabel, yLabel, format = String }: AxesProps) {
  const { left, right, top, bottom, x, y } = frame;
  return (
    <g fontSize="12" fill="var(--ink-3)">
      {yTicks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
          <text x={left - 7} y={y(tick) + 4} textAnchor="end">
            {format(tick).replace("-", "−")}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={bottom} y2={bottom + 4} stroke="var(--ink)" />
          <text x={x(tick)} y={bottom + 18} textAnchor="middle">
            {format(tick).replace("-", "−")}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--ink)" />
      <g fontWeight="600" fill="var(--ink-2)">
        <text x={right} y={bottom + 18} textAnchor="end">
          {xLabel}
        </text>
        {yLabel === undefined ? null : (
          <text x={left - 7} y={top - 8} textAnchor="end">
            {yLabel}
          </text>
        )}
      </g>
    </g>
  );
}

/** Keeps a coordinate drawable: far outside stays outside, but within what a renderer can handle. */
export function tame(coordinate: number): number {
  return Number.isNaN(coordinate) ? 1e4 : Math.max(-1e4, Math.min(1e4, coordinate));
}

import { onAxis, type ScoreAxis } from "@fewshot/ml-core";

/** Scores at the two ends of an axis, and the scores that get a tick. In per cent. */
export interface AxisRange {
  from: number;
  to: number;
  ticks: readonly number[];
}

const logRange: AxisRange = { from: 0.1, to: 100, ticks: [0.1, 1, 10, 100] };
const oddsTicks = [0.1, 1, 10, 50, 90, 99];

/**
 * The axis for scores up to `largest` per cent. The linear one starts at 0, as every axis of a share should; the other
 * two have no 0 and start at 0.1.
 */
export function axisRange(axis: ScoreAxis, largest: number): AxisRange {
  if (axis === "log") return logRange;
  if (axis === "log-odds") {
    const to = largest > 90 ? 99 : 90;
    return { from: 0.1, to, ticks: oddsTicks.filter((tick) => tick <= to) };
  }
  const step = largest > 50 ? 20 : largest > 20 ? 10 : 5;
  const to = Math.max(step, Math.ceil(largest / step) * step);
  return { from: 0, to, ticks: Array.from({ length: to / step + 1 }, (_, i) => i * step) };
}

/**
 * How far up an axis a score stands.
 *
 * @returns 0 at the bottom to 1 at the top; below 0.1 per cent on an axis without zero, the bottom. `isOff` tells that
 *   the score itself lies outside.
 */
export function heightOf(percent: number, axis: ScoreAxis, range: AxisRange): { height: number; isOff: boolean } {
  const [low, high] = [onAxis(range.from, axis) ?? 0, onAxis(range.to, axis) ?? 1];
  const at = onAxis(percent, axis) ?? (percent > 50 ? Infinity : -Infinity);
  const height = (at - low) / (high - low);
  return { height: Math.min(1, Math.max(0, height)), isOff: height < -1e-9 || height > 1 + 1e-9 };
}

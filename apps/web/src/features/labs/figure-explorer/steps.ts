import { scoreSizes, stepHeight, tenfoldsBetween, type ScoreAxis } from "@fewshot/ml-core";
import { decimal } from "../format.ts";
import { scoreAt, type ExplorerState, type StepPick } from "./state.ts";

/** The height of a marked step on the axis on show; null where an end has no place on it. */
export function heightOfStep(state: ExplorerState, { line, from, to }: StepPick): number | null {
  const isBySize = state.preset !== "figure-1-2";
  const tenfolds = isBySize && state.isPerTenfold ? { tenfolds: tenfoldsBetween(from, to) } : {};
  return stepHeight(scoreAt(state, line, from), scoreAt(state, line, to), { axis: state.axis, ...tenfolds });
}

/** A height as it is said: points with a sign, a factor, or log-odds. */
export function heightText(height: number | null, axis: ScoreAxis): string {
  if (height === null) return "–";
  if (axis === "log") return `×${decimal(10 ** height, 2)}`;
  return `${height < 0 ? "−" : "+"}${decimal(Math.abs(height), axis === "linear" && Math.abs(height) >= 10 ? 1 : 2)}`;
}

/** One of the seven steps from size to size, with its height. */
export interface SizeStep {
  from: number;
  to: number;
  name: string;
  height: number | null;
}

/** The seven steps of the chosen line on the axis on show, in order of size. */
export function sizeSteps(state: ExplorerState): SizeStep[] {
  return scoreSizes.slice(1).map((to, from) => ({
    from,
    to: from + 1,
    name: `${scoreSizes[from]} → ${to}`,
    height: heightOfStep(state, { line: state.pick.line, from, to: from + 1 }),
  }));
}

/** The tallest step; the earliest of equals. Undefined if no step has a height. */
export function tallestStep(steps: readonly SizeStep[]): SizeStep | undefined {
  return [...steps].filter(({ height }) => height !== null).sort((a, b) => (b.height ?? 0) - (a.height ?? 0))[0];
}

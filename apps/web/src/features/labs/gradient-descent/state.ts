import type { LabState } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";
import { bottom, epochs, lossOf, type Run } from "./problem.ts";

export const presetIds = ["contour", "by-hand"] as const;
export type PresetId = (typeof presetIds)[number];

/** Slider ranges. The learning rate moves in thousandths, so that the edge can be bracketed to three decimals. */
export const ranges = {
  learningRate: { min: 0.001, max: 0.1, step: 0.001, decimals: 3 },
  epoch: { min: 0, max: epochs - 1, step: 1, decimals: 0 },
  w: { min: -1, max: 4, step: 0.01, decimals: 2 },
  b: { min: -3, max: 3, step: 0.01, decimals: 2 },
} as const;

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds: Readonly<Record<PresetId, readonly { id: string; end: string }[]>> = {
  contour: [
    { id: "near-bottom", end: "finalLoss <= 0.1003" },
    { id: "edge", end: "seen(lr=0.084, grows=false) && seen(lr=0.085, grows=true)" },
    { id: "overshoot", end: "learningRate == 0.01 && epoch == 17" },
  ],
  "by-hand": [
    { id: "below-one", end: "loss < 1" },
    { id: "below-twelve", end: "loss < 0.12" },
    { id: "solved", end: "solved" },
  ],
};

/** The bets a learner chooses from, by position. */
export const betOptions = ["a", "b", "c"] as const;

/** A run looked at to its end. */
export interface SeenRun extends Record<string, number | boolean | string> {
  lr: number;
  grows: boolean;
}

/** All of the lab that is not computed. `w` and `b` are those of the sliders of `by-hand`. */
export interface GradientState {
  learningRate: number;
  /** The update on show, 0 to 99. */
  epoch: number;
  w: number;
  b: number;
  /** True while w and b are those of the least-squares button. */
  solved: boolean;
  bet: number | null;
  seen: readonly SeenRun[];
}

export const startState: GradientState = {
  learningRate: 0.01,
  epoch: 0,
  w: 0,
  b: 0,
  solved: false,
  bet: null,
  seen: [],
};

/** Moves to an update; looking at the last one records whether the run ended above its start. */
export function lookAt(state: GradientState, run: Run, epoch: number): GradientState {
  const at = Math.max(ranges.epoch.min, Math.min(ranges.epoch.max, Math.round(epoch)));
  const moved = { ...state, epoch: at };
  return at === ranges.epoch.max ? recordRun(moved, run) : moved;
}

/** Another learning rate; the update on show stays the same. */
export function changeRate(state: GradientState, run: Run): GradientState {
  return lookAt({ ...state, learningRate: run.learningRate }, run, state.epoch);
}

/** Sets w and b to those of the least-squares formula. */
export function solve(state: GradientState): GradientState {
  return { ...state, w: bottom.w, b: bottom.b, solved: true };
}

/** The state that missions are checked against. Numbers that left the range of doubles are the largest double. */
export function publishState(preset: PresetId, state: GradientState, run: Run): LabState {
  if (preset === "by-hand") {
    return { values: { w: state.w, b: state.b, loss: lossOf(state.w, state.b), solved: state.solved }, seen: [] };
  }
  const update = run.updates[state.epoch];
  return {
    values: {
      learningRate: state.learningRate,
      epoch: state.epoch,
      finalLoss: finite(run.finalLoss),
      ...(update === undefined ? {} : { loss: finite(update.loss), w: finite(update.w), b: finite(update.b) }),
    },
    seen: [...state.seen],
  };
}

interface LinkState {
  preset: PresetId;
  lr: number;
  epoch: number;
  w: number;
  b: number;
}

const fields: FragmentFields<LinkState> = {
  preset: choiceField(presetIds),
  lr: numberField(ranges.learningRate),
  epoch: numberField(ranges.epoch),
  w: numberField(ranges.w),
  b: numberField(ranges.b),
};

/** The preset of that name; `contour` for a name the lab does not know. */
export function presetOf(name: string): PresetId {
  return presetIds.find((id) => id === name) ?? "contour";
}

/** Reads a link's fragment; garbage is ignored. */
export function readLink(hash: string): Partial<GradientState> & { preset?: PresetId } {
  const { lr, ...link } = decodeFragment(hash, fields);
  return { ...link, ...(lr === undefined ? {} : { learningRate: lr }) };
}

/** Writes what differs from the start as a fragment. */
export function writeLink(preset: PresetId, state: GradientState): string {
  const link = { preset, lr: state.learningRate, epoch: state.epoch, w: state.w, b: state.b };
  const { learningRate: lr, epoch, w, b } = startState;
  return encodeFragment(link, fields, { preset: "contour", lr, epoch, w, b });
}

function recordRun(state: GradientState, run: Run): GradientState {
  if (state.seen.some((record) => record.lr === run.learningRate)) return state;
  const start = run.updates[0]?.loss ?? 0;
  return { ...state, seen: [...state.seen, { lr: run.learningRate, grows: !(run.finalLoss <= start) }] };
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  return value < 0 ? -Number.MAX_VALUE : Number.MAX_VALUE;
}

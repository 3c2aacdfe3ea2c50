import type { LabState } from "@fewshot/quiz";
import {
  choiceField,
  decodeFragment,
  encodeFragment,
  numberField,
  type FragmentField,
  type FragmentFields,
} from "../fragment.ts";
import { blankIds, noAnswers, type Answers } from "./exercise.ts";
import { bottom, epochs, lossOf, type Run } from "./problem.ts";

export const presetIds = ["contour", "by-hand", "worked-faded-free"] as const;
export type PresetId = (typeof presetIds)[number];

/** Slider ranges. The learning rate moves in thousandths, so that the edge can be bracketed to three decimals. */
export const ranges = {
  learningRate: { min: 0.001, max: 0.1, step: 0.001, decimals: 3 },
  epoch: { min: 0, max: epochs - 1, step: 1, decimals: 0 },
  w: { min: -1, max: 4, step: 0.01, decimals: 2 },
  b: { min: -3, max: 3, step: 0.01, decimals: 2 },
  answer: { min: -1000, max: 1000, decimals: 6 },
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
  // Exact: 0.454169; 0.800946 and 0.219438; 1.065741 and 0.291583. The bounds let in what three decimals lead to.
  "worked-faded-free": [
    { id: "worked", end: "abs(wAfter0 - 0.454) <= 0.0015" },
    { id: "faded", end: "abs(wAfter1 - 0.801) <= 0.0015 && abs(bAfter1 - 0.219) <= 0.0015" },
    { id: "alone", end: "abs(wAfter2 - 1.066) <= 0.0015 && abs(bAfter2 - 0.292) <= 0.0015" },
  ],
};

/** The bets a learner chooses from, by position. */
export const betOptions = ["a", "b", "c"] as const;

/** A run looked at to its end. */
export interface SeenRun extends Record<string, number | boolean | string> {
  lr: number;
  grows: boolean;
}

/** All of the lab that is not computed. `w` and `b` are the sliders of `by-hand`, the answers those of the exercise. */
export interface GradientState extends Answers {
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
  ...noAnswers,
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
  if (preset === "worked-faded-free") return { values: typedOf(state), seen: [] };
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

interface LinkState extends Answers {
  preset: PresetId;
  lr: number;
  epoch: number;
  w: number;
  b: number;
}

const answerField: FragmentField<number | null> = {
  parse: numberField(ranges.answer).parse,
  format: (value) => (value === null ? "" : numberField(ranges.answer).format(value)),
};

const fields: FragmentFields<LinkState> = {
  preset: choiceField(presetIds),
  lr: numberField(ranges.learningRate),
  epoch: numberField(ranges.epoch),
  w: numberField(ranges.w),
  b: numberField(ranges.b),
  wAfter0: answerField,
  wAfter1: answerField,
  bAfter1: answerField,
  wAfter2: answerField,
  bAfter2: answerField,
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
  return encodeFragment(linkOf(preset, state), fields, linkOf("contour", startState));
}

function linkOf(preset: PresetId, state: GradientState): LinkState {
  return { ...state, preset, lr: state.learningRate };
}

/** Blanks that were not filled in are not published: a mission never counts on them. */
function typedOf(answers: Answers): LabState["values"] {
  return Object.fromEntries(
    blankIds.flatMap((id) => {
      const typed = answers[id];
      return typed === null ? [] : [[id, typed]];
    }),
  );
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

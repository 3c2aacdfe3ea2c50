import type { LabState } from "@fewshot/quiz";
import type { TrainerAnswer, TrainerProgress } from "./serve-trainer.ts";
import { contextLength, parametersOf, type Size } from "./trainer.ts";

/** Text that can be learnt: shorter has too few pieces, longer takes too many characters of its own. */
export const textLimits = { min: 2 * contextLength, max: 4000 } as const;

/** The lab's models have at most so many parameters. */
export const mostParameters = 200_000;

export interface CurvePoint {
  step: number;
  loss: number;
}

export interface WrittenSample {
  step: number;
  text: string;
}

/** Losses of the last steps, so that one lucky batch does not count as learning. */
const recentSteps = 20;

export interface ScratchState {
  text: string;
  size: Size;
  /** Null until the worker has made the model. */
  parameters: number | null;
  steps: number;
  firstLoss: number | null;
  curve: readonly CurvePoint[];
  samples: readonly WrittenSample[];
  isFrozen: boolean;
  hashNow: string | null;
  hashAtFreeze: string | null;
  generatedSinceFreeze: number;
  written: string;
  /** Single steps taken from a frozen model, with what they did to the fingerprint. */
  resumed: readonly { changed: boolean }[];
  bet: number | null;
}

/** @param text - What the model will learn. */
export function scratchStart(text: string): ScratchState {
  return {
    text,
    size: "small",
    parameters: null,
    steps: 0,
    firstLoss: null,
    curve: [],
    samples: [],
    isFrozen: false,
    hashNow: null,
    hashAtFreeze: null,
    generatedSinceFreeze: 0,
    written: "",
    resumed: [],
    bet: null,
  };
}

export type ScratchAction =
  /** Another text or size is another model. */
  | { type: "setup"; change: { text?: string; size?: Size } }
  | { type: "created"; answer: TrainerAnswer }
  /** @param from - Steps before this training. */
  | { type: "progress"; from: number; progress: TrainerProgress }
  | { type: "trained"; from: number; answer: TrainerAnswer }
  | { type: "freeze" }
  | { type: "written"; answer: TrainerAnswer }
  | { type: "bet"; bet: number }
  | { type: "restart"; text: string };

export function reduceScratch(state: ScratchState, action: ScratchAction): ScratchState {
  switch (action.type) {
    case "setup":
      return { ...scratchStart(state.text), size: state.size, bet: state.bet, ...action.change };
    case "restart":
      return { ...scratchStart(action.text), bet: state.bet };
    case "created":
      return { ...state, parameters: action.answer.parameters, hashNow: action.answer.hash };
    case "progress":
      return progressed(state, action.from, action.progress);
    case "trained":
      return trained(state, action.from, action.answer);
    case "freeze":
      return { ...state, isFrozen: true, hashAtFreeze: state.hashNow, generatedSinceFreeze: 0, written: "" };
    case "written": {
      const { hash, text } = action.answer;
      return {
        ...state,
        hashNow: hash,
        written: text,
        generatedSinceFreeze: state.generatedSinceFreeze + [...text].length,
      };
    }
    case "bet":
      return { ...state, bet: action.bet };
  }
}

function progressed(
  state: ScratchState,
  from: number,
  { steps, loss, firstLoss, sample }: TrainerProgress,
): ScratchState {
  const step = from + steps;
  const samples = sample === null ? state.samples : [...state.samples, { step, text: sample }];
  return {
    ...state,
    steps: step,
    firstLoss: state.firstLoss ?? firstLoss,
    curve: [...state.curve, { step, loss }],
    samples,
  };
}

/** A training that began frozen was a resumption: the fingerprints before and after it are compared. */
function trained(state: ScratchState, from: number, { steps, firstLoss, hash }: TrainerAnswer): ScratchState {
  const resumed =
    state.isFrozen && steps === 1 ? [...state.resumed, { changed: hash !== state.hashNow }] : state.resumed;
  return {
    ...state,
    resumed,
    steps: from + steps,
    firstLoss: state.firstLoss ?? firstLoss,
    hashNow: hash,
    isFrozen: state.isFrozen && steps === 0,
  };
}

/** Mean loss of the reports that cover the last steps; null before the first. */
export function recentLoss({ curve, steps }: Pick<ScratchState, "curve" | "steps">): number | null {
  const recent = curve.filter(({ step }, i) => step > steps - recentSteps || i === curve.length - 1);
  return recent.length === 0 ? null : recent.reduce((sum, { loss }) => sum + loss, 0) / recent.length;
}

export function publishScratch(state: ScratchState): LabState {
  const { steps, firstLoss, isFrozen, generatedSinceFreeze, hashNow, hashAtFreeze, parameters } = state;
  const trainingLoss = recentLoss(state);
  return {
    values: {
      steps,
      frozen: isFrozen,
      generatedSinceFreeze,
      ...(parameters !== null && { parameters }),
      ...(firstLoss !== null && { firstLoss }),
      ...(trainingLoss !== null && { trainingLoss }),
      ...(hashNow !== null && { hashNow }),
      ...(hashAtFreeze !== null && { hashAtFreeze }),
    },
    seen: state.resumed.map(({ changed }) => ({ action: "resume", steps: 1, changed })),
  };
}

/** Why a text or a size cannot be used, or null. */
export function problemOf(text: string, size: Size): "short" | "large" | null {
  if ([...text].length < textLimits.min) return "short";
  return parametersOf(size, new Set(text).size) > mostParameters ? "large" : null;
}

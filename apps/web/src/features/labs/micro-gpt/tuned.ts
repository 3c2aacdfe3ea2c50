import type { LabState } from "@fewshot/quiz";
import type { CurvePoint } from "./scratch.ts";

export const directions = ["rose", "fell", "same"] as const;
export type Direction = (typeof directions)[number];

/** A change of the loss by less than this share counts as none. */
const sameWithin = 0.01;

/** The same model before it learns from the dialogues, and after some steps on them. */
export interface TunedState {
  /** Steps of the old model on the story, while it is made; then all of them. */
  oldSteps: number;
  parameters: number | null;
  /** Of the frozen old model; null until it is made. */
  hashFrozen: string | null;
  /** Of the model after steps on the dialogues. */
  hashAfter: string | null;
  /** Steps on the dialogues. */
  steps: number;
  newLossAtStart: number | null;
  newLoss: number | null;
  /** Loss on the old text as the reader had it measured. */
  oldBefore: number | null;
  oldAfter: number | null;
  verdict: Direction | null;
  /** Losses on the dialogues, by steps on them. */
  curve: readonly CurvePoint[];
  /** How the model continues a greeting, by steps on the dialogues. */
  greetings: readonly { step: number; text: string }[];
  bet: number | null;
}

export const tunedStart: TunedState = {
  oldSteps: 0,
  parameters: null,
  hashFrozen: null,
  hashAfter: null,
  steps: 0,
  newLossAtStart: null,
  newLoss: null,
  oldBefore: null,
  oldAfter: null,
  verdict: null,
  curve: [],
  greetings: [],
  bet: null,
};

export type TunedAction =
  | { type: "practised"; oldSteps: number }
  | { type: "frozen"; hash: string; parameters: number; newLoss: number; greeting: string }
  | { type: "progress"; point: CurvePoint }
  | { type: "tuned"; steps: number; hash: string; newLoss: number; greeting: string }
  | { type: "measured"; oldLoss: number }
  | { type: "verdict"; verdict: Direction }
  | { type: "bet"; bet: number }
  | { type: "restart" };

export function reduceTuned(state: TunedState, action: TunedAction): TunedState {
  switch (action.type) {
    case "practised":
      return { ...state, oldSteps: action.oldSteps };
    case "frozen": {
      const { hash, parameters, newLoss, greeting } = action;
      const greetings = [{ step: 0, text: greeting }];
      return { ...state, hashFrozen: hash, parameters, newLoss, newLossAtStart: newLoss, greetings };
    }
    case "progress":
      return { ...state, steps: action.point.step, curve: [...state.curve, action.point] };
    case "tuned":
      return tuned(state, action);
    case "measured":
      return state.steps === 0 ? { ...state, oldBefore: action.oldLoss } : { ...state, oldAfter: action.oldLoss };
    case "verdict":
      return { ...state, verdict: action.verdict };
    case "bet":
      return { ...state, bet: action.bet };
    case "restart":
      return { ...tunedStart, bet: state.bet };
  }
}

/** What was measured and judged before belonged to other weights. */
function tuned(
  state: TunedState,
  { steps, hash, newLoss, greeting }: Extract<TunedAction, { type: "tuned" }>,
): TunedState {
  const greetings = [...state.greetings, { step: steps, text: greeting }];
  return { ...state, steps, hashAfter: hash, newLoss, greetings, oldAfter: null, verdict: null };
}

/** Where the loss on the old text went; null until it was measured on both sides. */
export function directionOf({ oldBefore, oldAfter }: TunedState): Direction | null {
  if (oldBefore === null || oldAfter === null) return null;
  const change = oldAfter / oldBefore - 1;
  if (Math.abs(change) < sameWithin) return "same";
  return change > 0 ? "rose" : "fell";
}

export function publishTuned(state: TunedState): LabState {
  const { steps, oldBefore, oldAfter } = state;
  const found = {
    "loss(new lines)": state.newLoss,
    "loss(new lines at start)": state.newLossAtStart,
    "loss(old text before)": oldBefore,
    "loss(old text after)": oldAfter,
    verdict: state.verdict,
    "direction(old text)": directionOf(state),
    hashFrozen: state.hashFrozen,
    hashAfter: state.hashAfter,
  };
  return {
    values: { steps, ...known(found) },
    seen: [
      ...(oldBefore === null ? [] : [{ text: "old", moment: "before" }]),
      ...(oldAfter === null ? [] : [{ text: "old", moment: "after" }]),
    ],
  };
}

/** What is not known yet is not published. */
function known<T>(values: Readonly<Record<string, T | null>>): Record<string, T> {
  const entries = Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== null);
  return Object.fromEntries(entries);
}

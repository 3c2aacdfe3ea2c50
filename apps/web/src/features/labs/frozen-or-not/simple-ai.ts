import { gradientDescent } from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import { hashOf } from "../fingerprint/hash-of.ts";
import { xs, ys } from "../gradient-descent/problem.ts";

export const buttons = ["predict", "predict1000", "show", "train"] as const;
export type Button = (typeof buttons)[number];

/** One press of a button, with the fingerprints before and after it. */
export interface Press {
  button: Button;
  /** What was asked, and what came of it: of `predict` only. */
  x?: number;
  y?: number;
  /** The parameters after it. */
  w: number;
  b: number;
  before: string;
  after: string;
}

/** A program of two numbers: y = wx + b. */
export interface SimpleState {
  w: number;
  b: number;
  x: number;
  updates: number;
  presses: readonly Press[];
  bet: number | null;
}

export const simpleStart: SimpleState = { w: 2, b: 0.5, x: 1, updates: 0, presses: [], bet: null };

/** Of the five points of the listing. */
const learningRate = 0.01;

const questions = 1000;

/** Presses a button. The fingerprints are computed from the two numbers, before and after. */
export function press(state: SimpleState, button: Button): SimpleState {
  const before = fingerprintOf(state);
  const pressed = run(state, button);
  const after = fingerprintOf(pressed.state);
  const { w, b } = pressed.state;
  return { ...pressed.state, presses: [...state.presses, { button, ...pressed.answer, w, b, before, after }] };
}

export function fingerprintOf({ w, b }: SimpleState): string {
  return hashOf(Float64Array.of(w, b));
}

export function publishSimple({ w, b, updates, presses }: SimpleState): LabState {
  return {
    values: { w, b, updates },
    seen: presses.map(({ button, x, y, before, after }) => ({
      button,
      ...(x === undefined ? {} : { x }),
      ...(y === undefined ? {} : { y }),
      changed: before !== after,
    })),
  };
}

function run(state: SimpleState, button: Button): { state: SimpleState; answer?: { x: number; y: number } } {
  if (button === "train") return { state: train(state) };
  if (button === "predict") return { state, answer: { x: state.x, y: predict(state, state.x) } };
  // Really asked, so that the fingerprint after it is of a model that answered a thousand times.
  if (button === "predict1000") for (let x = 0; x < questions; x++) predict(state, x);
  return { state };
}

function predict({ w, b }: SimpleState, x: number): number {
  return w * x + b;
}

function train(state: SimpleState): SimpleState {
  const [step] = gradientDescent({ xs, ys, learningRate, epochs: 1, w0: state.w, b0: state.b });
  return step === undefined ? state : { ...state, w: step.w, b: step.b, updates: state.updates + 1 };
}

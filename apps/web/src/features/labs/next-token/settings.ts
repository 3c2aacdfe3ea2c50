import type { SamplingSettings } from "@fewshot/ml-core";

/** The knobs of the lab: all of the sampling settings. */
export type Knobs = SamplingSettings;

/** The model's own table: nothing reshaped, nothing cut. */
export const openKnobs: Knobs = { temperature: 1, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, order: "hf" };

/** Range and step of each slider. `off` is the value at which the knob does nothing. */
export const knobRanges = {
  temperature: { min: 0.1, max: 3, step: 0.05, off: 1 },
  topP: { min: 0.05, max: 1, step: 0.01, off: 1 },
  topK: { min: 0, max: 40, step: 1, off: 0 },
  minP: { min: 0, max: 0.5, step: 0.01, off: 0 },
  repetitionPenalty: { min: 1, max: 2, step: 0.05, off: 1 },
} as const;

/** Whether the table is the model's own with at most a top_p on it: only such tables of two prompts compare. */
export function isOnlyTopP(knobs: Knobs): boolean {
  const { temperature, topK, minP, repetitionPenalty } = knobs;
  return temperature === 1 && topK === 0 && minP === 0 && repetitionPenalty === 1;
}

/** Sliders step in binary fractions; the state keeps the decimal that is displayed, so that 0.1 + 19 × 0.05 is 1.05. */
export function roundKnob(value: number): number {
  return Number(value.toFixed(2));
}

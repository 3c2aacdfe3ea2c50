import type { SamplingSettings } from "@fewshot/ml-core";

/** The knobs of the lab: the sampling settings without the repetition penalty, which this lab leaves at 1. */
export type Knobs = Omit<SamplingSettings, "repetitionPenalty">;

/** The model's own table: nothing reshaped, nothing cut. */
export const openKnobs: Knobs = { temperature: 1, topK: 0, topP: 1, minP: 0, order: "hf" };

/** Range and step of each slider. `off` is the value at which the knob does nothing. */
export const knobRanges = {
  temperature: { min: 0.1, max: 3, step: 0.05, off: 1 },
  topP: { min: 0.05, max: 1, step: 0.01, off: 1 },
  topK: { min: 0, max: 40, step: 1, off: 0 },
  minP: { min: 0, max: 0.5, step: 0.01, off: 0 },
} as const;

/** The settings that `nextTokenDistribution` takes. */
export function samplingSettings(knobs: Knobs): SamplingSettings {
  return { ...knobs, repetitionPenalty: 1 };
}

/** Sliders step in binary fractions; the state keeps the decimal that is displayed, so that 0.1 + 19 × 0.05 is 1.05. */
export function roundKnob(value: number): number {
  return Number(value.toFixed(2));
}

import { copyLogits } from "./invalid-logits-error.ts";

/**
 * Turns logits into probabilities, p_i = exp(z_i / T) / Σ_j exp(z_j / T), over all of them and in float64.
 *
 * The maximum is subtracted first, so large logits do not overflow and adding a constant to all changes nothing.
 *
 * @param logits - Shape [V]; -Infinity means impossible. Not modified.
 * @param temperature - Dimensionless, >= 0, by default 1. At 0 the largest logit (in a tie: the smallest index) gets 1.
 * @returns Shape [V], summing to 1.
 * @throws InvalidLogitsError if a logit is NaN or +Infinity, if all are -Infinity or if there are none.
 * @throws RangeError if `temperature` is negative or NaN.
 */
export function softmax(logits: ArrayLike<number>, temperature = 1): Float64Array {
  if (!(temperature >= 0)) throw new RangeError(`temperature must be at least 0, got ${temperature}`);
  const probs = copyLogits(logits);
  const best = indexOfMax(probs);
  if (temperature === 0) return probs.fill(0).fill(1, best, best + 1);

  const max = probs[best]!;
  let total = 0;
  for (let i = 0; i < probs.length; i++) total += probs[i] = boltzmannWeight(probs[i]! - max, temperature);
  for (let i = 0; i < probs.length; i++) probs[i]! /= total;
  return probs;
}

/**
 * exp(gap / T), where `gap` <= 0 is a logit minus the largest logit and T > 0: 1 for the largest, 0 for -Infinity.
 * At T = Infinity all possible tokens weigh the same.
 */
export function boltzmannWeight(gap: number, temperature: number): number {
  return gap === -Infinity ? 0 : Math.exp(gap / temperature);
}

/** Index of the largest value, the smallest index in a tie. */
function indexOfMax(values: Float64Array): number {
  let best = 0;
  // A loop, because Math.max(...values) fails on long vocabularies: each value would be an argument.
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

/**
 * Shannon entropy, H = -Σ p log2 p, with 0 log 0 = 0.
 *
 * @param probs - Probabilities summing to 1.
 * @returns Bits, in [0, log2(number of probabilities)].
 */
export function entropyBits(probs: Iterable<number>): number {
  let bits = 0;
  for (const p of probs) if (p > 0) bits -= p * Math.log2(p);
  return Math.max(0, bits);
}

/**
 * How many equally likely choices would be as uncertain as this distribution: 2^H (its perplexity).
 *
 * @param probs - Probabilities summing to 1.
 * @returns At least 1.
 */
export function effectiveChoices(probs: Iterable<number>): number {
  return 2 ** entropyBits(probs);
}

/**
 * Log loss of one guess, -log2 p: ½ costs 1 bit, ¼ costs 2, nothing on the right token costs `capBits`.
 *
 * @param prob - Probability that was given to the token that came, in [0, 1].
 * @param capBits - The most one guess may cost, by default Infinity.
 * @throws RangeError if `prob` is outside [0, 1].
 */
export function logLossBits(prob: number, capBits = Infinity): number {
  if (!(prob >= 0 && prob <= 1)) throw new RangeError(`a probability must be in [0, 1], got ${prob}`);
  return Math.min(capBits, Math.max(0, -Math.log2(prob)));
}

/** Perplexity of log losses in bits, 2 to their mean: at least 1; NaN without any. */
export function perplexity(bits: readonly number[]): number {
  return 2 ** (bits.reduce((a, b) => a + b, 0) / bits.length);
}

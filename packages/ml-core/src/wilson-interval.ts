/** The standard normal quantile that leaves 2.5% on either side. */
const Z_95 = 1.959963984540054;

/**
 * Wilson's score interval for a share: the true shares p that k of n does not contradict, |k/n - p| <= z·√(p(1-p)/n).
 *
 * Unlike p̂ ± z·√(p̂(1-p̂)/n) it stays inside [0, 1] and keeps a width when all or none are right.
 *
 * @param successes - k, an integer in [0, n].
 * @param trials - n, an integer >= 0. Without a trial every share is possible: 0 to 1.
 * @param z - Half-width in standard deviations, finite, >= 0; by default that of a 95% interval.
 * @returns Both ends, shares in [0, 1]. 12 of 20: 0.387 to 0.781.
 * @throws RangeError if an argument is out of range.
 * @see Wilson, 1927, Probable inference, the law of succession, and statistical inference
 */
export function wilsonInterval(successes: number, trials: number, z = Z_95): { low: number; high: number } {
  checkCounts(successes, trials);
  if (!(z >= 0 && z < Infinity)) throw new RangeError(`z must be at least 0 and finite, got ${z}`);
  if (trials === 0) return { low: 0, high: 1 };

  const failures = trials - successes;
  const centre = successes + z ** 2 / 2;
  const half = z * Math.sqrt((successes * failures) / trials + z ** 2 / 4);
  const total = trials + z ** 2;
  // The ends are 0 and 1 exactly where nothing was right or nothing wrong; round-off would leave 1e-17 or so.
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - half) / total),
    high: failures === 0 ? 1 : Math.min(1, (centre + half) / total),
  };
}

function checkCounts(successes: number, trials: number): void {
  if (!Number.isInteger(trials) || trials < 0) throw new RangeError(`trials must be an integer >= 0, got ${trials}`);
  if (!Number.isInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`${successes} of ${trials} cannot be successes`);
  }
}

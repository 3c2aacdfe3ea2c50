import { MersenneTwister } from "./mersenne-twister.ts";

/** The random stream of `np.random.seed(seed)`. */
export interface NumpyRandom {
  /** `np.random.random()`: uniform on [0, 1), 53 bits. */
  random(): number;
  /** `np.random.normal(mean, sd)`. Every other call uses up the second number of a pair and draws nothing. */
  normal(mean: number, sd: number): number;
}

/**
 * numpy's legacy random stream, draw for draw: MT19937, `random` with 53 bits, `normal` by Marsaglia's polar method.
 *
 * @param seed - An integer in [0, 2^32), as for `np.random.seed`.
 * @throws RangeError for any other seed.
 * @see numpy, src/distributions/legacy/legacy-distributions.c (legacy_gauss)
 */
export function numpyRandom(seed: number): NumpyRandom {
  const twister = new MersenneTwister(seed);
  const random = () => twister.nextDouble();
  let spare: number | undefined;
  const gauss = () => {
    if (spare !== undefined) {
      const result = spare;
      spare = undefined;
      return result;
    }
    const [first, second] = drawPolarPair(random);
    spare = first;
    return second;
  };
  return { random, normal: (mean, sd) => mean + sd * gauss() };
}

/** Two independent standard normal numbers, the first of which numpy keeps for the next call. */
function drawPolarPair(random: () => number): [number, number] {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const radiusSquared = x * x + y * y;
    if (radiusSquared >= 1 || radiusSquared === 0) continue;
    const factor = Math.sqrt((-2 * Math.log(radiusSquared)) / radiusSquared);
    return [factor * x, factor * y];
  }
}

/**
 * A small fast random stream for everything that a learner seeds: the same seed gives the same numbers everywhere.
 *
 * @param seed - An integer; its lowest 32 bits count.
 * @returns A function that gives the next number, uniform on [0, 1), 32 bits.
 * @see Tommy Ettinger's mulberry32 (public domain). Its period is 2^32: not for cryptography or long simulations.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const N = 624;
const M = 397;

/**
 * MT19937, seeded with one integer as `init_genrand` does.
 *
 * @see Matsumoto and Nishimura, 1998, doi:10.1145/272991.272995, and their mt19937ar.c
 */
export class MersenneTwister {
  readonly #state = new Uint32Array(N);
  #used = N;

  /** @throws RangeError if `seed` is not an integer in [0, 2^32). */
  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
      throw new RangeError(`the seed must be an integer from 0 to 2^32 - 1, got ${seed}`);
    }
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < N; i++) {
      const last = state[i - 1]!;
      state[i] = Math.imul(last ^ (last >>> 30), 1812433253) + i;
    }
  }

  /**
   * Seeded with the key [seed] as `init_by_array` does, which is how Python's `random.Random(seed)` starts.
   *
   * @throws RangeError as the constructor.
   */
  static fromKey(seed: number): MersenneTwister {
    const twister = new MersenneTwister(seed);
    const state = twister.#state;
    state.set(new MersenneTwister(19650218).#state);
    let i = 1;
    const advance = (mix: (last: number) => number) => {
      state[i] = mix(state[i - 1]! ^ (state[i - 1]! >>> 30));
      i += 1;
      if (i < N) return;
      state[0] = state[N - 1]!;
      i = 1;
    };
    for (let k = 0; k < N; k++) advance((last) => (state[i]! ^ Math.imul(last, 1664525)) + seed);
    for (let k = 1; k < N; k++) advance((last) => (state[i]! ^ Math.imul(last, 1566083941)) - i);
    state[0] = 0x80000000;
    return twister;
  }

  /** The next 32 bits, an integer in [0, 2^32) (`genrand_int32`). */
  nextUint32(): number {
    if (this.#used === N) this.#twist();
    let bits = this.#state[this.#used++]!;
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    return (bits ^ (bits >>> 18)) >>> 0;
  }

  /** The next number in [0, 1), 53 bits made of two draws (`genrand_res53`). */
  nextDouble(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < N; i++) {
      const mixed = (state[i]! & 0x80000000) | (state[(i + 1) % N]! & 0x7fffffff);
      state[i] = state[(i + M) % N]! ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
    }
    this.#used = 0;
  }
}

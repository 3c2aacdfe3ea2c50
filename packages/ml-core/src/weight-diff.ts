/** How two versions of the same weights differ. */
export interface WeightDiff {
  /** How many numbers have other bits, so that -0 is not 0: the same changes that a fingerprint would see. */
  changedCount: number;
  /** Largest |after - before|, >= 0. A change from or to NaN counts as Infinity. */
  largestChange: number;
  /** Where that is (the first in a tie), or null if nothing changed. */
  largestAt: number | null;
}

/**
 * Compares two versions of the same weights number by number, in float32 or float64.
 *
 * @throws RangeError if their lengths differ.
 */
export function diffWeights<T extends Float32Array | Float64Array>(before: T, after: T): WeightDiff {
  if (before.length !== after.length) throw new RangeError(`${before.length} and ${after.length} weights do not match`);
  const [bitsBefore, bitsAfter] = [bitsOf(before), bitsOf(after)];
  const diff: WeightDiff = { changedCount: 0, largestChange: 0, largestAt: null };
  for (let i = 0; i < before.length; i++) {
    if (bitsBefore[i] === bitsAfter[i]) continue;
    diff.changedCount++;
    const distance = Math.abs(after[i]! - before[i]!);
    const change = Number.isNaN(distance) ? Infinity : distance;
    if (diff.largestAt !== null && change <= diff.largestChange) continue;
    diff.largestChange = change;
    diff.largestAt = i;
  }
  return diff;
}

function bitsOf({ buffer, byteOffset, length, BYTES_PER_ELEMENT: width }: Float32Array | Float64Array) {
  return width === 4 ? new Uint32Array(buffer, byteOffset, length) : new BigUint64Array(buffer, byteOffset, length);
}

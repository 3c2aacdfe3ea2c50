const BYTES_PER_DOUBLE = 8;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Ranks scores from highest to lowest.
 *
 * A radix sort on the bits of the doubles, because a comparison sort of 50,257 logits takes longer than one frame and a
 * slider ranks them on every frame. It is stable, which is what puts the smaller index first in a tie.
 *
 * @param scores - Shape [N], no NaN; infinities allowed. Not modified. 0 and -0 tie.
 * @returns Indices into `scores`, shape [N], highest score first, ties by smaller index.
 */
export function rankDescending(scores: Float64Array): Uint32Array {
  const keys = descendingKeys(scores);
  let order = new Uint32Array(scores.length);
  for (let index = 0; index < order.length; index++) order[index] = index;
  let sorted = new Uint32Array(scores.length);
  for (let significance = 0; significance < BYTES_PER_DOUBLE; significance++) {
    const offset = IS_LITTLE_ENDIAN ? significance : BYTES_PER_DOUBLE - 1 - significance;
    if (sortByByte({ keys, offset }, order, sorted)) [order, sorted] = [sorted, order];
  }
  return order;
}

/** Bytes of 64-bit integers that ascend where the scores descend: 8 bytes a score, in the machine's byte order. */
function descendingKeys(scores: Float64Array): Uint8Array {
  const values = new Float64Array(scores.length);
  for (let index = 0; index < values.length; index++) values[index] = scores[index]! + 0; // turns -0 into 0
  const halves = new Uint32Array(values.buffer);
  const highHalf = IS_LITTLE_ENDIAN ? 1 : 0;
  for (let pair = 0; pair < halves.length; pair += 2) {
    const high = halves[pair + highHalf]!;
    // Bits of negative doubles already ascend as the value descends; those of positive ones are reversed to do so.
    if (high >>> 31 === 1) continue;
    halves[pair + highHalf] = high ^ 0x7fffffff;
    halves[pair + 1 - highHalf] = ~halves[pair + 1 - highHalf]!;
  }
  return new Uint8Array(values.buffer);
}

/** Which byte of each key a pass sorts by: the one `offset` bytes after its first. */
interface SortByte {
  keys: Uint8Array;
  offset: number;
}

/** One stable counting pass. Returns false, having written nothing, if all keys share the byte. */
function sortByByte({ keys, offset }: SortByte, from: Uint32Array, to: Uint32Array): boolean {
  const next = new Uint32Array(256);
  for (let at = offset; at < keys.length; at += BYTES_PER_DOUBLE) next[keys[at]!]!++;
  if (next[keys[offset]!] === from.length) return false;

  let start = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = next[byte]!;
    next[byte] = start;
    start += count;
  }
  for (let rank = 0; rank < from.length; rank++) {
    const index = from[rank]!;
    to[next[keys[index * BYTES_PER_DOUBLE + offset]!]!++] = index;
  }
  return true;
}

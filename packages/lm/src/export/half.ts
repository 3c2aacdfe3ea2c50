/**
 * Half precision (IEEE 754 binary16) and bfloat16 to float32 and back. Node 20 has no Float16Array.
 */

let valueOfHalf: Float32Array | undefined;

/** Values of binary16 numbers, exactly. */
export function floatsOfHalves(halves: Uint16Array): Float32Array {
  const table = (valueOfHalf ??= Float32Array.from({ length: 2 ** 16 }, (_, bits) => floatOfHalf(bits)));
  return Float32Array.from(halves, (bits) => table[bits] ?? 0);
}

/** Values of bfloat16 numbers, exactly: they are the upper half of a float32. */
export function floatsOfBfloats(bfloats: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(bfloats, (bits) => bits << 16).buffer);
}

/**
 * Rounds to binary16, ties to even.
 *
 * @returns The bytes, little-endian; undefined if a value is not finite, or too large to stay so.
 */
export function bytesOfHalves(floats: Float32Array): Uint8Array | undefined {
  const bits = new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
  const halves = new Uint16Array(bits.length);
  for (let index = 0; index < bits.length; index++) {
    const half = halfOfFloatBits(bits[index] ?? 0);
    if ((half & INFINITE_HALF) === INFINITE_HALF) return undefined;
    halves[index] = half;
  }
  return new Uint8Array(halves.buffer);
}

const INFINITE_HALF = 0x7c00;
const INFINITE_FLOAT = 0x7f800000;
/** 2^16, beyond every binary16. */
const TOO_LARGE = 0x47800000;
/** 2^-14; what is smaller has fewer digits in binary16. */
const SMALLEST_NORMAL = 0x38800000;
/** The exponents of float32 start 112 earlier, and its fraction has 13 more digits. */
const EXPONENT_SHIFT = 112 << 23;
const EXTRA_DIGITS = 13;

function floatOfHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = (bits & 1023) / 1024;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -14 : sign * (1 + fraction) * 2 ** (exponent - 15);
}

function halfOfFloatBits(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const size = bits & 0x7fffffff;
  if (size > INFINITE_FLOAT) return sign | INFINITE_HALF | 0x200;
  if (size >= TOO_LARGE) return sign | INFINITE_HALF;
  if (size < SMALLEST_NORMAL) return sign | subnormalHalf(size);
  // Rounding may carry into the exponent, and past the largest value to infinity.
  return sign | roundedShift(size - EXPONENT_SHIFT, EXTRA_DIGITS);
}

/** In units of 2^-24. */
function subnormalHalf(size: number): number {
  const shift = 126 - (size >>> 23);
  return shift > 24 ? 0 : roundedShift((size & 0x7fffff) | 0x800000, shift);
}

/** `value` / 2^`shift`, rounded, ties to even; `shift` >= 1. */
function roundedShift(value: number, shift: number): number {
  const whole = value >>> shift;
  const rest = value & (2 ** shift - 1);
  const half = 2 ** (shift - 1);
  return rest > half || (rest === half && whole % 2 === 1) ? whole + 1 : whole;
}

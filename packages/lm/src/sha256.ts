/**
 * SHA-256 in lower-case hex.
 *
 * Uses the browser's own where it is offered. A page over plain http on a local network, as in a classroom, has none;
 * there it is computed here, some 20 times slower and still faster than the download.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Typed as always present, but missing outside secure contexts.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  return toHex(subtle ? new Uint8Array(await subtle.digest("SHA-256", bytes)) : computeSha256(bytes));
}

/** The same at once, for what is small: some 50 MB a second. */
export function sha256Now(bytes: Uint8Array): string {
  return toHex(computeSha256(bytes));
}

const BLOCK_BYTES = 64;
const ROUNDS = 64;

/** The first `count` primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** First 32 bits of the fractional part. */
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0;

const INITIAL = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));
const ROUND_CONSTANTS = Int32Array.from(primes(ROUNDS), (prime) => fraction(Math.cbrt(prime)));

/** @see FIPS 180-4, section 6.2 */
export function computeSha256(bytes: Uint8Array): Uint8Array {
  const padded = pad(bytes);
  const state = Int32Array.from(INITIAL);
  const words = new Int32Array(ROUNDS);
  for (let start = 0; start < padded.byteLength; start += BLOCK_BYTES) {
    expand(padded, start, words);
    compress(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setInt32(4 * i, word));
  return new Uint8Array(digest.buffer);
}

/** The message, a 1 bit, zeros up to 8 bytes before the end of a block, and the length in bits. */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

function expand(padded: DataView, start: number, words: Int32Array): void {
  for (let i = 0; i < 16; i++) words[i] = padded.getInt32(start + 4 * i);
  for (let i = 16; i < ROUNDS; i++) {
    const early = words[i - 15] ?? 0;
    const late = words[i - 2] ?? 0;
    const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[i] = (words[i - 16] ?? 0) + small0 + (words[i - 7] ?? 0) + small1;
  }
}

type State = [number, number, number, number, number, number, number, number];

function compress(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = [...state] as State;
  for (let i = 0; i < ROUNDS; i++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + big1 + choice + (ROUND_CONSTANTS[i] ?? 0) + (words[i] ?? 0)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + big0 + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] ?? 0) + word;
  });
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

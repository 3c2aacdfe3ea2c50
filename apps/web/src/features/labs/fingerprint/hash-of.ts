import { sha256Now } from "@fewshot/lm";

/** SHA-256, in lower-case hex, of the bytes of all these numbers one after another. */
export function hashOf(...parts: readonly Float64Array[]): string {
  return sha256Now(bytesOf(parts));
}

/** A copy of the bytes as they lie in memory, 8 to a number. */
export function bytesOf(parts: readonly Float64Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let end = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), end);
    end += byteLength;
  }
  return bytes;
}

// Both classes are globals of every browser, worker and Node; their types live in DOM typings, which this package
// does without.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label: "utf-8", options: { fatal?: boolean; ignoreBOM: true });
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text; a lone surrogate becomes those of U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text of bytes that are whole characters, else null. A byte order mark is a character like any other. */
export function decodeWholeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Turns bytes that arrive in pieces into text, each character as soon as its last byte is in. */
interface Utf8Stream {
  /** The characters that these bytes complete, possibly "". Bytes that cannot be part of a character become U+FFFD. */
  push(bytes: Uint8Array): string;
  /** U+FFFD if an unfinished character is waiting, else "". The stream is then as new. */
  end(): string;
}

export function createUtf8Stream(): Utf8Stream {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

import { encodeUtf8 } from "./utf8.ts";

// A global of every browser, worker and Node; its type lives in DOM typings, which this package does without.
declare class TextDecoder {
  constructor(label: "gbk");
  decode(bytes: Uint8Array): string;
}

export type TextEncoding = "utf-8" | "gbk";

const HAN_BYTES = { "utf-8": 3, gbk: 2 };
let gbkPairs: ReadonlyMap<string, readonly [number, number]> | undefined;

/** Bytes of a text in UTF-8. A lone surrogate counts 3, those of U+FFFD. */
export function utf8Bytes(text: string): number {
  return encodeUtf8(text).length;
}

/** The bytes of a text in GBK: 1 for ASCII (and €), 2 for what GBK has; null if it has no code for some character. */
export function encodeGbk(text: string): Uint8Array | null {
  gbkPairs ??= decodeGbkPairs();
  const bytes: number[] = [];
  for (const character of text) {
    const code = singleByte(character) ?? gbkPairs.get(character);
    if (code === undefined) return null;
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}

/** Bytes of a text in GBK; null if it has no code for some character. */
export function gbkBytes(text: string): number | null {
  return encodeGbk(text)?.length ?? null;
}

/** How many Chinese characters fit into `bytes` (>= 0), at 3 bytes each in UTF-8 and 2 in GBK. */
export function hanCapacity(bytes: number, encoding: TextEncoding): number {
  return Math.floor(bytes / hanBytes(encoding));
}

/** Bytes of one Chinese character of the basic block. */
export function hanBytes(encoding: TextEncoding): number {
  return HAN_BYTES[encoding];
}

function singleByte(character: string): [number] | undefined {
  if (character === "€") return [0x80];
  return character <= "\u007f" ? [character.charCodeAt(0)] : undefined;
}

/** All characters of GBK's pairs, first byte 81 to FE, second 40 to FE: the decoder holds the table, so we need none. */
function decodeGbkPairs(): ReadonlyMap<string, readonly [number, number]> {
  const pairs: [number, number][] = [];
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) pairs.push([first, second]);
  }
  // A line break after each pair keeps one that is no character from spilling into the next.
  const lines = new TextDecoder("gbk").decode(Uint8Array.from(pairs.flatMap((pair) => [...pair, 0x0a]))).split("\n");
  const characters = new Map<string, [number, number]>();
  for (const [i, pair] of pairs.entries()) {
    const character = lines[i] ?? "";
    if ([...character].length === 1 && character !== "\ufffd" && !characters.has(character))
      characters.set(character, pair);
  }
  return characters;
}

import { createUtf8Stream, encodeUtf8 } from "../utf8.ts";

/** What a micro-GPT's tokens stand for. */
export interface Vocabulary {
  /** V: ids are 0 to V - 1. */
  readonly size: number;
  /** @throws RangeError naming the first character that the vocabulary does not have. */
  encode(text: string): number[];
  /** @throws RangeError for an id outside the vocabulary. */
  decode(ids: Iterable<number>): string;
}

/** One token for each of the 256 bytes of UTF-8: knows every text. Bytes that form no character decode to U+FFFD. */
export const byteVocabulary: Vocabulary = {
  size: 256,
  encode: (text) => Array.from(encodeUtf8(text)),
  decode: (ids) => {
    const bytes = Array.from(ids, (id) => {
      if (!Number.isInteger(id) || id < 0 || id > 255) throw new RangeError(`${id} is not a byte`);
      return id;
    });
    const stream = createUtf8Stream();
    return stream.push(Uint8Array.from(bytes)) + stream.end();
  },
};

/**
 * One token for each character (code point) that occurs in the text, in the order of their numbers in Unicode.
 *
 * @throws RangeError if the text is empty.
 */
export function characterVocabulary(text: string): Vocabulary {
  const characters = [...new Set(text)].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
  if (characters.length === 0) throw new RangeError("an empty text has no characters to learn");
  const ids = new Map(characters.map((character, id) => [character, id]));
  const find = <K, V>(found: V | undefined, wanted: K) => {
    if (found === undefined) throw new RangeError(`${JSON.stringify(wanted)} is not in this vocabulary`);
    return found;
  };
  return {
    size: characters.length,
    encode: (from) => Array.from(from, (character) => find(ids.get(character), character)),
    decode: (from) => Array.from(from, (id) => find(characters[id], id)).join(""),
  };
}

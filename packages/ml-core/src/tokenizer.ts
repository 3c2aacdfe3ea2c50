import { byteOfId } from "./byte-alphabet.ts";
import { mergeTokens, parseMerges, type MergeTable } from "./merges.ts";
import { splitPreTokens, type TokenizerKind } from "./pre-tokens.ts";
import { createUtf8Stream, decodeWholeUtf8, encodeUtf8 } from "./utf8.ts";

/** Text to token ids and back. Tokens are bytes: one character may take several, and one token may end inside one. */
export interface Tokenizer {
  /** Number of ids: they are 0 to `vocabSize` - 1. */
  readonly vocabSize: number;

  /** Ids of the special tokens by their text, such as "<|endoftext|>". */
  readonly specialIds: ReadonlyMap<string, number>;

  /**
   * @param text - Any string; a lone surrogate is read as U+FFFD.
   * @param options.allowedSpecial - Special tokens that the text may contain. The text of all others is ordinary, so
   *   what a person types cannot end or begin a text. By default none.
   * @throws RangeError if `allowedSpecial` names no special token of this tokenizer.
   */
  encode(text: string, options?: { allowedSpecial?: readonly string[] | "all" }): number[];

  /**
   * The text of a whole list of ids. Bytes that are not UTF-8 become U+FFFD; special tokens are spelled out.
   *
   * @throws RangeError if an id is not in the vocabulary.
   */
  decode(ids: readonly number[]): string;

  /** A decoder for ids that arrive one by one: each character is given out once it is complete. */
  decodeStream(): TokenStream;

  /**
   * @returns The bytes of one token, a copy.
   * @throws RangeError if `id` is not in the vocabulary.
   */
  tokenBytes(id: number): Uint8Array;

  /**
   * @returns The text of one token, or null if its bytes are not whole characters.
   * @throws RangeError if `id` is not in the vocabulary.
   */
  tokenText(id: number): string | null;
}

export interface TokenStream {
  /**
   * @returns The characters that this token completes, possibly "".
   * @throws RangeError if `id` is not in the vocabulary.
   */
  push(id: number): string;
  /** @returns U+FFFD if an unfinished character is waiting, else "". The stream can then be used afresh. */
  end(): string;
}

export interface TokenizerOptions {
  /** The text of a `merges.txt`; ids follow from it alone. */
  merges: string;
  /** Their ids follow the merges', in this order. By default `["<|endoftext|>"]`. */
  specialTokens?: readonly string[];
  /** How text is cut before merging, by default "gpt2". */
  kind?: TokenizerKind;
}

const CACHED_PIECES = 10_000;
const LONGEST_CACHED_PIECE = 32;
const ID_OF_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => byteOfId.indexOf(byte));

/**
 * Makes a byte-level BPE tokenizer, such as GPT-2's, from its merges.
 *
 * @throws SyntaxError naming the line if the merges cannot be read; RangeError if a special token is empty or doubled.
 * @see Radford et al., 2019, section 2.2, and tiktoken, whose ids it reproduces for GPT-2's merges
 */
export function createTokenizer(options: TokenizerOptions): Tokenizer {
  const { merges, specialTokens = ["<|endoftext|>"], kind = "gpt2" } = options;
  const table = parseMerges(merges);
  const specialIds = numberSpecialTokens(specialTokens, table.bytes.length);
  const vocabulary = [...table.bytes, ...specialTokens.map(encodeUtf8)];
  const encodePiece = createPieceEncoder(table);
  const bytesOf = (id: number) => vocabulary[id] ?? rejectId(id, vocabulary.length);

  return {
    vocabSize: vocabulary.length,
    specialIds,
    encode(text, { allowedSpecial = [] } = {}) {
      const parts = splitAtSpecial(text, allowedSpecial === "all" ? specialTokens : allowedSpecial, specialIds);
      return parts.flatMap((part) =>
        typeof part === "number" ? [part] : splitPreTokens(part, kind).flatMap((piece) => encodePiece(piece)),
      );
    },
    decode(ids) {
      const stream = createUtf8Stream();
      return ids.map((id) => stream.push(bytesOf(id))).join("") + stream.end();
    },
    decodeStream() {
      const stream = createUtf8Stream();
      return { push: (id) => stream.push(bytesOf(id)), end: () => stream.end() };
    },
    tokenBytes: (id) => bytesOf(id).slice(),
    tokenText: (id) => decodeWholeUtf8(bytesOf(id)),
  };
}

function rejectId(id: number, vocabSize: number): never {
  throw new RangeError(`token id ${id} is not in a vocabulary of ${vocabSize}`);
}

function numberSpecialTokens(specialTokens: readonly string[], firstId: number): Map<string, number> {
  const ids = new Map(specialTokens.map((token, index) => [token, firstId + index]));
  if (ids.has("") || ids.size < specialTokens.length) throw new RangeError("special tokens must be distinct texts");
  return ids;
}

/** Encodes pre-tokens and remembers the short ones, because a text repeats its words. */
function createPieceEncoder(table: MergeTable): (piece: string) => readonly number[] {
  const cache = new Map<string, readonly number[]>();
  return (piece) => {
    const known = cache.get(piece);
    if (known) return known;
    const ids = mergeTokens(
      Array.from(encodeUtf8(piece), (byte) => ID_OF_BYTE[byte]!),
      table,
    );
    if (piece.length > LONGEST_CACHED_PIECE) return ids;
    if (cache.size === CACHED_PIECES) cache.clear();
    cache.set(piece, ids);
    return ids;
  };
}

/** Cuts a text at the allowed special tokens: each becomes its id, what lies between stays text. */
function splitAtSpecial(
  text: string,
  allowed: readonly string[],
  specialIds: ReadonlyMap<string, number>,
): (string | number)[] {
  const unknown = allowed.find((token) => !specialIds.has(token));
  if (unknown !== undefined) throw new RangeError(`${JSON.stringify(unknown)} is not a special token`);
  if (allowed.length === 0) return [text];
  // The longest first, so that a special token is not mistaken for a shorter one that it begins with.
  const longestFirst = [...allowed].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${longestFirst.map(escapeForRegExp).join("|")})`, "u");
  // Splitting by a group puts the special tokens at the odd places.
  return text.split(pattern).map((part, place) => (place % 2 === 1 ? specialIds.get(part)! : part));
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

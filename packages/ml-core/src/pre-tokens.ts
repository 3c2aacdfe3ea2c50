/** How text is cut into pre-tokens, which no merge crosses: as GPT-2 does, or as this course's own models do. */
export type TokenizerKind = "gpt2" | "fewshot";

// White space is \p{White_Space}, not \s: JavaScript's \s has U+FEFF and lacks U+0085, unlike the engines that the
// tokenizers were trained with.
const CONTRACTION = String.raw`'s|'t|'re|'ve|'m|'ll|'d`;
const NUMBER = String.raw` ?\p{N}+`;
const SYMBOLS = String.raw` ?[^\p{White_Space}\p{L}\p{N}]+`;
// A run of spaces leaves its last one to the word that follows.
const SPACES = String.raw`\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+`;
const WORD = String.raw` ?\p{L}+`;
// Each Chinese character by itself, so that tokens are characters and not accidental pairs.
const HAN_OR_WORD = String.raw`\p{Script=Han}| ?(?:(?!\p{Script=Han})\p{L})+`;

const PATTERNS: Record<TokenizerKind, RegExp> = {
  gpt2: new RegExp([CONTRACTION, WORD, NUMBER, SYMBOLS, SPACES].join("|"), "gu"),
  fewshot: new RegExp([CONTRACTION, HAN_OR_WORD, NUMBER, SYMBOLS, SPACES].join("|"), "gu"),
};

/** Cuts a text into its pre-tokens, which joined are the text. Contractions are recognised in lower case only. */
export function splitPreTokens(text: string, kind: TokenizerKind): string[] {
  return text.match(PATTERNS[kind]) ?? [];
}

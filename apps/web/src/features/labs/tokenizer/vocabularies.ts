import { loadOurTokenizer } from "../language-model/use-language-model.ts";
import type { TokenTexts } from "../next-token/token-piece.ts";

/** A vocabulary: cuts a text into ids, and says what each id stands for. */
export interface Vocabulary extends TokenTexts {
  readonly size: number;
  encode(text: string): number[];
}

/** The two that the lab holds side by side. */
export type VocabularyId = "gpt2" | "ours";
export type Vocabularies = Readonly<Record<VocabularyId, Vocabulary>>;

/** Fetches GPT-2's vocabulary and that of our model. Only this lab carries GPT-2's: 200 kB compressed. */
export async function loadVocabularies(): Promise<Vocabularies> {
  const [gpt2, ours] = await Promise.all([loadGpt2(), loadOurTokenizer()]);
  return {
    gpt2,
    ours: {
      size: ours.vocabSize,
      encode: (text) => ours.encode(text),
      tokenText: (id) => ours.tokenText(id),
      tokenBytes: (id) => ours.tokenBytes(id),
    },
  };
}

/**
 * GPT-2's own vocabulary of 50,257 tokens, from the package gpt-tokenizer, whose "r50k_base" it is.
 *
 * @see OpenAI, gpt-2 (MIT), encoder.json and vocab.bpe
 */
export async function loadGpt2(): Promise<Vocabulary> {
  const [{ encode, vocabularySize }, { default: tokens }] = await Promise.all([
    import("gpt-tokenizer/encoding/r50k_base"),
    import("gpt-tokenizer/bpeRanks/r50k_base"),
  ]);
  const utf8 = new TextEncoder();
  const none = new Set<string>();
  return {
    size: vocabularySize,
    // What a reader types is text, even if it spells the end token.
    encode: (text) => encode(text.toWellFormed(), { disallowedSpecial: none }),
    tokenText: (id) => {
      const token = tokens[id];
      return typeof token === "string" ? token : null;
    },
    tokenBytes: (id) => {
      const token = tokens[id] ?? "";
      return typeof token === "string" ? utf8.encode(token) : Uint8Array.from(token);
    },
  };
}

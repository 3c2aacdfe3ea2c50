import type { LanguageModel, Sequence } from "@fewshot/ml-core";
import type { TokenPiece } from "./token-piece.ts";

/** Where the lab's tables come from: a language model, or a list that somebody stated. */
export interface TokenSource {
  /** Id of the token that ends a text; null if there is none. */
  readonly endOfTextId: number | null;
  /** The most ids that a text can have here, prompt included. 1 means: there is only the one table. */
  readonly longest: number;
  /** The ids the source reads for a prompt. */
  promptIds(prompt: string): readonly number[];
  /** How a token is displayed. */
  piece(id: number): TokenPiece;
  /** Raw logits of the token after `ids`, shape [V]. Rejects with the signal's reason if cancelled. */
  logitsAt(ids: readonly number[], signal: AbortSignal): Promise<Float32Array>;
  /** The same, if it has been computed already. */
  peek(ids: readonly number[]): Float32Array | undefined;
  dispose(): void;
}

/** Tables kept for looking back; at 50,257 logits each that is 50 MB. */
const mostTables = 250;

/** How a model's tokens are written and shown. */
export interface TokenWords {
  encode(text: string): readonly number[];
  piece(id: number): TokenPiece;
}

/**
 * Tables of a language model. Each prompt is read after the end token, as the model read its texts in training.
 * One sequence of the model is held, the newest; earlier tables are kept as numbers.
 */
export function modelSource(model: LanguageModel, words: TokenWords): TokenSource {
  const tables = new Map<string, Float32Array>();
  let tip: Sequence | null = null;
  return {
    endOfTextId: model.endOfTextId,
    longest: model.contextLength,
    promptIds: (prompt) => [model.endOfTextId, ...words.encode(prompt)],
    piece: (id) => (id === model.endOfTextId ? { kind: "end" } : words.piece(id)),
    peek: (ids) => tables.get(ids.join(" ")),
    async logitsAt(ids, signal) {
      const known = tables.get(ids.join(" "));
      if (known !== undefined) return known;
      const next = await extend(model, tip, { ids, signal });
      tip?.dispose();
      tip = next;
      tables.set(ids.join(" "), next.logits);
      const oldest = tables.keys().next().value;
      if (tables.size > mostTables && oldest !== undefined) tables.delete(oldest);
      return next.logits;
    },
    dispose() {
      tip?.dispose();
      tip = null;
    },
  };
}

/** One table that is stated, not computed by a model. It has no prompt to read and no token after the first. */
export function statedSource(logits: Float32Array, pieces: readonly TokenPiece[]): TokenSource {
  return {
    endOfTextId: null,
    longest: 1,
    promptIds: () => [],
    piece: (id) => pieces[id] ?? { kind: "bytes", bytes: [] },
    peek: () => logits,
    logitsAt: () => Promise.resolve(logits),
    dispose: () => undefined,
  };
}

/** One decode step if the newest sequence is the text but for its last token, else a fresh reading of the whole text. */
function extend(
  model: LanguageModel,
  tip: Sequence | null,
  { ids, signal }: { ids: readonly number[]; signal: AbortSignal },
): Promise<Sequence> {
  const last = ids.at(-1);
  const isNextStep = tip !== null && tip.ids.join(" ") === ids.slice(0, -1).join(" ");
  return isNextStep && last !== undefined ? tip.append(last, signal) : model.prefill(ids, signal);
}

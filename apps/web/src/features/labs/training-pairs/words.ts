import type { Tokenizer } from "@fewshot/ml-core";
import { pieceLabel, pieceOf, type TokenPiece } from "../next-token/token-piece.ts";

/** Our vocabulary, as this lab shows it. */
export interface Words {
  encode(text: string): number[];
  /** Of the end token. */
  endId: number;
  piece(id: number): TokenPiece;
  /** For sentences and screen readers. */
  label(id: number): string;
}

/** @param endLabel - What the end token is called. */
export function wordsOf(tokenizer: Tokenizer, endLabel: string): Words {
  const [endId = -1] = tokenizer.specialIds.values();
  const piece = (id: number): TokenPiece => (id === endId ? { kind: "text", text: endLabel } : pieceOf(tokenizer, id));
  return {
    encode: (text) => tokenizer.encode(text),
    endId,
    piece,
    label: (id) => pieceLabel(piece(id), endLabel),
  };
}

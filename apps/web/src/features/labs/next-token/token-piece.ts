/** How a token is displayed. Half a character is never drawn as U+FFFD: it shows its bytes. */
export type TokenPiece = { kind: "text"; text: string } | { kind: "bytes"; bytes: readonly number[] } | { kind: "end" };

/** What `pieceOf` needs of a tokenizer. */
export interface TokenTexts {
  tokenText(id: number): string | null;
  tokenBytes(id: number): Uint8Array;
}

/** The display form of one token: its text if its bytes are whole characters, else its bytes. */
export function pieceOf(texts: TokenTexts, id: number): TokenPiece {
  const text = texts.tokenText(id);
  if (text === null || text === "") return { kind: "bytes", bytes: [...texts.tokenBytes(id)] };
  return { kind: "text", text: text.replace(shapeless, nameOfSign) };
}

/** The piece as running text, for labels, tables and sentences. */
export function pieceLabel(piece: TokenPiece, endLabel: string): string {
  if (piece.kind === "end") return endLabel;
  if (piece.kind === "bytes") return piece.bytes.map(hexByte).join(" ");
  return piece.text.replaceAll(" ", "␣").replaceAll("\n", "↵").replaceAll("\t", "→");
}

/** Two hex digits, upper case. */
export function hexByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

/** Signs without a shape of their own; space, line break and tab have one in `TokenChip`. */
const shapeless = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u3000](?<![\n\t])/gu;

function nameOfSign(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

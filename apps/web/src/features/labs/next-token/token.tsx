"use client";
import { TokenBytes, TokenChip, type TokenState } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { pieceLabel, type TokenPiece } from "./token-piece.ts";

/** A token of this lab: text as a chip, part of a character as its bytes, the end marker by its name. */
export function Token({ piece, state = "possible" }: { piece: TokenPiece; state?: TokenState }) {
  const t = useTranslations("labs.model");
  if (piece.kind === "text") return <TokenChip text={piece.text} state={state} />;
  if (piece.kind === "end") return <TokenChip text={t("endToken")} state={state} />;
  return (
    <span className={`token-bytes ${state}`}>
      <TokenBytes bytes={piece.bytes} label={pieceLabel(piece, t("endToken"))} />
    </span>
  );
}

/** The token's text for sentences and labels. */
export function useTokenLabel(piece: (id: number) => TokenPiece): (id: number) => string {
  const t = useTranslations("labs.model");
  return (id) => pieceLabel(piece(id), t("endToken"));
}

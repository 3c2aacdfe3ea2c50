"use client";
import { useId } from "react";
import { useLocale, useTranslations } from "next-intl";
import { count } from "../format.ts";
import { pieceOf } from "../next-token/token-piece.ts";
import { Token } from "../next-token/token.tsx";
import type { Reading } from "./reading.ts";
import { longestText, samples, type Side } from "./state.ts";
import type { Vocabularies, VocabularyId } from "./vocabularies.ts";

export type TextPanelProps = { side: Side; text: string; onText: (text: string) => void; children: React.ReactNode };

/** One text, with a few to begin with, and under it what both vocabularies make of it. */
export function TextPanel({ side, text, onText, children }: TextPanelProps) {
  const t = useTranslations("labs.tokenizer");
  const id = useId();
  return (
    <section className="token-panel" aria-label={t(`sides.${side}`)}>
      <div className="prompt-field">
        <label className="small" htmlFor={id}>
          <b>{t(`sides.${side}`)}</b> <span className="faint">{t("hint", { longest: longestText })}</span>
        </label>
        <input
          id={id}
          className="field"
          type="text"
          value={text}
          maxLength={longestText}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => onText(event.target.value)}
        />
        <span className="prompt-samples" role="group" aria-label={t("samples")}>
          {samples[side].map((sample) => (
            <button key={sample} type="button" className="tok" onClick={() => onText(sample)}>
              {sample.replace(/ $/u, "␣")}
            </button>
          ))}
        </span>
      </div>
      {children}
    </section>
  );
}

/** The counts that need no vocabulary, then the text in tokens, twice. */
export function PanelReading({ reading, vocabularies }: { reading: Reading; vocabularies: Vocabularies }) {
  const t = useTranslations("labs.tokenizer");
  const { characters, bytes, words } = reading;
  return (
    <>
      <p className="small dim num">{t("counts", { characters, bytes, words })}</p>
      {(["gpt2", "ours"] as const).map((id) => (
        <TokenStrip key={id} id={id} ids={reading[id]} vocabularies={vocabularies} />
      ))}
    </>
  );
}

type TokenStripProps = { id: VocabularyId; ids: readonly number[]; vocabularies: Vocabularies };

/** A text in tokens, each over its id. Part of a character shows its bytes. */
function TokenStrip({ id, ids, vocabularies }: TokenStripProps) {
  const t = useTranslations("labs.tokenizer");
  const locale = useLocale();
  const vocabulary = vocabularies[id];
  return (
    <div className="token-strip">
      <div className="fig-h">
        <div>
          {t(`vocabularies.${id}`)} <small className="num">{t("size", { size: count(vocabulary.size, locale) })}</small>
        </div>
        <b className="live num">{t("tokens", { count: ids.length })}</b>
      </div>
      {ids.length === 0 ? (
        <p className="small dim">{t("empty")}</p>
      ) : (
        <ol className="strip">
          {ids.map((token, at) => (
            <li className="col" key={at}>
              <Token piece={pieceOf(vocabulary, token)} state="possible" />
              <span>{token}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

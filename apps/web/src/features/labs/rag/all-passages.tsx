"use client";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { passages } from "./knowledge-base.ts";
import { questionOf, type RagState } from "./state.ts";

export type AllPassagesProps = { locale: Locale; state: RagState; onMark: (passage: number) => void };

/** The whole knowledge base behind a lid, for a reader who looks for the passage by hand. */
export function AllPassages({ locale, state, onMark }: AllPassagesProps) {
  const t = useTranslations("labs.rag.all");
  const { answer } = questionOf(state);
  return (
    <details className="mt-4">
      <summary>{t("open", { count: passages.length })}</summary>
      <p className="cap">{t("how")}</p>
      <ul className="rag-all" tabIndex={0} aria-label={t("open", { count: passages.length })}>
        {passages.map(({ text, title }, i) => (
          <li key={i}>
            <button type="button" aria-pressed={state.marked === i} onClick={() => onMark(i)}>
              <span>{text[locale]}</span>
              <span className="cap">{title[locale]}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="small" role="status">
        {state.marked === null ? null : t(answer?.passage === state.marked ? "right" : "wrong")}
      </p>
    </details>
  );
}

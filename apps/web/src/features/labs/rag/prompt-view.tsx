"use client";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { Highlighted } from "./highlighted.tsx";
import { passages } from "./knowledge-base.ts";
import { keptOf, questionOf, type RagState } from "./state.ts";

/** The prompt as the model will read it; where the answer stands in a passage, it is marked. */
export function PromptView({ locale, state }: { locale: Locale; state: RagState }) {
  const t = useTranslations("labs.rag");
  const { answer } = questionOf(state);
  const inPrompt = state.measured?.inPrompt ?? keptOf(state).map(({ passage }) => passage);
  const left = keptOf(state).length - inPrompt.length;
  return (
    <>
      <pre className="rag-prompt" tabIndex={0} role="group" aria-label={t("prompt")}>
        {inPrompt.map((passage, i) => (
          <span key={passage} className="rag-added">
            <span className="num rag-rank" aria-hidden="true">
              [{i + 1}]{" "}
            </span>
            <Highlighted
              locale={locale}
              text={passages[passage]?.text[locale] ?? ""}
              terms={answer === null ? [] : [answer.text[locale].trim()]}
            />
            {"\n"}
          </span>
        ))}
        <span>{state.text}</span>
        {answer === null ? null : (
          <span className="dim">
            {locale === "en" ? " " : ""}
            {answer.lead[locale]}
          </span>
        )}
      </pre>
      <p className="cap">
        {t(answer === null ? "promptNoteOpen" : "promptNote", { answer: answer?.text[locale].trim() ?? "" })}
      </p>
      {left > 0 ? <p className="cap">{t("leftOut", { left })}</p> : null}
    </>
  );
}

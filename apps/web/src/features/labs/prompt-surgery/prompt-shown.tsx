"use client";
import { useMemo } from "react";
import { useTranslations } from "next-intl";
import { questionsFor } from "./exam.ts";
import type { SurgeryState } from "./state.ts";

/** The prompt of the first question, part by part, and what the model made of it if that was measured. */
export function PromptShown({ state }: { state: SurgeryState }) {
  const t = useTranslations("labs.promptSurgery.prompt");
  const { described, shown, seed, size, n } = state;
  const [question] = useMemo(() => questionsFor({ n: 1, seed }, { described, shown }), [described, shown, seed]);
  const asked = state.measured.find(
    (one) =>
      one.size === size && one.described === described && one.shown === shown && one.n === n && one.seed === seed,
  );
  if (question === undefined) return null;
  const parts = [
    { name: t("description"), text: question.opening },
    { name: t("example"), text: question.examples },
    { name: t("question"), text: question.question },
  ].filter(({ text }) => text !== "");
  return (
    <figure>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <dl className="surgery-prompt">
        {parts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="mono" lang="en">
              {text.replace("\n", "↵")}
            </dd>
          </div>
        ))}
      </dl>
      <figcaption className="cap">
        {t("wanted", { wanted: question.wanted })}
        {asked === undefined ? null : (
          <>
            {" · "}
            <span className="live">{t("answer", { answer: asked.firstAnswer || t("empty") })}</span>
          </>
        )}
      </figcaption>
    </figure>
  );
}

"use client";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { count } from "../format.ts";
import { isMarkTrue, type Answer, type AskState } from "./state.ts";
import { countOf, questionOf, subjects, type Subject } from "./subjects.ts";

export type AnswerListProps = {
  locale: Locale;
  state: AskState;
  onMark: (subject: number, mark: "right" | "wrong") => void;
};

/** What the model said of each name asked about, and whether the reader holds it right. */
export function AnswerList({ locale, state, onMark }: AnswerListProps) {
  const t = useTranslations("labs.hallucination");
  const asked = Object.entries(state.answers);
  if (asked.length === 0) return <p className="dim">{t("none")}</p>;
  return (
    <ul className="ask-answers">
      {asked.map(([at, answer]) => {
        const subject = subjects[locale][Number(at)];
        return subject === undefined ? null : (
          <AnswerLine
            key={at}
            {...{ locale, subject, answer }}
            isMarkTrue={isMarkTrue(locale, Number(at), answer)}
            onMark={(mark) => onMark(Number(at), mark)}
          />
        );
      })}
    </ul>
  );
}

type AnswerLineProps = {
  locale: Locale;
  subject: Subject;
  answer: Answer;
  isMarkTrue: boolean;
  onMark: (mark: "right" | "wrong") => void;
};

function AnswerLine({ locale, subject, answer, isMarkTrue, onMark }: AnswerLineProps) {
  const t = useTranslations("labs.hallucination");
  const { question, lead } = questionOf(locale, subject.name);
  return (
    <li>
      <p>
        <span className="dim">{question}</span> {lead}
        <b>{answer.text}</b>
        {answer.hasEnded ? null : "……"}
      </p>
      <div className="ml-line">
        <span className="small dim">{t("inCorpus", { count: count(countOf(locale, subject.name), locale) })}</span>
        <Segmented
          label={t("verdict", { name: subject.name })}
          choices={(["right", "wrong"] as const).map((value) => ({ value, label: t(`verdicts.${value}`) }))}
          value={answer.mark}
          onChange={onMark}
        />
        <span className="small" aria-live="polite">
          {answer.mark === null ? null : (
            <Truth subject={subject} isAgreed={isMarkTrue} separator={locale === "zh" ? "、" : ", "} />
          )}
        </span>
      </div>
      {answer.hasEnded ? null : <p className="cap">{t("cutOff")}</p>}
    </li>
  );
}

/** What settles it, shown once the reader has said something. */
function Truth({ subject, isAgreed, separator }: { subject: Subject; isAgreed: boolean; separator: string }) {
  const t = useTranslations("labs.hallucination.truth");
  if (subject.eats.length === 0) return t(isAgreed ? "inventedAgreed" : "invented");
  return t(isAgreed ? "agreed" : "other", { eats: subject.eats.join(separator) });
}

"use client";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { count } from "../format.ts";
import { ModelWork } from "../language-model/model-work.tsx";
import type { ModelTask } from "../language-model/use-model-task.ts";
import { AnswerList } from "./answer-list.tsx";
import { Comparison } from "./comparison.tsx";
import { compareBy, markAnswer, type AskState } from "./state.ts";
import { countOf, questionOf, subjects } from "./subjects.ts";

export type AskExperimentProps = {
  locale: Locale;
  state: AskState;
  task: ModelTask;
  onState: (change: (before: AskState) => AskState) => void;
  onAsk: () => void;
};

/** A name to ask about with its count, the answers with the reader's verdicts, and the two comparisons. */
export function AskExperiment({ locale, state, task, onState, onAsk }: AskExperimentProps) {
  const t = useTranslations("labs.hallucination");
  const { question, lead } = questionOf(locale, subjects[locale][state.subject]?.name ?? "");
  const isBusy = task.state === "busy";
  return (
    <>
      <div className="ask-names" role="group" aria-label={t("names")}>
        {subjects[locale].map(({ name, eats }, subject) => (
          <button
            key={name}
            type="button"
            className="tok"
            aria-pressed={subject === state.subject}
            onClick={() => onState((before) => ({ ...before, subject }))}
          >
            {name}
            <span className="num">{count(countOf(locale, name), locale)}</span>
            {eats.length === 0 ? <span>{t("invented")}</span> : null}
          </button>
        ))}
      </div>
      <p className="cap">{t("namesNote")}</p>
      <div className="ml-line ask-line">
        <p className="ask-prompt">
          {question} <span className="dim">{lead}</span> ……
        </p>
        <button className="btn primary" type="button" disabled={isBusy} onClick={onAsk}>
          {isBusy ? t("asking") : t("ask")}
        </button>
      </div>
      <p className="cap">{t("promptNote")}</p>
      <ModelWork task={task} locale={locale} />
      <AnswerList
        locale={locale}
        state={state}
        onMark={(subject, mark) => onState((before) => markAnswer(before, subject, mark))}
      />
      <Comparison
        locale={locale}
        state={state}
        onMeasure={(measure) => onState((before) => compareBy(locale, before, measure))}
      />
    </>
  );
}

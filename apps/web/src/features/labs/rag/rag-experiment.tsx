"use client";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { ModelWork } from "../language-model/model-work.tsx";
import type { ModelTask } from "../language-model/use-model-task.ts";
import { AllPassages } from "./all-passages.tsx";
import { passages } from "./knowledge-base.ts";
import { MeasuredView } from "./measured-view.tsx";
import { PromptView } from "./prompt-view.tsx";
import { QueryForm } from "./query-form.tsx";
import { RankedList } from "./ranked-list.tsx";
import { change, keeps, markPassage, methods, type RagState } from "./state.ts";

export type RagExperimentProps = {
  locale: Locale;
  state: RagState;
  task: ModelTask;
  /** Passages read so far for their vectors. */
  read: number;
  onState: (next: RagState) => void;
  onSearch: () => void;
  onMeasure: () => void;
};

/** The three steps one below another: retrieve, add, generate. */
export function RagExperiment(props: RagExperimentProps) {
  const { locale, state, task, onState } = props;
  const t = useTranslations("labs.rag");
  const isBusy = task.state === "busy";
  return (
    <>
      <section className="rag-step">
        <div className="fig-h">
          <div>{t("steps.retrieve")}</div>
          <span>{t("steps.retrieveNote", { count: passages.length })}</span>
        </div>
        <QueryForm {...{ locale, state, onState }} isBusy={isBusy} onSearch={props.onSearch} />
        <div className="ml-line">
          <Segmented
            label={t("method")}
            choices={methods.map((value) => ({ value, label: t(`methods.${value}`) }))}
            value={state.method}
            onChange={(method) => onState(change(state, { method }))}
          />
          <span className="small">{t("keep")}</span>
          <Segmented
            label={t("keep")}
            choices={keeps.map((value) => ({ value, label: value }))}
            value={state.keep}
            onChange={(keep) => onState(change(state, { keep }))}
          />
        </div>
        {state.method === "vectors" ? <p className="cap">{t("vectorsNote")}</p> : null}
        {isBusy && state.ranked === null ? (
          <p className="small" role="status">
            {t("reading", { read: props.read, count: passages.length })}
          </p>
        ) : null}
        <ModelWork task={task} locale={locale} />
        <RankedList locale={locale} state={state} />
        <AllPassages locale={locale} state={state} onMark={(passage) => onState(markPassage(locale, state, passage))} />
      </section>
      <section className="rag-step">
        <div className="fig-h">
          <div>{t("steps.add")}</div>
          <span>{t("steps.addNote")}</span>
        </div>
        <PromptView locale={locale} state={state} />
      </section>
      <section className="rag-step">
        <div className="fig-h">
          <div>{t("steps.generate")}</div>
          <span>{t("steps.generateNote")}</span>
        </div>
        <div className="ml-line">
          <button
            className="btn primary"
            type="button"
            disabled={isBusy || state.ranked === null}
            onClick={props.onMeasure}
          >
            {isBusy && state.ranked !== null ? t("measuring") : t("measure")}
          </button>
          {state.ranked === null ? <p className="cap">{t("searchFirst")}</p> : null}
        </div>
        <MeasuredView locale={locale} state={state} onSupport={(supportedBy) => onState({ ...state, supportedBy })} />
      </section>
    </>
  );
}

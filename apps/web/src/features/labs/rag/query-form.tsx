"use client";
import { useId } from "react";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { questions, wordings } from "./questions.ts";
import { change, longestQuery, questionOf, type RagState } from "./state.ts";

export type QueryFormProps = {
  locale: Locale;
  state: RagState;
  isBusy: boolean;
  onState: (next: RagState) => void;
  onSearch: () => void;
};

/** Which question, in which words: those of the course, others, or the reader's own. */
export function QueryForm({ locale, state, isBusy, onState, onSearch }: QueryFormProps) {
  const t = useTranslations("labs.rag");
  const [questionId, textId] = [useId(), useId()];
  const question = questionOf(state);
  const choose = (position: number) =>
    onState(change(state, { question: position, text: questions[position]?.plain[locale] ?? "" }));
  const options = (isInCourse: boolean) =>
    questions.map(({ plain, answer }, i) =>
      (answer !== null) === isInCourse ? (
        <option key={i} value={i}>
          {plain[locale]}
        </option>
      ) : null,
    );
  return (
    <form
      className="rag-query"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch();
      }}
    >
      <label className="small" htmlFor={questionId}>
        <b>{t("question")}</b>
      </label>
      <select
        id={questionId}
        className="field"
        value={state.question}
        onChange={(event) => choose(Number(event.target.value))}
      >
        <optgroup label={t("inCourse")}>{options(true)}</optgroup>
        <optgroup label={t("notInCourse")}>{options(false)}</optgroup>
      </select>
      <div className="ml-line">
        <Segmented
          label={t("wording")}
          choices={wordings.map((value) => ({ value, label: t(`wordings.${value}`) }))}
          value={wordings.find((wording) => question[wording][locale] === state.text) ?? null}
          onChange={(wording) => onState(change(state, { text: question[wording][locale] }))}
        />
      </div>
      <label className="small" htmlFor={textId}>
        <b>{t("query")}</b> <span className="dim">{t("queryHint")}</span>
      </label>
      <div className="rag-query-line">
        <input
          id={textId}
          className="field"
          type="text"
          value={state.text}
          maxLength={longestQuery}
          autoComplete="off"
          onChange={(event) => onState(change(state, { text: event.target.value }))}
        />
        <button className="btn primary" type="submit" disabled={isBusy || state.text.trim() === ""}>
          {t("search")}
        </button>
      </div>
    </form>
  );
}

"use client";
import { useId, useMemo } from "react";
import type { Locale } from "@fewshot/quiz";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { corpusOf, sitExam, testOf } from "./leak.ts";
import type { LeakState } from "./state.ts";

export type LeakPanelProps = { leak: LeakState; locale: Locale; onChange: (leak: LeakState) => void };

/** One test sentence goes into the corpus; an n-gram model is trained before and after. */
export function LeakPanel({ leak, locale, onChange }: LeakPanelProps) {
  const t = useTranslations("labs.humanOrModel.leak");
  const id = useId();
  const corpus = corpusOf(locale);
  const { chosen, trained } = leak;
  const isStale = trained !== null && trained.leaked !== chosen;
  return (
    <section className="judge-part">
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <p className="cap">{t("intro", { corpus: corpus.length })}</p>
      <div className="judge-leak">
        <label className="small" htmlFor={id}>
          {t("choose")}
        </label>
        <select
          id={id}
          className="field"
          value={chosen ?? ""}
          onChange={(event) => {
            const { value } = event.target;
            onChange({ ...leak, chosen: value === "" ? null : Number(value) });
          }}
        >
          <option value="">{t("none")}</option>
          {testOf(locale).map((text, i) => (
            <option key={text} value={i}>
              {text}
            </option>
          ))}
        </select>
        <button
          className="btn sm"
          type="button"
          onClick={() => onChange({ chosen, trained: { leaked: chosen, exam: sitExam(locale, chosen) } })}
        >
          {t("retrain")}
        </button>
      </div>
      <p className="cap" aria-live="polite">
        {isStale ? t("stale") : null}
      </p>
      <ExamTable leak={leak} locale={locale} />
      <p className="cap">{t("unit")}</p>
      <details className="mt-4">
        <summary>{t("corpus")}</summary>
        <ul className="cap">
          {corpus.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** The five sentences with their loss before and after; before any training only the clean model's. */
function ExamTable({ leak, locale }: Omit<LeakPanelProps, "onChange">) {
  const t = useTranslations("labs.humanOrModel.leak");
  const { trained } = leak;
  const clean = useMemo(() => sitExam(locale, null), [locale]);
  const exam = trained?.exam ?? clean;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("heading")}>
      <table className="ruled small judge-exam">
        <thead>
          <tr>
            <th scope="col">{t("text")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("after")}</th>
            <th scope="col">{t("gain")}</th>
          </tr>
        </thead>
        <tbody>
          {exam.map(({ text, before, after }, i) => (
            <tr key={text}>
              <th scope="row">
                {text}
                {trained?.leaked === i ? <b className="live"> {t("isLeaked")}</b> : null}
              </th>
              <td className="num">{decimal(before, 2)}</td>
              <td className="num live">{trained === null ? "–" : decimal(after, 2)}</td>
              <td className="num live">{trained === null ? "–" : decimal(before - after, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

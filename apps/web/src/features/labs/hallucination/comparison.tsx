"use client";
import { DataTable, ProbabilityRow, Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { count, decimal, percent } from "../format.ts";
import { measures, type Answer, type AskState, type Measure } from "./state.ts";
import { countOf, subjects } from "./subjects.ts";

export type ComparisonProps = { locale: Locale; state: AskState; onMeasure: (measure: Measure) => void };

type Line = Answer & { name: string; count: number };

/** The answers side by side, by one number at a time, rarest name first. */
export function Comparison({ locale, state, onMeasure }: ComparisonProps) {
  const t = useTranslations("labs.hallucination");
  const table = useTranslations("labs.frame")("table");
  const lines: Line[] = Object.entries(state.answers)
    .flatMap(([at, answer]) => {
      const name = subjects[locale][Number(at)]?.name;
      return name === undefined ? [] : { ...answer, name, count: countOf(locale, name) };
    })
    .sort((a, b) => a.count - b.count);
  if (lines.length === 0) return null;
  return (
    <div className="ask-comparison">
      <div className="ml-line">
        <span className="small">{t("compareBy")}</span>
        <Segmented
          label={t("compareBy")}
          choices={measures.map((value) => ({ value, label: t(`measures.${value}`) }))}
          value={state.measure}
          onChange={onMeasure}
        />
      </div>
      {state.measure === null ? null : <Bars lines={lines} measure={state.measure} locale={locale} />}
      <DataTable
        summary={table}
        header={[t("table.name"), t("table.count"), t("measures.entropy"), t("measures.top")]}
        rows={lines.map((line) => [line.name, count(line.count, locale), decimal(line.entropy, 2), percent(line.top)])}
      />
    </div>
  );
}

type BarsProps = { lines: readonly Line[]; measure: Measure; locale: Locale };

function Bars({ lines, measure, locale }: BarsProps) {
  const t = useTranslations("labs.hallucination");
  const scale = measure === "top" ? 1 : Math.max(...lines.map(({ entropy }) => entropy), 1);
  return (
    <>
      <div className="fig-h">
        <div>{t(`measures.${measure}`)}</div>
        <span>{t(`notes.${measure}`)}</span>
      </div>
      <div className="plist">
        {lines.map((line) => (
          <ProbabilityRow
            key={line.name}
            name={
              <>
                {line.name} <span className="num dim">{count(line.count, locale)}</span>
              </>
            }
            probability={line[measure]}
            scale={scale}
            value={measure === "top" ? percent(line.top) : decimal(line.entropy, 2)}
          />
        ))}
      </div>
    </>
  );
}

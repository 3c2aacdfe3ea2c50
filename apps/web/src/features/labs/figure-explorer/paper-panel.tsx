"use client";
import { meanScores, scoreSizes, settings, type PaperScores } from "@fewshot/ml-core";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { ScorePlot, type PlotSeries } from "../score-plot/score-plot.tsx";
import { at } from "../score-plot/at.ts";
import { endNames, figureSizes, rowOf, scoreAt, type ExplorerState } from "./state.ts";
import { heightOfStep, heightText } from "./steps.ts";
import { tracedBands } from "./traced.ts";

/** What the paper printed, as ink squares, with the steps that the reader marked. */
export function PaperPanel({ state }: { state: ExplorerState }) {
  const t = useTranslations("labs.figures");
  const table = useTranslations("labs.frame")("table");
  const { preset, task, axis } = state;
  const row = state.series === "task" ? rowOf(task) : meanScores;
  const name = t(`tasks.${row.name}` as "tasks.LAMBADA");
  const isByExamples = preset === "figure-1-2";
  const hasTraced = isByExamples && task === "Symbol Insertion";
  const series = isByExamples ? bySize(state) : bySetting(state, row, (setting) => t(`setting.${setting}`));
  return (
    <figure className="explorer-paper">
      <div className="fig-h">
        <div>{name}</div>
        <span className="badge">{t(state.series === "task" ? "badges.table" : "badges.mean")}</span>
        {hasTraced ? <span className="badge explorer-traced">{t("badges.traced")}</span> : null}
      </div>
      <ScorePlot
        kind="paper"
        describe={t(isByExamples ? "describe.byExamples" : "describe.bySize", { task: name, axis: t(`axis.${axis}`) })}
        axis={axis}
        xTicks={isByExamples ? endNames(state) : scoreSizes}
        xLabel={t(isByExamples ? "examples" : "size")}
        yLabel={t("correct")}
        series={series}
        brackets={state.brackets.map((mark) => ({
          id: `${mark.line} ${mark.from} ${mark.to}`,
          from: { x: mark.from, percent: scoreAt(state, mark.line, mark.from) },
          to: { x: mark.to, percent: scoreAt(state, mark.line, mark.to) },
          label: heightText(heightOfStep(state, mark), axis),
        }))}
        traced={hasTraced ? tracedBands : []}
        isJoined
      />
      <figcaption className="cap">
        {t(hasTraced ? "caption.figure12" : state.series === "task" ? "caption.table" : "caption.mean")}{" "}
        {axis === "linear" ? null : t("caption.off")}
      </figcaption>
      <DataTable
        summary={table}
        header={[t("size"), ...settings.map((setting) => t(`setting.${setting}`))]}
        rows={scoreSizes.map((size, i) => [size, ...settings.map((setting) => printed(at(row[setting], i)))])}
      />
    </figure>
  );
}

/** A mean has one digit; a printed score keeps those it was printed with. */
function printed(percent: number): string {
  return String(Number(percent.toFixed(2)));
}

/** One line a size, against K. */
function bySize(state: ExplorerState): PlotSeries[] {
  return figureSizes.map((size, rank) => ({
    id: at(scoreSizes, size),
    label: at(scoreSizes, size),
    size: at([3.5, 5, 6.5], rank),
    isFaint: size !== state.size,
    points: settings.map((_, end) => ({ x: end, percent: scoreAt(state, size, end) })),
  }));
}

/** One line a setting, against size; `emergence` looks at one of them. */
function bySetting(state: ExplorerState, row: PaperScores, name: (setting: (typeof settings)[number]) => string) {
  const shown = state.preset === "emergence" ? settings.filter((_, i) => i === state.pick.line) : settings;
  return shown.map((setting): PlotSeries => ({
    id: setting,
    label: name(setting),
    size: { zero: 3.5, one: 5, few: 6.5 }[setting],
    points: row[setting].map((percent, x) => ({ x, percent })),
  }));
}

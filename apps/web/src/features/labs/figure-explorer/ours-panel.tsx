"use client";
import { wilsonInterval } from "@fewshot/ml-core";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { measured, measuredShots, modelIds, modelParameters, type MeasuredCounts } from "../score-plot/measured.ts";
import { ScorePlot, type PlotPoint, type PlotSeries } from "../score-plot/score-plot.tsx";
import { percent } from "../format.ts";
import { at } from "../score-plot/at.ts";
import type { ExplorerState } from "./state.ts";

/** The numbers of examples that are drawn against size. */
const shotsAgainstSize = [0, 1, 8] as const;

/** Our own family, measured beforehand and checked in. On axes of its own: its numbers are not the paper's. */
export function OursPanel({ state }: { state: ExplorerState }) {
  const t = useTranslations("labs.figures");
  const table = useTranslations("labs.frame")("table");
  const isByExamples = state.preset === "figure-1-2";
  const axis = t(`axis.${state.axis}`);
  return (
    <figure className="explorer-ours">
      <div className="fig-h">
        <div>{t("ours.heading")}</div>
        <span className="badge">{t("badges.ours")}</span>
      </div>
      <ScorePlot
        kind="ours"
        describe={t(isByExamples ? "ours.byExamples" : "ours.bySize", { axis })}
        axis={state.axis}
        xTicks={isByExamples ? measuredShots.map(String) : modelIds.map(sizeName)}
        xLabel={t(isByExamples ? "examples" : "ours.parameters")}
        yLabel={t("correct")}
        series={isByExamples ? againstExamples() : againstSize((k) => t("ours.k", { k }))}
      />
      <figcaption className="cap">{t("ours.caption")}</figcaption>
      <DataTable
        summary={table}
        header={[t("ours.parameters"), ...measuredShots.map((k) => `K = ${k}`)]}
        rows={modelIds.map((id) => [
          sizeName(id),
          ...measuredShots.map((_, i) => cellText(measured[id].known.plain, i)),
        ])}
      />
    </figure>
  );
}

/** Parameters of a model in short: 33k, 3.2M. */
function sizeName(id: (typeof modelIds)[number]): string {
  const parameters = modelParameters[id];
  return parameters < 1e6 ? `${Math.round(parameters / 1e3)}k` : `${(parameters / 1e6).toFixed(1)}M`;
}

function pointOf({ items, right }: MeasuredCounts, i: number, x: number): PlotPoint {
  const { low, high } = wilsonInterval(at(right, i), at(items, i));
  return { x, percent: (100 * at(right, i)) / at(items, i), low: 100 * low, high: 100 * high };
}

function cellText(counts: MeasuredCounts, i: number): string {
  const { low, high } = wilsonInterval(at(counts.right, i), at(counts.items, i));
  return `${percent(at(counts.right, i) / at(counts.items, i))} (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
}

function againstExamples(): PlotSeries[] {
  return modelIds.map((id, rank) => ({
    id,
    label: sizeName(id),
    size: 3 + rank,
    points: measuredShots.map((_, i) => pointOf(measured[id].known.plain, i, i)),
  }));
}

function againstSize(label: (k: number) => string): PlotSeries[] {
  return shotsAgainstSize.map((k, rank) => ({
    id: String(k),
    label: label(k),
    size: 3.5 + 1.5 * rank,
    points: modelIds.map((id, x) => pointOf(measured[id].known.plain, measuredShots.indexOf(k), x)),
  }));
}

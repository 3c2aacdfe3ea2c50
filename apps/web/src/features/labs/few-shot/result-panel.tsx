"use client";
import { wilsonInterval } from "@fewshot/ml-core";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { measured, measuredShots, modelIds } from "../score-plot/measured.ts";
import { ScorePlot, type PlotPoint } from "../score-plot/score-plot.tsx";
import { sizeName } from "./measure-tray.tsx";
import { effectiveSettings, type FewShotState, type Measurement, type Settings } from "./state.ts";

const tickLabels = measuredShots.map(String);

/** What was measured on this device, over what was measured beforehand with the same settings. */
export function ResultPanel({ state, fingerprint }: { state: FewShotState; fingerprint: string | null }) {
  const t = useTranslations("labs.fewShot.result");
  const table = useTranslations("labs.frame")("table");
  const isKept = ({ settings }: Measurement) => settings.task === state.settings.task;
  const mine = state.measurements.filter(isKept);
  const name = (settings: Settings) =>
    settings.labels === "shuffled" ? t("shuffledName", { size: sizeName(settings.model) }) : sizeName(settings.model);
  return (
    <figure className="explorer-ours">
      <div className="fig-h">
        <div>{t("heading")}</div>
        {fingerprint === null ? null : (
          <span className="badge">{t("fingerprint", { hash: fingerprint.slice(0, 8) })}</span>
        )}
      </div>
      <ScorePlot
        kind="ours"
        describe={t("describe", { count: mine.length })}
        axis="linear"
        xTicks={tickLabels}
        xLabel={t("k")}
        yLabel={t("correct")}
        bands={bandsOf(effectiveSettings(state.settings))}
        series={mine.map((measurement, i) => ({
          id: String(i),
          label: name(measurement.settings),
          size: 3 + modelIds.indexOf(measurement.settings.model),
          points: [pointOf(measurement)],
        }))}
      />
      <figcaption className="cap">{t(mine.length === 0 ? "empty" : "caption")}</figcaption>
      <DataTable
        summary={table}
        header={[t("size"), t("task"), "K", t("conditions"), t("right"), t("share"), t("interval")]}
        rows={state.measurements.map(({ settings, right }) => [
          sizeName(settings.model),
          t(`tasks.${settings.task}`),
          settings.k,
          conditions(settings, t),
          `${right} / ${settings.n}`,
          percent(right / settings.n),
          intervalText(right, settings.n),
        ])}
      />
    </figure>
  );
}

/** Where K stands: 0 and 1 have ticks of their own, from 1 on each doubling is as wide as the next. */
export function placeOf(k: number): number {
  return k === 0 ? 0 : 1 + Math.log2(k);
}

function pointOf({ settings, right }: Measurement): PlotPoint {
  const { low, high } = wilsonInterval(right, settings.n);
  return { x: placeOf(settings.k), percent: (100 * right) / settings.n, low: 100 * low, high: 100 * high };
}

/** "12.3–45.6%", the 95% interval. */
export function intervalText(right: number, n: number): string {
  const { low, high } = wilsonInterval(right, n);
  return `${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}%`;
}

/** The ranges known for these settings; none for what was not measured beforehand. */
function bandsOf({ model, task, described, labels, symbols }: Settings): Required<PlotPoint>[] {
  if (labels === "shuffled" || symbols === "seen") return [];
  const { items, right } = measured[model][task][described ? "described" : "plain"];
  return measuredShots.map((_, x) => {
    const { low, high } = wilsonInterval(right[x] ?? 0, items[x] ?? 0);
    return { x, percent: (100 * (right[x] ?? 0)) / (items[x] ?? 1), low: 100 * low, high: 100 * high };
  });
}

type Words = ReturnType<typeof useTranslations<"labs.fewShot.result">>;

function conditions({ described, symbols, labels, seed }: Settings, t: Words): string {
  const said = [
    t(described ? "described" : "plain"),
    t(`symbols.${symbols}`),
    t(`labels.${labels}`),
    t("set", { seed }),
  ];
  return said.join(t("comma"));
}

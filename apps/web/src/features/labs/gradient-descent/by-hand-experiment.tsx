"use client";
import { DataTable, Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { FitPanel } from "./fit-panel.tsx";
import { PlanePanel } from "./plane-panel.tsx";
import { lossOf, xs, ys } from "./problem.ts";
import { ranges, type GradientState } from "./state.ts";

export type ByHandExperimentProps = {
  state: GradientState;
  onLine: (patch: { w?: number; b?: number }) => void;
  onSolve: () => void;
};

/** Two sliders and no algorithm: how low can a hand bring the loss? */
export function ByHandExperiment({ state, onLine, onSolve }: ByHandExperimentProps) {
  const t = useTranslations("labs.gradient");
  const summary = useTranslations("labs.frame")("table");
  const { w, b } = state;
  const digits = state.solved ? 6 : 2;
  const rows = xs.map((x, i) => {
    const y = ys[i] ?? 0;
    return [x, decimal(y, 6), decimal(w * x + b, 6), decimal(w * x + b - y, 6)];
  });
  return (
    <>
      <div className="bench">
        <div className="tray">
          <Slider
            label={t("w")}
            {...ranges.w}
            value={w}
            display={decimal(w, digits)}
            ticks={["−1", "1.5", "4"]}
            onChange={(value) => onLine({ w: Number(value.toFixed(2)) })}
          />
          <Slider
            label={t("b")}
            {...ranges.b}
            value={b}
            display={decimal(b, digits)}
            ticks={["−3", "0", "3"]}
            onChange={(value) => onLine({ b: Number(value.toFixed(2)) })}
          />
          <dl className="readout tray-draw">
            <dt>{t("loss.heading")}</dt>
            <dd className="live">{decimal(lossOf(w, b), 6)}</dd>
          </dl>
          <button className="btn sm" type="button" onClick={onSolve}>
            {t("solve")}
          </button>
        </div>
        <div className="duo">
          <FitPanel line={{ w, b }} before={null} lit={null} />
          <PlanePanel show="wide" path={[{ w, b }]} lit={null} />
        </div>
      </div>
      <DataTable
        summary={summary}
        header={[t("table.x"), t("table.y"), t("table.predicted"), t("table.error")]}
        rows={rows}
      />
    </>
  );
}

"use client";
import { Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { rich } from "../frame/rich.tsx";
import { largestSide } from "./state.ts";

export type LayerMachineProps = {
  inputs: number;
  outputs: number;
  total: number;
  onSize: (patch: { inputs?: number; outputs?: number }) => void;
};

/** A linear layer as it is stored: a cell for each weight, and a column of bias terms. */
export function LayerMachine({ inputs: n, outputs: m, total, onSize }: LayerMachineProps) {
  const t = useTranslations("labs.parameterCounter.layer");
  const range = { min: 1, max: largestSide, step: 1, ticks: ["1", String(largestSide)] };
  return (
    <div className="bench">
      <div className="tray">
        <Slider label={t("inputs")} {...range} value={n} onChange={(inputs) => onSize({ inputs })} />
        <Slider label={t("outputs")} {...range} value={m} onChange={(outputs) => onSize({ outputs })} />
      </div>
      <div>
        <div className="layer-cells" role="img" aria-label={t("describe", { n, m })}>
          {Array.from({ length: m }, (_, row) => (
            <div key={row}>
              {Array.from({ length: n }, (__, column) => (
                <i key={column}>w</i>
              ))}
              <i className="bias">b</i>
            </div>
          ))}
        </div>
        <p className="key num">
          <span>{t("weights", { n, m })}</span>
          <span>{t("biases", { m })}</span>
        </p>
        <p className="num layer-rule">{t.rich("rule", { ...rich, n, m, total })}</p>
      </div>
    </div>
  );
}

"use client";
import { useId } from "react";
import { Segmented, Slider } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { NumberField } from "../frame/number-field.tsx";
import { pageSteps, trainingRange, units, type EnergyState } from "./state.ts";
import { amountText, lampTime, numberText } from "./words.ts";

export type EnergyTrayProps = { state: EnergyState; onChange: (patch: Partial<EnergyState>) => void };

/** Pages, unit and the figure for training; and what they come to. */
export function EnergyTray({ state, onChange }: EnergyTrayProps) {
  const t = useTranslations("labs.energy");
  const locale = useLocale();
  const id = useId();
  const lamp = lampTime(state.pages);
  return (
    <div className="tray">
      <Slider
        label={t("pages")}
        min={0}
        max={pageSteps.length - 1}
        step={1}
        value={pageSteps.findIndex((pages) => pages >= state.pages)}
        display={t("pagesValue", { pages: numberText(state.pages, locale) })}
        ticks={["1", "10⁹"]}
        onChange={(position) => onChange({ pages: pageSteps[position] ?? 1 })}
      />
      <div className="energy-units">
        <Segmented
          label={t("unit")}
          choices={units.map((unit) => ({ value: unit, label: unit }))}
          value={state.unit}
          onChange={(unit) => onChange({ unit })}
        />
      </div>
      <dl className="readout">
        <dt>{t("amount")}</dt>
        <dd className="live num">{amountText(state.pages, state.unit, locale)}</dd>
        <dt>{t("lamp")}</dt>
        <dd className="live num">{t(`duration.${lamp.unit}`, { n: numberText(lamp.value, locale) })}</dd>
      </dl>
      <div className="energy-training">
        <label className="small" htmlFor={id}>
          {t("training")}
        </label>
        <NumberField
          id={id}
          className="field n"
          inputMode="decimal"
          min={trainingRange.min}
          max={trainingRange.max}
          step="any"
          aria-describedby={`${id}-hint`}
          value={state.trainingMWh === 0 ? null : state.trainingMWh}
          isLegal={(typed) => typed > trainingRange.min && typed <= trainingRange.max}
          onNumber={(trainingMWh) => onChange({ trainingMWh })}
        />
        <p className="cap" id={`${id}-hint`}>
          {t("trainingHint")}
        </p>
      </div>
    </div>
  );
}

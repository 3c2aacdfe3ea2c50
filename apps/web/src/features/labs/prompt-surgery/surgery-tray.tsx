"use client";
import { useId } from "react";
import { Segmented } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { NumberField } from "../frame/number-field.tsx";
import { sizes } from "./exam.ts";
import { counts, seedRange, type SurgeryState } from "./state.ts";
import type { ExamRun } from "./use-exam.ts";
import { sizeText } from "./words.ts";

export type SurgeryTrayProps = { state: SurgeryState; run: ExamRun; onChange: (patch: Partial<SurgeryState>) => void };

/** What stands in the prompt, which model reads it, and how many questions are asked. */
export function SurgeryTray({ state, run, onChange }: SurgeryTrayProps) {
  const t = useTranslations("labs.promptSurgery");
  const locale = useLocale();
  const id = useId();
  const switches = [
    { label: t("description"), isOn: state.described, set: (described: boolean) => onChange({ described }) },
    { label: t("example"), isOn: state.shown, set: (shown: boolean) => onChange({ shown }) },
  ];
  const isBusy = run.activity === "measuring";
  return (
    <div className="tray surgery-tray">
      <label className="small" htmlFor={`${id}size`}>
        {t("size")}
      </label>
      <select
        id={`${id}size`}
        className="field"
        value={state.size}
        onChange={(event) => onChange({ size: sizes.find((size) => size.id === event.target.value)?.id ?? "icl-5" })}
      >
        {sizes.map((size) => (
          <option key={size.id} value={size.id}>
            {sizeText(size.id, locale)}
          </option>
        ))}
      </select>
      {switches.map(({ label, isOn, set }) => (
        <div className="surgery-switch" key={label}>
          <span className="small">{label}</span>
          <Segmented
            label={label}
            choices={[
              { value: "off", label: t("off") },
              { value: "on", label: t("on") },
            ]}
            value={isOn ? "on" : "off"}
            onChange={(chosen) => set(chosen === "on")}
          />
        </div>
      ))}
      <div className="surgery-switch">
        <span className="small">{t("count")}</span>
        <Segmented
          label={t("count")}
          choices={counts.map((n) => ({ value: n as number, label: String(n) }))}
          value={state.n}
          onChange={(n) => onChange({ n })}
        />
      </div>
      <div className="surgery-switch">
        <label className="small" htmlFor={`${id}seed`}>
          {t("seed")}
        </label>
        <NumberField
          id={`${id}seed`}
          className="field seed"
          min={seedRange.min}
          max={seedRange.max}
          value={state.seed}
          isLegal={(seed) => Number.isInteger(seed) && seed >= seedRange.min && seed <= seedRange.max}
          onNumber={(seed) => onChange({ seed })}
        />
      </div>
      <div className="tray-buttons">
        <button className="btn sm primary" type="button" disabled={isBusy} onClick={() => run.measure(state)}>
          {isBusy ? t("measuring") : t("measure", { n: state.n })}
        </button>
        {isBusy ? (
          <button className="btn sm" type="button" onClick={run.stop}>
            {t("stop")}
          </button>
        ) : null}
      </div>
    </div>
  );
}

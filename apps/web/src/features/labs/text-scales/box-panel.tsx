"use client";
import { useId } from "react";
import { hanBytes } from "@fewshot/ml-core";
import { Segmented } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { count } from "../format.ts";
import { NumberField } from "../frame/number-field.tsx";
import { rich } from "../frame/rich.tsx";
import { capacities, encodings, fill, most, roomOf, type ScalesState } from "./state.ts";

export type PanelProps = { state: ScalesState; onChange: (patch: Partial<ScalesState>) => void };

/** A box of so many bytes, and the Chinese characters put into it. */
export function BoxPanel({ state, onChange }: PanelProps) {
  const t = useTranslations("labs.textScales");
  const locale = useLocale();
  const { used, left } = roomOf(state);
  const values = { ...rich, characters: count(state.characters, locale), each: hanBytes(state.encoding) };
  return (
    <div className="bench">
      <div className="tray">
        <Segmented
          label={t("box.encoding")}
          choices={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
          value={state.encoding}
          onChange={(encoding) => onChange({ encoding })}
        />
        <CountField
          label={t("box.capacity")}
          value={state.capacity}
          least={1}
          onNumber={(capacity) => onChange({ capacity })}
        />
        <Segmented
          label={t("box.presets")}
          choices={Object.entries(capacities).map(([label, value]) => ({ value, label }))}
          value={state.capacity}
          onChange={(capacity) => onChange({ capacity })}
        />
        <CountField
          label={t("box.characters")}
          value={state.characters}
          least={0}
          onNumber={(characters) => onChange({ characters })}
        />
        <button className="btn sm" type="button" onClick={() => onChange({ characters: fill(state).characters })}>
          {t("box.fill")}
        </button>
      </div>
      <div>
        <div className="fig-h">
          <div>{t("box.heading")}</div>
        </div>
        <BoxFigure state={state} />
        <p className="num box-sum">{t.rich("box.sum", { ...values, used: count(used, locale) })}</p>
        <p className={left < 0 ? "small text-red" : "small dim"}>
          {left < 0 ? t("box.over", { over: count(-left, locale) }) : t("box.left", { left: count(left, locale) })}
        </p>
      </div>
    </div>
  );
}

/** The box to scale: filled in blue; what does not fit lies outside it, dashed. */
function BoxFigure({ state }: { state: ScalesState }) {
  const t = useTranslations("labs.textScales.box");
  const locale = useLocale();
  const { used, left } = roomOf(state);
  const whole = Math.max(state.capacity, used);
  const share = (bytes: number) => `${((100 * bytes) / whole).toFixed(3)}%`;
  const describe = t("describe", { capacity: count(state.capacity, locale), used: count(used, locale) });
  return (
    <div className="byte-box" role="img" aria-label={describe}>
      <div style={{ width: share(state.capacity) }}>
        <i style={{ width: `${((100 * Math.min(used, state.capacity)) / state.capacity).toFixed(3)}%` }} />
      </div>
      {left < 0 ? <s style={{ width: share(-left) }} /> : null}
    </div>
  );
}

type CountFieldProps = { label: string; value: number; least: number; onNumber: (value: number) => void };

function CountField({ label, value, least, onNumber }: CountFieldProps) {
  const id = useId();
  return (
    <div className="count-field">
      <label htmlFor={id}>{label}</label>
      <NumberField
        id={id}
        className="field"
        inputMode="numeric"
        min={least}
        max={most.capacity}
        step={1}
        value={value}
        isLegal={(typed) => Number.isInteger(typed) && typed >= least && typed <= most.capacity}
        onNumber={onNumber}
      />
    </div>
  );
}

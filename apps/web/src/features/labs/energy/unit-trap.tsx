"use client";
import { useId } from "react";
import { useTranslations } from "next-intl";
import { sentenceIds, type SentenceId } from "./state.ts";

/** Message keys hold no dots. */
const messageKeys = {
  "0.4 kWh": "kilowattHours",
  "4 Wh": "wattHours",
  "0.4 kW": "kilowatts",
  "14.4 kJ": "kilojoules",
} as const satisfies Record<SentenceId, string>;

export type UnitTrapProps = { marked: SentenceId | null; onMark: (marked: SentenceId) => void };

/** Four sentences; one gives a power where an energy is meant. */
export function UnitTrap({ marked, onMark }: UnitTrapProps) {
  const t = useTranslations("labs.energy.trap");
  const name = useId();
  return (
    <div className="energy-trap">
      <fieldset className="opts">
        <legend className="small">
          <b>{t("heading")}</b> {t("label")}
        </legend>
        {sentenceIds.map((id) => (
          <label key={id}>
            <input type="radio" name={name} checked={marked === id} onChange={() => onMark(id)} />
            <span>{t(messageKeys[id])}</span>
          </label>
        ))}
      </fieldset>
      <p className="cap" aria-live="polite">
        {marked === null ? null : marked === "0.4 kW" ? t("right") : t(`wrong.${messageKeys[marked]}`)}
      </p>
    </div>
  );
}

"use client";
import { useId } from "react";
import { useTranslations } from "next-intl";
import { labelAmounts, settingIds, type LabelAmount, type SettingId } from "./decks.ts";
import type { SortState } from "./state.ts";

export type LabelAmountsProps = {
  labels: SortState["labels"];
  onChoose: (setting: SettingId, amount: LabelAmount | undefined) => void;
};

/** How many labelled examples each of four settings takes: one select for each. */
export function LabelAmounts({ labels, onChoose }: LabelAmountsProps) {
  const t = useTranslations("labs.sortColumns.labels");
  const id = useId();
  return (
    <div className="sort-desk">
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <div className="sort-amounts">
        {settingIds.map((setting) => (
          <div key={setting}>
            <label className="small" htmlFor={`${id}${setting}`}>
              {t(`setting.${setting}`)}
            </label>
            <select
              id={`${id}${setting}`}
              className="field"
              value={labels[setting] ?? ""}
              onChange={(event) =>
                onChoose(
                  setting,
                  labelAmounts.find((amount) => amount === event.target.value),
                )
              }
            >
              <option value="">{t("choose")}</option>
              {labelAmounts.map((amount) => (
                <option key={amount} value={amount}>
                  {t(`amount.${amount}`)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <p className="cap">{t("caption")}</p>
    </div>
  );
}

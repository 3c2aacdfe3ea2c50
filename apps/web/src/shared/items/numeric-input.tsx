"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { typedText, type ItemOf, type ItemResponse } from "./item-response.ts";

type Props = {
  item: ItemOf<"numeric">;
  value: unknown;
  onChange: (response: ItemResponse | null) => void;
};

/** A number as people type it: full-width digits, separators and a percent sign are understood by the scorer. */
export function NumericInput({ item, value, onChange }: Props) {
  const t = useTranslations("common.item");
  const hintId = useId();
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2.5">
      <input
        className="field n"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={200}
        aria-label={t("number")}
        aria-describedby={hintId}
        value={typedText(value)}
        onChange={(event) => onChange(event.target.value === "" ? null : { text: event.target.value })}
      />
      {item.input === "percent" ? <span aria-hidden="true">%</span> : null}
      <span className="small faint" id={hintId}>
        {t(item.input)}
      </span>
    </div>
  );
}

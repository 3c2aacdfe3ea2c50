"use client";
import { useId } from "react";
import { useLocale, useTranslations } from "next-intl";
import { bigNumber } from "../big-number.ts";
import { decimal } from "../format.ts";
import type { PanelProps } from "./box-panel.tsx";
import { explanations, usualBytesPerToken } from "./state.ts";

/** Three explanations of so few bytes a token; each answers for itself when it is picked. */
export function Explanations({ state, onChange }: PanelProps) {
  const t = useTranslations("labs.textScales.tokens");
  const locale = useLocale();
  const group = useId();
  const values = {
    usual: usualBytesPerToken,
    tokens: bigNumber(state.tokens, locale),
    plain: decimal((state.tokens * usualBytesPerToken) / 1e12, 1),
  };
  return (
    <fieldset className="explanations">
      <legend className="small">{t("explain")}</legend>
      {explanations.map((explanation) => (
        <label key={explanation}>
          <input
            type="radio"
            name={group}
            checked={state.explanation === explanation}
            onChange={() => onChange({ explanation })}
          />
          {t(`explanations.${explanation}`)}
        </label>
      ))}
      <p className="cap" aria-live="polite">
        {state.explanation === null ? null : t(`answers.${state.explanation}`, values)}
      </p>
    </fieldset>
  );
}

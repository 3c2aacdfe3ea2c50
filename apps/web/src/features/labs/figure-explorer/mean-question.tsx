"use client";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { StateProps } from "./controls.tsx";
import { reasons } from "./state.ts";

/** Asks why our mean is not the paper's figure, and answers each choice. */
export function MeanQuestion({ state, onState }: StateProps) {
  const t = useTranslations("labs.figures.mean");
  return (
    <div className="explorer-mean">
      <p className="small">{t("ask")}</p>
      <div className="bet">
        <Segmented
          label={t("ask")}
          choices={reasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
          value={state.reason}
          onChange={(reason) => onState({ ...state, reason })}
        />
      </div>
      <p className="small" aria-live="polite">
        {state.reason === null ? null : t(`answers.${state.reason}`)}
      </p>
    </div>
  );
}

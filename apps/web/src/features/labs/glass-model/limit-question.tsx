"use client";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { cannotTell, limits, type LimitId } from "./state.ts";

/** Which of these can the picture not tell? Two of the four are right, and each answer says why. */
export function LimitQuestion({ limit, onLimit }: { limit: LimitId | null; onLimit: (limit: LimitId) => void }) {
  const t = useTranslations("labs.glassModel.limit");
  return (
    <div className="limit">
      <p>
        <b>{t("ask")}</b>
      </p>
      <div className="bet">
        <Segmented
          label={t("ask")}
          choices={limits.map((value) => ({ value, label: t(`choices.${value}`) }))}
          value={limit}
          onChange={onLimit}
        />
      </div>
      <p className="cap" aria-live="polite">
        {limit === null ? null : `${t(cannotTell.includes(limit) ? "right" : "wrong")} ${t(`why.${limit}`)}`}
      </p>
    </div>
  );
}

"use client";

import type { PublicItem } from "@fewshot/quiz";
import { useTranslations } from "next-intl";
import { describeResponse } from "#shared/items/describe-response";
import { LocalTime } from "#shared/time/local-time";
import type { SlotState } from "./answer-sync.ts";

interface RivalChoiceProps {
  item: PublicItem;
  slot: SlotState;
  onChoose: (side: "mine" | "theirs") => void;
}

/** Shows both answers to a question that was saved in two places, and lets the learner say which one counts. */
export function RivalChoice({ item, slot, onChoose }: RivalChoiceProps) {
  const t = useTranslations("quiz.player");
  const { rival } = slot;
  if (!rival) return null;
  return (
    <div className="verdict rival" role="alert">
      <p>
        <b>{t("rivalTitle")}</b>
      </p>
      <dl className="yours">
        <dt>{t("rivalHere")}</dt>
        <dd>{describeResponse(item, slot.response)}</dd>
        <dt>{t.rich("rivalThere", { time: () => <LocalTime at={rival.savedAt} look="clock" /> })}</dt>
        <dd>{describeResponse(item, rival.response)}</dd>
      </dl>
      <p className="choices">
        <button type="button" className="btn sm" onClick={() => onChoose("mine")}>
          {t("keepMine")}
        </button>
        <button type="button" className="btn sm" onClick={() => onChoose("theirs")}>
          {t("keepTheirs")}
        </button>
      </p>
    </div>
  );
}

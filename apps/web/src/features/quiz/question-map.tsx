"use client";

import { useTranslations } from "next-intl";
import type { SlotState } from "./answer-sync.ts";

const LOOKS = {
  empty: undefined,
  page: "local",
  device: "local",
  saved: "done",
  rival: "late",
  closed: "late",
} as const satisfies Record<SlotState["status"], string | undefined>;

interface QuestionMapProps {
  slots: readonly SlotState[];
  /** Whether the slot, by index, counts as answered. */
  isAnswered: (index: number) => boolean;
}

/** A cell per question: solid saved, hatched on this device, open unanswered; each links to its question. */
export function QuestionMap({ slots, isAnswered }: QuestionMapProps) {
  const t = useTranslations("quiz.player");
  const statusOf = ({ status }: SlotState, index: number) =>
    status === "saved" && !isAnswered(index) ? "empty" : status;
  return (
    <>
      <nav className="qnav" aria-label={t("map")}>
        {slots.map((slot, index) => {
          const status = statusOf(slot, index);
          return (
            <a
              key={index}
              href={`#question-${index + 1}`}
              data-s={LOOKS[status]}
              aria-label={t("mapItem", { number: index + 1, state: t(`state.${status}`) })}
            >
              {index + 1}
            </a>
          );
        })}
      </nav>
      <p className="faint mt-2">{t("mapKey")}</p>
    </>
  );
}

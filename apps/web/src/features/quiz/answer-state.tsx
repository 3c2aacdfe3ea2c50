"use client";

import { SaveIndicator, type SaveState } from "@fewshot/ui";
import { useFormatter, useTranslations } from "next-intl";
import { clockOptions } from "#shared/time/wall-time";
import { useViewerTimeZone } from "#shared/time/use-viewer-time-zone";
import type { SlotState } from "./answer-sync.ts";

const LOOKS = { page: "failed", device: "local", saved: "saved", closed: "failed" } as const satisfies Record<
  string,
  SaveState
>;

/** One line under an answer: where it is kept, and since when. */
export function AnswerState({ slot }: { slot: SlotState }) {
  const t = useTranslations("quiz.player");
  const format = useFormatter();
  const timeZone = useViewerTimeZone();
  const { status, at } = slot;
  if (status === "empty" || status === "rival" || !timeZone) return <p className="answer-state" />;
  const time = at ? format.dateTime(at, { ...clockOptions, timeZone }) : "";
  const words = {
    page: t("onPage"),
    device: t("onDevice", { time }),
    saved: t("savedAt", { time }),
    closed: t("closedNote"),
  }[status];
  return (
    <p className="answer-state">
      <SaveIndicator state={LOOKS[status]}>{words}</SaveIndicator>
    </p>
  );
}

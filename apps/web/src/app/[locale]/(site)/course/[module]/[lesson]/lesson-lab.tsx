"use client";
import { useLocale } from "next-intl";
import type { LabId } from "@fewshot/content";
import { labs } from "#features/labs/registry";
import type { LabMission } from "#features/labs/lab-props";
import { missionStep } from "#shared/progress/progress-step";
import { useRecordStep } from "#shared/progress/use-progress";

export type LessonLabProps = {
  labId: LabId;
  preset: string | null;
  /** Which lab of the lesson this is, from 0. */
  index: number;
  lessonId: string;
  bet: string;
  missions: readonly LabMission[];
  seen: string;
};

/** A lab inside a lesson: its words come from the lesson, its missions become steps. */
export function LessonLab({ labId, preset, index, lessonId, bet, missions, seen }: LessonLabProps) {
  const locale = useLocale();
  const record = useRecordStep(lessonId);
  const Lab = labs[labId];
  return (
    <Lab
      preset={preset ?? ""}
      locale={locale}
      missions={missions}
      bet={bet}
      seenText={seen}
      onMission={(missionId) => record(missionStep(index, missionId))}
      standalone={false}
    />
  );
}

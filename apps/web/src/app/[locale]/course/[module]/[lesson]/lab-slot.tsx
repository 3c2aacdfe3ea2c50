import type { LabBlock } from "@fewshot/content";
import { isAvailableLab } from "@fewshot/content";
import { EmptyState } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { betAsk } from "#features/lesson/bet-ask";
import { plainText } from "#features/lesson/plain-text";
import { LessonLab } from "./lesson-lab.tsx";

/** A lab where the lesson names one, or an honest gap where it has not been built. */
export function LabSlot({ block, lessonId }: { block: LabBlock; lessonId: string }) {
  const t = useTranslations("course.lesson");
  const locale = useLocale();
  if (!isAvailableLab(block.labId)) return <EmptyState title={t("labUnready")} />;
  return (
    <LessonLab
      labId={block.labId}
      preset={block.preset}
      index={block.index}
      lessonId={lessonId}
      bet={betAsk(plainText(block.bet), locale)}
      missions={block.missions.map(({ id, end, children }) => ({ id, end, text: plainText(children) }))}
      seen={plainText(block.seen)}
    />
  );
}

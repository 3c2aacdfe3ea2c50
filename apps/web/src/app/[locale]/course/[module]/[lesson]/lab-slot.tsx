import type { LabBlock } from "@fewshot/content";
import { isAvailableLab } from "@fewshot/content";
import { EmptyState } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { plainText } from "#features/lesson/plain-text";
import { LessonLab } from "./lesson-lab.tsx";

/** A lab where the lesson names one, or an honest gap where it has not been built. */
export function LabSlot({ block, lessonId }: { block: LabBlock; lessonId: string }) {
  const t = useTranslations("course.lesson");
  if (!isAvailableLab(block.labId)) return <EmptyState title={t("labUnready")} />;
  return (
    <LessonLab
      labId={block.labId}
      preset={block.preset}
      index={block.index}
      lessonId={lessonId}
      bet={plainText(block.bet)}
      missions={block.missions.map(({ id, end, children }) => ({ id, end, text: plainText(children) }))}
      seen={plainText(block.seen)}
    />
  );
}

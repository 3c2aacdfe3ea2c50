import { plainText, type LabBlock } from "@fewshot/content";
import { useLocale } from "next-intl";
import { betAsk } from "#features/lesson/bet-ask";
import { LabWords } from "#features/labs/lab-words";
import { LessonLab } from "./lesson-lab.tsx";

/** A lab where the lesson names one. */
export function LabSlot({ block, lessonId }: { block: LabBlock; lessonId: string }) {
  const locale = useLocale();
  return (
    <LabWords labId={block.labId}>
      <LessonLab
        labId={block.labId}
        preset={block.preset}
        index={block.index}
        lessonId={lessonId}
        bet={betAsk(plainText(block.bet), locale)}
        missions={block.missions.map(({ id, end, children }) => ({ id, end, text: plainText(children) }))}
        seen={plainText(block.seen)}
      />
    </LabWords>
  );
}

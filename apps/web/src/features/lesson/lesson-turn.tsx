import type { LessonOutline, ModuleOutline } from "@fewshot/content";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { neighbours } from "./neighbours.ts";

type Props = {
  modules: readonly ModuleOutline[];
  lessonId: string;
  /** The module whose quiz ends this lesson; null if it has none. */
  quizModule: string | null;
};

/** The end of a lesson: the quiz, and the written lessons before and after it. */
export function LessonTurn({ modules, lessonId, quizModule }: Props) {
  const t = useTranslations("course");
  const { previous, next } = neighbours(modules, lessonId);
  return (
    <>
      {quizModule ? (
        <p className="mt-12">
          {t("lesson.end")}{" "}
          <Link href={`/quiz/${quizModule}`} className="nowrap">
            {t("quiz")}
          </Link>
        </p>
      ) : null}
      {previous || next ? (
        <nav className="turn" aria-label={t("title")}>
          {previous ? <TurnLink lesson={previous} word={t("lesson.previous")} /> : null}
          {next ? <TurnLink lesson={next} word={t("lesson.next")} className="to-next" /> : null}
        </nav>
      ) : null}
    </>
  );
}

function TurnLink({ lesson, word, className }: { lesson: LessonOutline; word: string; className?: string }) {
  const locale = useLocale();
  return (
    <Link href={`/course/${lesson.id}`} className={className}>
      <span className="micro faint block">{word}</span>
      {lesson.title[locale]}
    </Link>
  );
}

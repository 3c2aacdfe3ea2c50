"use client";
import type { ModuleOutline } from "@fewshot/content";
import { SaveIndicator } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { lessonState, type LessonState, type Progress } from "#shared/progress/progress-step";
import { useProgress } from "#shared/progress/use-progress";

export type LessonRailProps = {
  module: ModuleOutline;
  moduleNumber: number;
  lessonId: string;
  hasQuiz: boolean;
  recorded: Progress;
  isSignedIn: boolean;
};

const marks = { open: undefined, begun: "half", done: "done" } as const satisfies Record<
  LessonState,
  string | undefined
>;

/** The map of the module beside the text: what is done, where we are, and where the progress is kept. */
export function LessonRail({ module, moduleNumber, lessonId, hasQuiz, recorded, isSignedIn }: LessonRailProps) {
  const t = useTranslations("course");
  const locale = useLocale();
  const progress = useProgress(recorded);
  return (
    <nav className="map" aria-label={t("lesson.map")}>
      <p className="micro faint mb-2">
        {t("module", { number: moduleNumber })} · {module.title[locale]}
      </p>
      <ol>
        {module.lessons.map(({ id, title, isWritten }) => {
          const state = lessonState(progress[id] ?? []);
          const isHere = id === lessonId;
          return (
            <li
              key={id}
              data-s={marks[state]}
              className={isWritten ? undefined : "text-ink-3"}
              aria-current={isHere ? "page" : undefined}
            >
              {isWritten && !isHere ? <Link href={`/course/${id}`}>{title[locale]}</Link> : title[locale]}
              <span className="sr"> ({isWritten ? t(`state.${state}`) : t("unwritten")})</span>
            </li>
          );
        })}
        {hasQuiz ? (
          <li>
            <Link href={`/quiz/${module.slug}`}>{t("quizShort")}</Link>
          </li>
        ) : null}
      </ol>
      <p className="mt-4">
        <SaveIndicator state={isSignedIn ? "saved" : "local"}>
          {t(isSignedIn ? "lesson.saved" : "lesson.kept")}
        </SaveIndicator>
      </p>
    </nav>
  );
}

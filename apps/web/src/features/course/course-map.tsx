"use client";
import type { LessonOutline, ModuleOutline } from "@fewshot/content";
import { StateMark } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { lessonState, type LessonState, type Progress } from "#shared/progress/progress-step";
import { useProgress } from "#shared/progress/use-progress";

export type CourseMapProps = {
  modules: readonly ModuleOutline[];
  /** Modules that have a quiz. */
  quizzes: readonly string[];
  /** What the server has on record; what is on this device is added here. */
  recorded: Progress;
};

const marks = { open: "open", begun: "partly", done: "right" } as const satisfies Record<LessonState, string>;

/** Every module with its lessons: what is read, what is open, and what is not written yet. */
export function CourseMap({ modules, quizzes, recorded }: CourseMapProps) {
  const progress = useProgress(recorded);
  return modules.map((module, index) => (
    <ModuleSection
      key={module.slug}
      module={module}
      number={index + 1}
      hasQuiz={quizzes.includes(module.slug)}
      progress={progress}
    />
  ));
}

type ModuleProps = { module: ModuleOutline; number: number; hasQuiz: boolean; progress: Progress };

function ModuleSection({ module, number, hasQuiz, progress }: ModuleProps) {
  const t = useTranslations("course");
  const locale = useLocale();
  return (
    <section className="module" id={module.slug} aria-labelledby={`${module.slug}-title`}>
      <div>
        <p className="eyebrow">{t("module", { number })}</p>
        <h2 id={`${module.slug}-title`}>{module.title[locale]}</h2>
        <p className="dim mt-2">{module.question[locale]}</p>
      </div>
      <ol className="lessons">
        {module.lessons.map((lesson, index) => (
          <LessonLine
            key={lesson.id}
            lesson={lesson}
            number={t("number", { module: number, lesson: index + 1 })}
            state={lessonState(progress[lesson.id] ?? [])}
          />
        ))}
        {hasQuiz ? (
          <li className="quiz-line">
            <span />
            <Link href={`/quiz/${module.slug}`}>{t("quiz")}</Link>
          </li>
        ) : null}
      </ol>
    </section>
  );
}

function LessonLine({ lesson, number, state }: { lesson: LessonOutline; number: string; state: LessonState }) {
  const t = useTranslations("course");
  const locale = useLocale();
  const title = lesson.title[locale];
  return (
    <li data-written={lesson.isWritten}>
      {lesson.isWritten ? <StateMark state={marks[state]} label={t(`state.${state}`)} /> : <span />}
      <span className="title">
        <span className="num faint">{number}</span>{" "}
        {lesson.isWritten ? <Link href={`/course/${lesson.id}`}>{title}</Link> : title}
      </span>
      <span className="small faint">{lesson.isWritten ? t("minutes", { count: lesson.minutes }) : t("unwritten")}</span>
    </li>
  );
}

"use client";

import type { RouterOutputs } from "@fewshot/api";
import { EmptyState, StateMark } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import type { Progress } from "#shared/progress/progress-step";
import { LocalTime } from "#shared/time/local-time";
import { countSteps, type PlannedModule } from "./course-place.ts";

interface LessonStepsProps {
  modules: readonly PlannedModule[];
  progress: Progress;
  /** What the server has on record, with times. */
  recorded: readonly RouterOutputs["progress"]["mine"]["lessons"][number][];
}

/** Lesson by lesson what was read, done and answered; nothing is estimated. */
export function LessonSteps({ modules, progress, recorded }: LessonStepsProps) {
  const t = useTranslations("progress.lessons");
  const touched = modules
    .flatMap(({ number, lessons }) =>
      lessons.map((lesson, index) => ({ lesson, label: `${number}.${index + 1}`, steps: progress[lesson.id] ?? [] })),
    )
    .filter(({ steps }) => steps.length > 0);
  const lastAt = (lessonId: string) =>
    recorded
      .find((lesson) => lesson.lessonId === lessonId)
      ?.steps.reduce<Date | null>((latest, { at }) => (latest && latest > at ? latest : at), null) ?? null;
  return (
    <section>
      <h2>{t("title")}</h2>
      {touched.length === 0 ? <NothingYet modules={modules} /> : null}
      <ul className="steps-done">
        {touched.map(({ lesson, label, steps }) => (
          <li key={lesson.id}>
            <span className="num faint">{label}</span>
            <Link href={`/course/${lesson.id}`}>{lesson.title}</Link>
            <StepWords steps={steps} lastAt={lastAt(lesson.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepWords({ steps, lastAt }: { steps: readonly string[]; lastAt: Date | null }) {
  const t = useTranslations("progress.lessons");
  const { isRead, missions, checks } = countSteps(steps);
  return (
    <p className="small dim">
      {isRead ? (
        <span className="tag ok">
          <StateMark state="right" />
          {t("read")}
        </span>
      ) : null}
      {missions > 0 ? <span>{t("missions", { count: missions })}</span> : null}
      {checks > 0 ? <span>{t("checks", { count: checks })}</span> : null}
      {lastAt ? (
        <span className="faint">
          {t("last")} <LocalTime at={lastAt} />
        </span>
      ) : null}
    </p>
  );
}

function NothingYet({ modules }: { modules: readonly PlannedModule[] }) {
  const t = useTranslations("progress.lessons");
  const first = modules.flatMap(({ lessons }) => lessons).find(({ isWritten }) => isWritten);
  const action = first ? (
    <Link className="btn sm" href={`/course/${first.id}`}>
      {t("emptyAction")}
    </Link>
  ) : null;
  return (
    <EmptyState title={t("empty")} action={action}>
      {t("emptyBody")}
    </EmptyState>
  );
}

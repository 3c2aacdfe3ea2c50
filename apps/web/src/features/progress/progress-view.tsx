"use client";

import { EmptyState } from "@fewshot/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Link } from "#i18n/navigation";
import { SignInLinks } from "#shared/auth/sign-in-links";
import { FailureNote } from "#shared/failure-note";
import type { Progress } from "#shared/progress/progress-step";
import { useProgress } from "#shared/progress/use-progress";
import { useTRPC } from "#shared/trpc/client";
import { CourseSegments } from "./course-segments.tsx";
import { nextPlace, type PlannedModule } from "./course-place.ts";
import { DueList } from "./due-list.tsx";
import { LessonSteps } from "./lesson-steps.tsx";
import { QuizScores } from "./quiz-scores.tsx";

interface ProgressViewProps {
  modules: readonly PlannedModule[];
  isSignedIn: boolean;
}

const nothing: readonly never[] = [];

/** Where I am: what comes next, the course as far as it is done, my scores and what is due. */
export function ProgressView({ modules, isSignedIn }: ProgressViewProps) {
  const trpc = useTRPC();
  // Asked again although the server sent it along: a step that the page before was just handing over may be missing there.
  const mine = useQuery({ ...trpc.progress.mine.queryOptions({}, { staleTime: 0 }), enabled: isSignedIn });
  const lessons = mine.data?.lessons ?? nothing;
  const recorded = useMemo<Progress>(
    () => Object.fromEntries(lessons.map(({ lessonId, steps }) => [lessonId, steps.map(({ step }) => step)])),
    [lessons],
  );
  const progress = useProgress(recorded);
  return (
    <div className="cols">
      <div>
        <Next modules={modules} progress={progress} />
        {mine.error ? <FailureNote failure={mine.error} /> : null}
        <CourseSegments modules={modules} progress={progress} />
        <LessonSteps modules={modules} progress={progress} recorded={lessons} />
      </div>
      <aside>
        {isSignedIn ? (
          <>
            <DueList modules={modules} />
            <QuizScores modules={modules.filter(({ hasQuiz }) => hasQuiz)} />
          </>
        ) : (
          <VisitorNote />
        )}
      </aside>
    </div>
  );
}

function Next({ modules, progress }: { modules: readonly PlannedModule[]; progress: Progress }) {
  const t = useTranslations("progress.next");
  const place = nextPlace(modules, progress);
  if (!place) {
    return (
      <section className="next">
        <div>
          <h1>{t("doneTitle")}</h1>
          <p className="dim">{t("doneBody")}</p>
        </div>
        <Link className="btn" href="/course">
          {t("doneAction")}
        </Link>
      </section>
    );
  }
  const { lesson, label, isBegun } = place;
  return (
    <section className="next">
      <div>
        <p className="eyebrow">
          {t(isBegun ? "carryOn" : "begin")} <b className="num ml-2">{label}</b>
        </p>
        <h1>{lesson.title}</h1>
        <p className="dim">{t("minutes", { minutes: lesson.minutes })}</p>
      </div>
      <Link className="btn primary" href={`/course/${lesson.id}`}>
        {t(isBegun ? "resume" : "read")}
      </Link>
    </section>
  );
}

function VisitorNote() {
  const t = useTranslations("progress.visitor");
  return (
    <section className="duesec">
      <EmptyState title={t("title")} action={<SignInLinks signIn={t("action")} signUp={t("create")} look="aside" />}>
        {t("body")}
      </EmptyState>
    </section>
  );
}

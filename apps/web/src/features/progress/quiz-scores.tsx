"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { FailureNote } from "#shared/failure-note";
import { LocalTime } from "#shared/time/local-time";
import { useTRPC } from "#shared/trpc/client";
import type { PlannedModule } from "./course-place.ts";

/** My practice attempts on each module that has a quiz, with their scores. */
export function QuizScores({ modules }: { modules: readonly PlannedModule[] }) {
  const t = useTranslations("progress.quizzes");
  return (
    <section>
      <h2>{t("title")}</h2>
      {modules.map((module) => (
        <ModuleScores key={module.slug} module={module} />
      ))}
    </section>
  );
}

function ModuleScores({ module: { slug, number, title } }: { module: PlannedModule }) {
  const t = useTranslations("progress.quizzes");
  const format = useFormatter();
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.quiz.overview.queryOptions({ target: { moduleSlug: slug } }, { staleTime: 0 }));
  const points = (value: number, max: number) =>
    t("points", { points: format.number(value, { maximumFractionDigits: 2 }), max });
  return (
    <div className="module-scores">
      <p>
        <span className="num faint">{number}</span> <b>{title}</b>
      </p>
      {error && !data ? <FailureNote failure={error} /> : null}
      {data?.attempts.length === 0 ? <p className="small dim">{t("empty")}</p> : null}
      <ol>
        {data?.attempts.map((attempt) => (
          <li key={attempt.id} className="small">
            <Link href={`/quiz/${slug}/${attempt.id}`}>{t("attempt", { number: attempt.number })}</Link>
            <span className="faint">
              <LocalTime at={attempt.submittedAt ?? attempt.startedAt} />
            </span>
            <span className="num">{attempt.points === null ? t("open") : points(attempt.points, attempt.max)}</span>
          </li>
        ))}
      </ol>
      {data ? (
        <Link className="small" href={data.openAttemptId ? `/quiz/${slug}/${data.openAttemptId}` : `/quiz/${slug}`}>
          {t(data.openAttemptId ? "resume" : data.attempts.length > 0 ? "again" : "take")}
        </Link>
      ) : null}
    </div>
  );
}

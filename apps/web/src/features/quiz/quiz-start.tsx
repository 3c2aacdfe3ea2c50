"use client";

import type { RouterOutputs } from "@fewshot/api";
import { StateMark } from "@fewshot/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Link, useRouter } from "#i18n/navigation";
import { FailureNote } from "#shared/failure-note";
import { DueTime } from "#shared/time/due-time";
import { LocalTime } from "#shared/time/local-time";
import { useTRPC } from "#shared/trpc/client";
import { failureReason } from "#shared/trpc/failures";
import { useRequestId } from "#shared/trpc/use-request-id";
import type { QuizTarget } from "./quiz-target.ts";

type Overview = RouterOutputs["quiz"]["overview"];

interface QuizStartProps {
  target: QuizTarget;
  /** Path of this quiz without locale, such as `/quiz/predict-next-token`. */
  quizHref: string;
  module: { number: number; title: string };
}

/** What the quiz is, what is left of it, and the one button that begins or continues it. The page has fetched it. */
export function QuizStart({ target, quizHref, module }: QuizStartProps) {
  const t = useTranslations("quiz");
  const trpc = useTRPC();
  const { data: overview, error } = useQuery(trpc.quiz.overview.queryOptions({ target }));
  if (!overview) return error ? <FailureNote failure={error} /> : null;
  return (
    <div className="read">
      <header className="qhead">
        <p className="eyebrow">
          <b>{t("moduleQuiz", { number: module.number })}</b>
        </p>
        <h1>{module.title}</h1>
        <p className="eyebrow">{overview.className ?? t("start.practice")}</p>
      </header>
      <div className="qcol">
        <QuizFacts overview={overview} />
        <p className="dim mt-5">{t("start.promise")}</p>
        <BeginButton overview={overview} quizHref={quizHref} />
        <History attempts={overview.attempts} quizHref={quizHref} />
      </div>
    </div>
  );
}

function QuizFacts({ overview }: { overview: Overview }) {
  const t = useTranslations("quiz.start");
  const { timeLimitMinutes, attemptsAllowed, dueAt, timeZone, isLateNow } = overview;
  return (
    <dl className="facts qfacts">
      <div>
        <dt>{t("size")}</dt>
        <dd>{t("facts", { items: overview.itemCount, points: overview.maxPoints })}</dd>
      </div>
      <div>
        <dt>{t("time")}</dt>
        <dd>{timeLimitMinutes === null ? t("untimed") : t("timed", { minutes: timeLimitMinutes })}</dd>
      </div>
      <div>
        <dt>{t("tries")}</dt>
        <dd>{t("attempts", { allowed: attemptsAllowed ?? 0 })}</dd>
      </div>
      {dueAt && timeZone ? (
        <div>
          <dt>{t("due")}</dt>
          <dd>
            <DueTime at={dueAt} timeZone={timeZone} />
            {isLateNow ? <LateNote /> : null}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function LateNote() {
  const t = useTranslations("quiz.start");
  return (
    <p className="tag late mt-1 whitespace-normal">
      <StateMark state="late" />
      {t("late")}
    </p>
  );
}

function BeginButton({ overview, quizHref }: Omit<QuizStartProps, "target" | "module"> & { overview: Overview }) {
  const t = useTranslations("quiz.start");
  const trpc = useTRPC();
  const router = useRouter();
  const { requestId, renew } = useRequestId();
  const start = useMutation(
    trpc.quiz.start.mutationOptions({
      // While offline it fails at once, with words, instead of waiting in silence.
      networkMode: "always",
      onSuccess: ({ attemptId }) => {
        renew();
        router.push(`${quizHref}/${attemptId}`);
      },
    }),
  );
  const { openAttemptId, attempts, attemptsAllowed, target } = overview;
  if (openAttemptId) {
    return (
      <p className="mt-5">
        <Link className="btn primary" href={`${quizHref}/${openAttemptId}`}>
          {t("resume")}
        </Link>
      </p>
    );
  }
  if (attemptsAllowed !== null && attempts.length >= attemptsAllowed) return <p className="mt-5">{t("used")}</p>;
  const begin = () => start.mutate({ target, requestId: requestId() });
  return (
    <div className="mt-5">
      <button type="button" className="btn primary" disabled={start.isPending || start.isSuccess} onClick={begin}>
        {t(attempts.length > 0 ? "again" : "begin")}
      </button>
      {start.error ? <FailureNote failure={start.error} /> : null}
      {failureReason(start.error) === "assignment-open" ? <Link href="/classes">{t("toClasses")}</Link> : null}
    </div>
  );
}

function History({ attempts, quizHref }: { attempts: Overview["attempts"]; quizHref: string }) {
  const t = useTranslations("quiz.start");
  const format = useFormatter();
  return (
    <section className="sec">
      <h2>{t("history")}</h2>
      {attempts.length === 0 ? <p className="faint">{t("noHistory")}</p> : null}
      <ul className="qhistory">
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            <Link href={`${quizHref}/${attempt.id}`}>{t("attempt", { number: attempt.number })}</Link>
            <span className="small faint">
              <LocalTime at={attempt.startedAt} />
            </span>
            <span className="num">
              {attempt.points === null
                ? t("open")
                : t("points", {
                    points: format.number(attempt.points, { maximumFractionDigits: 2 }),
                    max: attempt.max,
                  })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

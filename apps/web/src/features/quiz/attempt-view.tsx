"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import { FailureNote } from "#shared/failure-note";
import { useTRPC } from "#shared/trpc/client";
import { AttemptPlayer } from "./attempt-player.tsx";
import type { Attempt } from "./attempt-saving.ts";
import { openOutbox } from "./outbox.ts";
import { QuizResult } from "./quiz-result.tsx";

const ONE_HOUR_MS = 3_600_000;

interface AttemptViewProps {
  attemptId: string;
  /** Of the quiz, without locale, such as `/quiz/predict-next-token`. */
  quizHref: string;
  module: { number: number; title: string };
}

/** One attempt: the questions while it is open, the result once it is handed in. The page has fetched it already. */
export function AttemptView({ attemptId, quizHref, module }: AttemptViewProps) {
  const trpc = useTRPC();
  const locale = useLocale();
  const { data, error, refetch } = useQuery({
    ...trpc.quiz.attempt.queryOptions({ attemptId, locale }),
    // Drafts must not change under the hands of whoever is typing: saves keep the cached attempt up to date instead.
    staleTime: Infinity,
    gcTime: ONE_HOUR_MS,
  });
  const refresh = useCallback(() => refetch(), [refetch]);
  if (!data) return error ? <FailureNote failure={error} /> : null;
  return (
    <div className="read">
      <Header attempt={data} module={module} />
      {data.state === "open" ? (
        <AttemptPlayer key={data.id} attempt={data} refresh={refresh} />
      ) : (
        <Result attemptId={attemptId} quizHref={quizHref} />
      )}
    </div>
  );
}

function Header({ attempt, module }: { attempt: Attempt; module: AttemptViewProps["module"] }) {
  const t = useTranslations("quiz");
  return (
    <header className="qhead">
      <p className="eyebrow">
        <b>{t("moduleQuiz", { number: module.number })}</b>
      </p>
      <h1>{module.title}</h1>
      <p className="eyebrow">
        {t(attempt.state === "open" ? "player.attempt" : "result.attempt", { number: attempt.number })}
      </p>
    </header>
  );
}

function Result({ attemptId, quizHref }: Pick<AttemptViewProps, "attemptId" | "quizHref">) {
  const trpc = useTRPC();
  const locale = useLocale();
  const result = useQuery(trpc.quiz.result.queryOptions({ attemptId, locale }));
  useEffect(() => {
    // What this device still holds of the attempt can change nothing any more.
    void openOutbox()
      .then((outbox) => outbox.clear(attemptId))
      .catch(() => undefined);
  }, [attemptId]);
  if (result.data) return <QuizResult result={result.data} quizHref={quizHref} />;
  return <div className="qcol">{result.error ? <FailureNote failure={result.error} /> : <Waiting />}</div>;
}

function Waiting() {
  const t = useTranslations("quiz.result");
  return (
    <p className="faint py-8" role="status">
      {t("waiting")}
    </p>
  );
}

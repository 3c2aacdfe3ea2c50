"use client";

import type { RouterOutputs } from "@fewshot/api";
import { StateMark } from "@fewshot/ui";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { describeCorrect, describeResponse } from "#shared/items/describe-response";
import { LocalTime } from "#shared/time/local-time";

type Result = RouterOutputs["quiz"]["result"];
type ResultSlot = Result["slots"][number];

const MARKS = { right: "right", partly: "partly", wrong: "wrong", empty: "open", ungraded: "open" } as const;
const LOOKS = { right: "ok", partly: "part", wrong: "no", empty: "wait", ungraded: "wait" } as const;

/** What a submitted attempt earned, question by question, and why. */
export function QuizResult({ result, quizHref }: { result: Result; quizHref: string }) {
  const t = useTranslations("quiz.result");
  return (
    <div className="qcol">
      <Summary result={result} />
      {result.slots.map((slot) => (
        <ResultItem key={slot.position} slot={slot} />
      ))}
      <p className="choices">
        <Link className="btn primary" href={quizHref}>
          {t("back")}
        </Link>
        <Link className="btn" href="/course">
          {t("lesson")}
        </Link>
      </p>
    </div>
  );
}

/** Points have up to four decimals in the database; nobody reads more than two. */
const pointFormat = { maximumFractionDigits: 2 } as const;

function Summary({ result }: { result: Result }) {
  const t = useTranslations("quiz.result");
  const format = useFormatter();
  const { slots, submittedAt, isLate } = result;
  const points = format.number(result.points, pointFormat);
  const right = slots.filter((slot) => slot.verdict === "right").length;
  return (
    <div className="sum">
      <p className="big num" aria-label={t("total", { points, max: result.max })}>
        {points}
        <small> / {result.max}</small>
      </p>
      <div>
        <ScoreBar slots={slots} />
        <p className="cap mt-2">
          {t("summary", { right, points, max: result.max })}{" "}
          {t.rich("submittedAt", { when: () => <LocalTime at={submittedAt} /> })}
          {isLate ? (
            <span className="tag late ml-2">
              <StateMark state="late" />
              {t("late")}
            </span>
          ) : null}
        </p>
      </div>
    </div>
  );
}

function ScoreBar({ slots }: { slots: readonly ResultSlot[] }) {
  const t = useTranslations("quiz.result");
  const format = useFormatter();
  return (
    <ol className="sbar">
      {slots.map(({ position, verdict, points, max }) => {
        const earned = format.number(points, pointFormat);
        return (
          <li key={position} className={LOOKS[verdict]} style={{ flex: max || 1 }}>
            <span className="sr">
              {t("mark", { number: position, verdict: t(`verdict.${verdict}`), points: earned, max })}
            </span>
            <span aria-hidden="true">{earned}</span>
          </li>
        );
      })}
    </ol>
  );
}

function ResultItem({ slot }: { slot: ResultSlot }) {
  const t = useTranslations("quiz.result");
  const { item, verdict, feedback, position } = slot;
  const correct = verdict === "right" ? null : describeCorrect(item, feedback);
  return (
    <section className={`item ${LOOKS[verdict]}`} aria-label={t("question", { number: position })}>
      <span className="n" aria-hidden="true">
        {position}
      </span>
      <div>
        <p className="stem">{item.prompt}</p>
        <dl className="yours">
          <dt>{t("yours")}</dt>
          <dd>{slot.response === null ? t("none") : describeResponse(item, slot.response)}</dd>
          {correct ? (
            <>
              <dt>{t("correct")}</dt>
              <dd>{correct}</dd>
            </>
          ) : null}
        </dl>
        <Verdict slot={slot} />
      </div>
    </section>
  );
}

function Verdict({ slot: { verdict, points, max, feedback } }: { slot: ResultSlot }) {
  const t = useTranslations("quiz.result");
  const format = useFormatter();
  return (
    <div className="verdict">
      <p>
        <span className={`tag ${LOOKS[verdict]}`}>
          <StateMark state={MARKS[verdict]} />
          <b>
            {max > 0
              ? t("scored", {
                  verdict: t(`verdict.${verdict}`),
                  points: format.number(points, pointFormat),
                  max,
                })
              : t(`verdict.${verdict}`)}
          </b>
        </span>
      </p>
      {feedback.misconception ? <p>{t("misconception", { text: feedback.misconception.text })}</p> : null}
      <p>{feedback.why}</p>
    </div>
  );
}

"use client";

import type { RouterOutputs } from "@fewshot/api";
import { StateMark } from "@fewshot/ui";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useLocale, useNow, useTranslations } from "next-intl";
import { FailureNote } from "#shared/failure-note";
import { DueTime } from "#shared/time/due-time";
import { LocalTime } from "#shared/time/local-time";
import { useTRPC } from "#shared/trpc/client";
import { boardState, countStates, helpReason, sortByNeed, type Clock } from "./board.ts";
import type { ClassDetail, ModuleName } from "./module-name.ts";
import { StateTag } from "./state-tag.tsx";
import { StatusRoll } from "./status-roll.tsx";

/** How often a board asks for what is new while somebody looks at it. */
export const REFRESH_MS = 15_000;

type Board = RouterOutputs["assignment"]["board"];
type Row = Board["rows"][number];

interface AssignmentBoardProps {
  classroom: ClassDetail;
  assignment: RouterOutputs["assignment"]["list"][number];
  module: ModuleName;
  /** The one whose learners are listed from the start. */
  isFirst: boolean;
}

/** One assignment to the instructor: how many are where, and each learner, those who need help first. */
export function AssignmentBoard({ classroom, assignment, module, isFirst }: AssignmentBoardProps) {
  const t = useTranslations("classroom");
  const trpc = useTRPC();
  const { id: classId, timeZone } = classroom;
  const { id: assignmentId, dueAt, timeLimitMinutes } = assignment;
  const { data, error, dataUpdatedAt } = useQuery(
    trpc.assignment.board.queryOptions(
      { classId, assignmentId },
      { refetchInterval: REFRESH_MS, refetchOnWindowFocus: "always", staleTime: REFRESH_MS },
    ),
  );
  return (
    <section className="sec">
      <h2>
        {t("assignments.module", { number: module.number, title: module.title })}
        <small>
          {t.rich("assignments.due", { when: () => <DueTime at={dueAt} timeZone={timeZone} /> })}
          {timeLimitMinutes === null ? null : t("separator") + t("assignments.timed", { minutes: timeLimitMinutes })}
        </small>
      </h2>
      {error && !data ? <FailureNote failure={error} /> : null}
      {data ? <BoardBody board={data} title={module.title} isOpen={isFirst} /> : null}
      {error && data ? (
        <p className="save text-red mt-2 whitespace-normal" role="alert">
          <StateMark state="late" />
          <span>{t.rich("board.stale", { when: () => <LocalTime at={new Date(dataUpdatedAt)} look="clock" /> })}</span>
        </p>
      ) : null}
    </section>
  );
}

function BoardBody({ board, title, isOpen }: { board: Board; title: string; isOpen: boolean }) {
  const t = useTranslations("classroom.board");
  const locale = useLocale();
  const now = useNow({ updateInterval: REFRESH_MS });
  const clock = { dueAt: board.dueAt, now };
  if (board.rows.length === 0) return <p className="dim">{t("nobody")}</p>;
  return (
    <>
      <StatusRoll counts={countStates(board.rows, clock)} />
      <details open={isOpen} className="mt-3">
        <summary>
          {t("everyone")} <span className="faint">{t("refreshed")}</span>
        </summary>
        <div className="scroller" tabIndex={0} role="group" aria-label={t("everyone")}>
          <table className="ruled ros">
            <caption className="sr">{t("caption", { title })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("learner")}</th>
                <th scope="col">{t("state")}</th>
                <th scope="col" className="r">
                  {t("score")}
                </th>
                <th scope="col">{t("saved")}</th>
                <th scope="col">{t("submitted")}</th>
                <th scope="col">{t("reason")}</th>
              </tr>
            </thead>
            <tbody>
              {sortByNeed(board.rows, clock, locale).map((row) => (
                <LearnerRow key={row.userId} row={row} clock={clock} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function LearnerRow({ row, clock }: { row: Row; clock: Clock }) {
  const t = useTranslations("classroom");
  const format = useFormatter();
  const reason = helpReason(row, clock);
  const none = <span className="faint">{t("board.none")}</span>;
  return (
    <tr>
      <th scope="row">{row.name || t("board.erased")}</th>
      <td>
        <span className="tags">
          <StateTag state={boardState(row, clock)} isLate={row.isLate} />
        </span>
      </td>
      <td className="r num">
        {row.points === null
          ? none
          : t("assignments.points", {
              points: format.number(row.points, { maximumFractionDigits: 2 }),
              max: row.max,
            })}
      </td>
      <td>{row.lastSavedAt ? <LocalTime at={row.lastSavedAt} /> : none}</td>
      <td>{row.submittedAt ? <LocalTime at={row.submittedAt} /> : none}</td>
      <td>
        {reason ? (
          <span className="tag late">
            <StateMark state="late" />
            {t(`board.help.${reason}`)}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

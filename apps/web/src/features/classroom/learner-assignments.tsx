"use client";

import type { RouterOutputs } from "@fewshot/api";
import { EmptyState } from "@fewshot/ui";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { FailureNote } from "#shared/failure-note";
import { DueTime } from "#shared/time/due-time";
import { useTRPC } from "#shared/trpc/client";
import { boardState } from "./board.ts";
import { moduleNamed, type ClassDetail, type ModuleName } from "./module-name.ts";
import { StateTag } from "./state-tag.tsx";

type Assignment = RouterOutputs["assignment"]["list"][number];

interface LearnerAssignmentsProps {
  classroom: ClassDetail;
  modules: readonly ModuleName[];
}

/** What was assigned to me, soonest due first, with my state and score. */
export function LearnerAssignments({ classroom, modules }: LearnerAssignmentsProps) {
  const t = useTranslations("classroom.assignments");
  const trpc = useTRPC();
  const { data, error } = useQuery(
    // A score may have come in on another device; and coming back from the quiz must show it.
    trpc.assignment.list.queryOptions({ classId: classroom.id }, { staleTime: 0, refetchOnWindowFocus: true }),
  );
  return (
    <section className="sec">
      <h2>
        {t("title")}
        {data ? <small>{t("count", { count: data.length })}</small> : null}
      </h2>
      {error && !data ? <FailureNote failure={error} /> : null}
      {data?.length === 0 ? <EmptyState title={t("empty")}>{t("emptyLearner")}</EmptyState> : null}
      <ul className="todo">
        {data?.map((assignment) => (
          <AssignmentLine
            key={assignment.id}
            assignment={assignment}
            timeZone={classroom.timeZone}
            module={moduleNamed(modules, assignment.moduleSlug)}
          />
        ))}
      </ul>
    </section>
  );
}

const actions = { "not-started": "begin", open: "resume", submitted: "result" } as const;

function AssignmentLine(props: { assignment: Assignment; timeZone: string; module: ModuleName }) {
  const { assignment, timeZone, module } = props;
  const { id, dueAt, timeLimitMinutes, my } = assignment;
  const words = useTranslations("classroom");
  const t = useTranslations("classroom.assignments");
  const format = useFormatter();
  const now = useNow();
  if (!my) return null;
  return (
    <li>
      <div>
        <p className="t">{t("module", { number: module.number, title: module.title })}</p>
        <p className="small dim">
          {t.rich("due", { when: () => <DueTime at={dueAt} timeZone={timeZone} /> })}
          {timeLimitMinutes === null ? null : words("separator") + t("timed", { minutes: timeLimitMinutes })}
        </p>
      </div>
      <p className="state">
        <StateTag state={boardState(my, { dueAt, now })} isLate={my.isLate} />
        {my.points === null ? null : (
          <span className="num">
            {t("points", { points: format.number(my.points, { maximumFractionDigits: 2 }), max: my.max })}
          </span>
        )}
      </p>
      <Link className="btn sm" href={`/quiz/${id}`}>
        {t(actions[my.state])}
        <span className="sr"> {module.title}</span>
      </Link>
    </li>
  );
}

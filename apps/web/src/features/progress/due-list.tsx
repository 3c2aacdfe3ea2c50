"use client";

import type { RouterOutputs } from "@fewshot/api";
import { StateMark } from "@fewshot/ui";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { FailureNote } from "#shared/failure-note";
import { LocalTime } from "#shared/time/local-time";
import { useTRPC } from "#shared/trpc/client";
import type { PlannedModule } from "./course-place.ts";
import { orderDue } from "./due-order.ts";

type Assignment = RouterOutputs["assignment"]["list"][number];
type Mine = Assignment & { my: NonNullable<Assignment["my"]>; className: string };

/** What my classes want from me, and what I have handed in. By my own clock: the classes may be in several zones. */
export function DueList({ modules }: { modules: readonly PlannedModule[] }) {
  const t = useTranslations("progress.due");
  const trpc = useTRPC();
  const classes = useQuery(trpc.class.mine.queryOptions({}));
  const learning = (classes.data ?? []).filter(({ role }) => role === "learner");
  const lists = useQueries({
    queries: learning.map(({ id }) => trpc.assignment.list.queryOptions({ classId: id }, { staleTime: 0 })),
  });
  const failure = classes.error ?? lists.find(({ error }) => error)?.error;
  const items = lists.flatMap(({ data }, index) =>
    (data ?? []).flatMap(({ my, ...rest }): Mine[] =>
      my ? [{ ...rest, my, className: learning[index]?.name ?? "" }] : [],
    ),
  );
  const isKnown = classes.data !== undefined && lists.every(({ data }) => data !== undefined);
  return (
    <section className="duesec">
      <h2>{t("title")}</h2>
      {failure ? <FailureNote failure={failure} /> : null}
      {isKnown && items.length === 0 ? (
        <p className="small dim">
          {t("empty")} <Link href="/classes">{t("join")}</Link>
        </p>
      ) : null}
      <ul className="duelist">
        {orderDue(items).map((item) => (
          <DueLine key={item.id} item={item} module={modules.find(({ slug }) => slug === item.moduleSlug)} />
        ))}
      </ul>
    </section>
  );
}

function DueLine({ item, module }: { item: Mine; module: PlannedModule | undefined }) {
  const t = useTranslations("progress");
  const now = useNow();
  const { my, dueAt } = item;
  const isDone = my.state === "submitted";
  const isOverdue = !isDone && now > dueAt;
  const look = isDone ? "ok" : isOverdue ? "late" : "due";
  return (
    <li>
      <StateMark state={isDone ? "saved" : isOverdue ? "late" : "due"} />
      <span>
        <Link href={`/quiz/${item.id}`}>
          <b>{module ? t("quizzes.module", { number: module.number }) : item.moduleSlug}</b>
        </Link>{" "}
        <span className="small faint">{item.className}</span>
      </span>
      <small className={`tag ${look} whitespace-normal`}>
        {isDone ? (
          <DoneWords my={my} />
        ) : (
          <span>{t.rich(isOverdue ? "due.overdue" : "due.when", { when: () => <LocalTime at={dueAt} /> })}</span>
        )}
      </small>
    </li>
  );
}

function DoneWords({ my: { points, max, isLate } }: Pick<Mine, "my">) {
  const t = useTranslations("progress");
  const format = useFormatter();
  const score =
    points === null ? [] : [t("due.points", { points: format.number(points, { maximumFractionDigits: 2 }), max })];
  return <span>{[t(isLate ? "due.submittedLate" : "due.submitted"), ...score].join(t("separator"))}</span>;
}

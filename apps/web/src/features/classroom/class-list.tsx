"use client";

import { EmptyState } from "@fewshot/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { FailureNote } from "#shared/failure-note";
import { useTRPC } from "#shared/trpc/client";
import { CreateClassForm } from "./create-class-form.tsx";
import { JoinForm } from "./join-form.tsx";

/** My classes, and the two ways to one more. The page has fetched the list. */
export function ClassList() {
  const t = useTranslations("classroom");
  const trpc = useTRPC();
  const { data: classes, error } = useQuery(trpc.class.mine.queryOptions({}));
  return (
    <div className="cols">
      <div>
        <section>
          <h2>{t("mine.title")}</h2>
          {error ? <FailureNote failure={error} /> : null}
          {classes?.length === 0 ? <EmptyState title={t("mine.empty")}>{t("mine.emptyBody")}</EmptyState> : null}
          <ul className="class-list">
            {classes?.map(({ id, name, role, learnerCount }) => (
              <li key={id}>
                <Link href={`/classes/${id}`}>{name}</Link>
                <span className="small faint">
                  {[t(`mine.role.${role}`), t("mine.learners", { count: learnerCount })].join(t("separator"))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <aside>
        <section>
          <h2>{t("join.title")}</h2>
          <JoinForm />
        </section>
        <section>
          <h2>{t("create.title")}</h2>
          <CreateClassForm />
        </section>
      </aside>
    </div>
  );
}

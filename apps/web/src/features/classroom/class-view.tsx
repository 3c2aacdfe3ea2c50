"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FailureNote } from "#shared/failure-note";
import { useTRPC } from "#shared/trpc/client";
import { InstructorView } from "./instructor-view.tsx";
import { LearnerAssignments } from "./learner-assignments.tsx";
import type { ClassDetail, ModuleName } from "./module-name.ts";

interface ClassViewProps {
  classId: string;
  /** The modules of the course, in order, in the page's language. */
  modules: readonly ModuleName[];
}

/** One class, as its instructor or a learner sees it. The page has fetched it. */
export function ClassView({ classId, modules }: ClassViewProps) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.class.get.queryOptions({ classId }));
  if (!data) return error ? <FailureNote failure={error} /> : null;
  if (data.role === "instructor") return <InstructorView classroom={data} modules={modules} />;
  return <LearnerView classroom={data} modules={modules} />;
}

function LearnerView({ classroom, modules }: { classroom: ClassDetail; modules: readonly ModuleName[] }) {
  const t = useTranslations("classroom");
  return (
    <>
      <header className="chead">
        <div>
          <p className="eyebrow">{t("head.learner")}</p>
          <h1>{classroom.name}</h1>
        </div>
        <p className="small faint">{t("mine.learners", { count: classroom.learnerCount })}</p>
      </header>
      <LearnerAssignments classroom={classroom} modules={modules} />
    </>
  );
}

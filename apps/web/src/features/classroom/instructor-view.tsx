"use client";

import { EmptyState } from "@fewshot/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNote } from "#shared/failure-note";
import { useTRPC } from "#shared/trpc/client";
import { AssignForm } from "./assign-form.tsx";
import { AssignmentBoard } from "./assignment-board.tsx";
import { moduleNamed, type ClassDetail, type ModuleName } from "./module-name.ts";
import { JoinCode } from "./join-code-note.tsx";
import { Roster } from "./roster.tsx";

interface InstructorViewProps {
  classroom: ClassDetail;
  modules: readonly ModuleName[];
}

/** The class to its instructor: join code, what is assigned and how it goes, who is in it. */
export function InstructorView({ classroom, modules }: InstructorViewProps) {
  const t = useTranslations("classroom");
  const [isAssigning, setAssigning] = useState(false);
  const [hasAssigned, setHasAssigned] = useState(false);
  return (
    <>
      <header className="chead">
        <div>
          <p className="eyebrow">{t("head.instructor")}</p>
          <h1>{classroom.name}</h1>
          <p className="small faint mt-1">{t("head.zone", { zone: classroom.timeZone.replaceAll("_", " ") })}</p>
        </div>
        <div className="class-tools">
          {classroom.joinCode ? <JoinCode code={classroom.joinCode} /> : null}
          <button
            type="button"
            className="btn sm"
            aria-expanded={isAssigning}
            onClick={() => {
              setAssigning(!isAssigning);
              setHasAssigned(false);
            }}
          >
            {t("head.assign")}
          </button>
        </div>
      </header>
      <p role="status" className="small text-pine">
        {hasAssigned ? t("assign.done") : ""}
      </p>
      {isAssigning ? (
        <AssignForm
          classroom={classroom}
          modules={modules.filter(({ hasQuiz }) => hasQuiz)}
          onClose={(isDone) => {
            setAssigning(false);
            setHasAssigned(isDone);
          }}
        />
      ) : null}
      <Assignments classroom={classroom} modules={modules} />
      <Roster classId={classroom.id} />
    </>
  );
}

function Assignments({ classroom, modules }: InstructorViewProps) {
  const t = useTranslations("classroom.assignments");
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.assignment.list.queryOptions({ classId: classroom.id }));
  if (!data) return error ? <FailureNote failure={error} /> : null;
  if (data.length === 0) {
    return (
      <section className="sec">
        <h2>{t("title")}</h2>
        <EmptyState title={t("empty")}>{t("emptyTeacher")}</EmptyState>
      </section>
    );
  }
  return data.map((assignment, index) => (
    <AssignmentBoard
      key={assignment.id}
      classroom={classroom}
      assignment={assignment}
      module={moduleNamed(modules, assignment.moduleSlug)}
      isFirst={index === 0}
    />
  ));
}

"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState, type ChangeEvent, type FormEvent } from "react";
import { FailureNote } from "#shared/failure-note";
import { useTRPC } from "#shared/trpc/client";
import type { ClassDetail, ModuleName } from "./module-name.ts";
import { readDue, suggestDue, type DueFields, type DueProblem } from "./due-form.ts";
import { Field } from "#shared/forms/field";
import { useRequestId } from "#shared/trpc/use-request-id";

interface AssignFormProps {
  classroom: ClassDetail;
  /** Modules whose quiz can be taken. */
  modules: readonly ModuleName[];
  onClose: (isDone: boolean) => void;
}

/** Gives a module's quiz to the class, due at a time of the class's clocks. */
export function AssignForm({ classroom, modules, onClose }: AssignFormProps) {
  const t = useTranslations("classroom.assign");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { requestId, renew } = useRequestId();
  const { id: classId, timeZone } = classroom;
  const [moduleSlug, setModuleSlug] = useState(modules[0]?.slug ?? "");
  const [due, setDue] = useState(() => suggestDue(new Date(), timeZone));
  const [problem, setProblem] = useState<DueProblem | null>(null);
  const create = useMutation(
    trpc.assignment.create.mutationOptions({
      networkMode: "always",
      onSuccess: async () => {
        renew();
        await queryClient.invalidateQueries({ queryKey: trpc.assignment.pathKey() });
        onClose(true);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDue(due, { now: new Date(), timeZone });
    setProblem("problem" in read ? read.problem : null);
    if ("problem" in read || create.isPending) return;
    create.mutate({ classId, moduleSlug, ...read, requestId: requestId() });
  };
  if (modules.length === 0) return <p className="dim">{t("noModule")}</p>;
  return (
    <form className="form assign" onSubmit={submit} noValidate aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <Field label={t("module")}>
        {(wiring) => (
          <select
            {...wiring}
            className="field"
            value={moduleSlug}
            onChange={(event) => setModuleSlug(event.target.value)}
          >
            {modules.map(({ slug, number, title }) => (
              <option key={slug} value={slug}>
                {t("moduleOption", { number, title })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DueInputs due={due} problem={problem} timeZone={timeZone} onChange={setDue} />
      <p className="choices">
        <button type="submit" className="btn primary" disabled={create.isPending}>
          {t(create.isPending ? "working" : "action")}
        </button>
        <button type="button" className="btn" onClick={() => onClose(false)}>
          {t("cancel")}
        </button>
      </p>
      {create.error ? <FailureNote failure={create.error} /> : null}
    </form>
  );
}

interface DueInputsProps {
  due: DueFields;
  problem: DueProblem | null;
  timeZone: string;
  onChange: (due: DueFields) => void;
}

function DueInputs({ due, problem, timeZone, onChange }: DueInputsProps) {
  const t = useTranslations("classroom.assign");
  const set = (field: keyof DueFields) => (event: ChangeEvent<HTMLInputElement>) =>
    onChange({ ...due, [field]: event.target.value });
  const dueProblem = problem === "badLimit" ? null : problem;
  return (
    <div className="form-row">
      <Field
        label={t("date")}
        hint={t("zone", { zone: timeZone.replaceAll("_", " ") })}
        problem={dueProblem && t(dueProblem)}
      >
        {(wiring) => <input {...wiring} className="field" type="date" value={due.date} onChange={set("date")} />}
      </Field>
      <Field label={t("time")}>
        {(wiring) => <input {...wiring} className="field" type="time" value={due.time} onChange={set("time")} />}
      </Field>
      <Field label={t("limit")} hint={t("limitHint")} problem={problem === "badLimit" ? t("badLimit") : null}>
        {(wiring) => (
          <input
            {...wiring}
            className="field"
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={due.limit}
            onChange={set("limit")}
          />
        )}
      </Field>
    </div>
  );
}

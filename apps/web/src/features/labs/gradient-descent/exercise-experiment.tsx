"use client";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { ExerciseSheet } from "./exercise-sheet.tsx";
import { exerciseUpdates, solvedUpdates, type Answers, type BlankId } from "./exercise.ts";
import { FitPanel } from "./fit-panel.tsx";
import { PlanePanel } from "./plane-panel.tsx";
import "./exercise.css";

const start = { w: 0, b: 0 };

export type ExerciseExperimentProps = { answers: Answers; onType: (id: BlankId, value: number) => void };

/** Three updates by hand: the first worked, the second with blanks, the third alone. The figures follow what is right. */
export function ExerciseExperiment({ answers, onType }: ExerciseExperimentProps) {
  const t = useTranslations("labs.gradient.table");
  const solved = solvedUpdates(answers);
  const done = exerciseUpdates.slice(0, solved);
  const path = [start, ...done];
  return (
    <>
      <div className="exercise">
        {exerciseUpdates.map(({ epoch }) => (
          <ExerciseSheet key={epoch} number={epoch} answers={answers} solved={solved} onType={onType} />
        ))}
      </div>
      <div className="duo">
        <FitPanel line={path.at(-1) ?? start} before={path.at(-2) ?? null} lit={null} />
        <PlanePanel show="run" path={path} lit={null} />
      </div>
      {done.length === 0 ? null : (
        <DataTable
          summary={t("caption")}
          header={["epoch", "dw", "db", t("w"), t("b"), t("loss")]}
          rows={done.map(({ epoch, dw, db, w, b, loss }) => [
            epoch,
            ...[dw, db, w, b, loss].map((value) => decimal(value, 6)),
          ])}
        />
      )}
    </>
  );
}

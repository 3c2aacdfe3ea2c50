"use client";
import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { BlankField, sumOf } from "./blank-field.tsx";
import { blanks, exerciseRate, exerciseUpdates, type Answers, type BlankId } from "./exercise.ts";
import { lossOf, type Update } from "./problem.ts";

/** How much of each sum is given: all but its end, all but two places, nothing but the slopes. */
const kinds = ["worked", "faded", "alone"] as const;

export type ExerciseSheetProps = {
  /** Which update, 0 to 2. */
  number: number;
  answers: Answers;
  /** How many updates are right so far. A sheet opens once the one before it is. */
  solved: number;
  onType: (id: BlankId, value: number) => void;
};

/** One update, worked on paper: its slopes, its two sums, and blanks where the reader does the work. */
export function ExerciseSheet({ number, answers, solved, onType }: ExerciseSheetProps) {
  const t = useTranslations("labs.gradient.exercise");
  const [update, kind] = [exerciseUpdates[number], kinds[number]];
  if (update === undefined || kind === undefined) return null;
  return (
    <section aria-label={t("update", { update: number })}>
      <div className="fig-h">
        <div>{t("update", { update: number })}</div>
        <span>{t(`kinds.${kind}`)}</span>
      </div>
      {solved < number ? (
        <p className="sheet-waits">{t("waits", { before: number - 1 })}</p>
      ) : (
        <ol className="sheet">
          {rowsOf(update, kind).map(({ text, blank }, i) => (
            <li key={i}>
              <span className="eq">{text}</span>
              {blank === undefined ? null : <Filled id={blank} answers={answers} onType={onType} />}
            </li>
          ))}
          <li className="sheet-loss">{solved > number ? <LossFell update={update} /> : t("lossOpen")}</li>
        </ol>
      )}
    </section>
  );
}

interface Row {
  text: ReactNode;
  blank?: BlankId;
}

function rowsOf(update: Update, kind: (typeof kinds)[number]): Row[] {
  const own = blanks.filter((blank) => blank.update === update.epoch);
  const slopes = [{ text: `dw = ${decimal(update.dw, 4)}` }, { text: `db = ${decimal(update.db, 4)}` }];
  if (kind === "worked") return workedRows(update);
  const sums = own.map((blank) => ({
    text: kind === "faded" ? `${blank.name} = ${sumOf(blank)} =` : `${blank.name} =`,
    blank: blank.id,
  }));
  return [...slopes, ...sums];
}

/** The first update step by step; only the last number of w is left to the reader. */
function workedRows({ dw, db, wBefore, bBefore, b }: Update): Row[] {
  const product = (slope: number) => `${exerciseRate} × (${decimal(slope, 4)}) = ${decimal(exerciseRate * slope, 4)}`;
  const difference = (before: number, slope: number) => `${before} − (${decimal(exerciseRate * slope, 4)}) =`;
  return [
    { text: `dw = ${decimal(dw, 4)}` },
    { text: product(dw) },
    { text: `w = ${difference(wBefore, dw)}`, blank: "wAfter0" },
    { text: `db = ${decimal(db, 4)}` },
    { text: product(db) },
    { text: `b = ${difference(bBefore, db)} ${decimal(b, 4)}` },
  ];
}

type FilledProps = Pick<ExerciseSheetProps, "answers" | "onType"> & { id: BlankId };

function Filled({ id, answers, onType }: FilledProps) {
  const blank = blanks.find((candidate) => candidate.id === id);
  if (blank === undefined) return null;
  return <BlankField blank={blank} typed={answers[id]} onType={(value) => onType(id, value)} />;
}

function LossFell({ update }: { update: Update }) {
  const t = useTranslations("labs.gradient.exercise");
  const after = decimal(lossOf(update.w, update.b), 3);
  return t.rich("lossFell", {
    live: (chunks) => <b className="live num">{chunks}</b>,
    before: decimal(update.loss, 3),
    after,
  });
}

"use client";
import { trainingPairs } from "@fewshot/ml-core";
import { StateMark } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { Token } from "../next-token/token.tsx";
import { inputsOf, type PairsState, type Sheet } from "./state.ts";
import type { Words } from "./words.ts";

export type ExerciseTableProps = {
  state: PairsState;
  sheet: Sheet;
  words: Words;
  onPosition: (position: number) => void;
};

/** A row for each exercise. With teacher forcing: input, answer, and what the model fills in. Without: text and inputs. */
export function ExerciseTable({ state, sheet, words, onPosition }: ExerciseTableProps) {
  const t = useTranslations("labs.trainingPairs.exercises");
  const { isForced, position } = state;
  const header = isForced ? [t("input"), t("answer"), t("filled")] : [t("text"), t("input"), t("filled")];
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <b className="live num">{t("count", { count: sheet.ids.length })}</b>
      </div>
      <table className="ruled small pair-table">
        <thead>
          <tr>
            <th scope="col">{t("position")}</th>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.ids.map((id, t) => (
            <tr key={t} data-on={position === t + 1}>
              <th scope="row" className="num">
                {t + 1}
              </th>
              {isForced ? null : (
                <td>
                  <Token piece={words.piece(id)} state="given" />
                </td>
              )}
              <td>
                <Input at={t} {...{ state, sheet, words, onPosition }} />
              </td>
              {isForced ? (
                <td>
                  <Token piece={words.piece(answerAt(sheet, words, t))} />
                </td>
              ) : null}
              <td>
                <Filled at={t} {...{ state, sheet, words }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="cap" aria-live="polite">
        <Chosen state={state} sheet={sheet} words={words} />
      </p>
    </div>
  );
}

function answerAt({ ids }: Sheet, words: Words, at: number): number {
  return trainingPairs(ids, words.endId)[at]?.answer ?? words.endId;
}

type AtProps = Omit<ExerciseTableProps, "onPosition"> & { at: number };

/** What a position reads: a button, so that one can point at it. */
function Input({ at, state, sheet, words, onPosition }: AtProps & Pick<ExerciseTableProps, "onPosition">) {
  const t = useTranslations("labs.trainingPairs.exercises");
  const id = inputsOf(sheet, state.isForced)[at] ?? null;
  const isGiven = state.isForced || at === 0;
  const position = at + 1;
  return (
    <button
      type="button"
      className="pair-input"
      aria-pressed={state.position === position}
      aria-label={t("inputAt", { position, token: id === null ? t("unwritten") : words.label(id) })}
      onClick={() => onPosition(position)}
    >
      {id === null ? (
        <span className="tok blank">?</span>
      ) : (
        <Token piece={words.piece(id)} state={isGiven ? "given" : "drawn"} />
      )}
    </button>
  );
}

/** What the model writes at a position. Under teacher forcing it is marked against the answer. */
function Filled({ at, state, sheet, words }: AtProps) {
  const t = useTranslations("labs.trainingPairs.exercises");
  const id = sheet.guesses?.[state.isForced ? "forced" : "own"][at];
  if (id === undefined) return <span className="tok blank">?</span>;
  const isRight = id === answerAt(sheet, words, at);
  return (
    <span className="pair-filled">
      <Token piece={words.piece(id)} state="drawn" />
      {state.isForced ? (
        <StateMark state={isRight ? "right" : "wrong"} label={isRight ? t("right") : t("wrong")} />
      ) : null}
    </span>
  );
}

/** The chosen exercise as a sentence. */
function Chosen({ state, sheet, words }: Omit<ExerciseTableProps, "onPosition">) {
  const t = useTranslations("labs.trainingPairs.exercises");
  const { position, isForced } = state;
  if (position === null) return t(isForced ? "hint" : "hintOff");
  const left = inputsOf(sheet, isForced).slice(0, position);
  const context = left.map((id) => (id === null ? "?" : words.label(id))).join(" ");
  if (!isForced) return t("chosenOff", { position, context });
  return t("chosen", { position, context, answer: words.label(answerAt(sheet, words, position - 1)) });
}

"use client";
import { useId } from "react";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { NumberField } from "../frame/number-field.tsx";
import type { Author } from "./contest.ts";
import { result, seedRange, type ContestState } from "./state.ts";

export type ContestPanelProps = {
  state: ContestState;
  /** Whether the model is still writing its half. */
  isWriting: boolean;
  onSeed: (seed: number) => void;
  onStart: () => void;
  onStop: () => void;
  onJudge: (answer: Author) => void;
};

const authors = ["us", "model"] as const;

/** The passages, one at a time; what they were only when all are judged. */
export function ContestPanel({ state, isWriting, onSeed, onStart, onStop, onJudge }: ContestPanelProps) {
  const t = useTranslations("labs.humanOrModel.contest");
  const id = useId();
  return (
    <section className="judge-part">
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <p className="cap">{t("intro")}</p>
      <div className="tray-buttons judge-start">
        <label className="small" htmlFor={id}>
          {t("seed")}
        </label>
        <NumberField
          id={id}
          className="field seed"
          min={seedRange.min}
          max={seedRange.max}
          value={state.seed}
          isLegal={(seed) => Number.isInteger(seed) && seed >= seedRange.min && seed <= seedRange.max}
          onNumber={onSeed}
        />
        <button
          className={state.passages === null ? "btn sm primary" : "btn sm"}
          type="button"
          disabled={isWriting}
          onClick={onStart}
        >
          {t(state.passages === null ? "start" : "restart")}
        </button>
        {!isWriting ? null : (
          <button className="btn sm" type="button" onClick={onStop}>
            {t("stop")}
          </button>
        )}
        <span className="cap num" role="status">
          {isWriting ? t("writing", { count: writtenByModel(state) }) : null}
        </span>
      </div>
      <Question state={state} onJudge={onJudge} />
    </section>
  );
}

const writtenByModel = ({ passages }: ContestState) => (passages ?? []).filter(({ by }) => by === "model").length;

/** The passage on show. While the next one is being written its buttons stay, switched off, so that the focus does. */
function Question({ state, onJudge }: Pick<ContestPanelProps, "state" | "onJudge">) {
  const t = useTranslations("labs.humanOrModel.contest");
  const score = result(state);
  if (score !== null) {
    return (
      <>
        <p className="judge-text">{t("finished", { correct: score.correct })}</p>
        <Answers state={state} />
      </>
    );
  }
  if (state.passages === null) return null;
  const passage = state.passages[state.answers.length];
  return (
    <div className="judge-question">
      <div aria-live="polite">
        <p className="small dim num">{t("at", { n: state.answers.length + 1 })}</p>
        <p className="judge-text">{passage === undefined ? t("next") : passage.opening + passage.rest}</p>
      </div>
      <div className="tray-buttons" role="group" aria-label={t("ask")}>
        <span className="small">{t("ask")}</span>
        {authors.map((author) => (
          <button
            key={author}
            className="btn sm"
            type="button"
            aria-disabled={passage === undefined}
            onClick={() => onJudge(author)}
          >
            {t(`by.${author}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

function Answers({ state }: { state: ContestState }) {
  const t = useTranslations("labs.humanOrModel.contest");
  const summary = useTranslations("labs.frame")("table");
  const rows = (state.passages ?? []).map(({ opening, rest, by }, i) => {
    const yours = state.answers[i];
    return [i + 1, opening + rest, t(`by.${by}`), yours === undefined ? "" : t(`by.${yours}`)];
  });
  return (
    <div className="judge-table">
      <DataTable
        summary={summary}
        header={[t("table.n"), t("table.text"), t("table.by"), t("table.yours")]}
        rows={rows}
      />
    </div>
  );
}

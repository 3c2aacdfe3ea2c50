"use client";
import { useId, useMemo, useState } from "react";
import { trainingPairs } from "@fewshot/ml-core";
import { DataTable, ErrorNote, Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { BetRow, NumberBet } from "../frame/bet-row.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useLoaded } from "../frame/use-loaded.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { ModelWork } from "../language-model/model-work.tsx";
import { loadOurTokenizer } from "../language-model/use-language-model.ts";
import { useModelTask, type ModelTask } from "../language-model/use-model-task.ts";
import { ExerciseTable } from "./exercise-table.tsx";
import { guessAlong, type Guesses } from "./guesses.ts";
import { MaskGrid } from "./mask-grid.tsx";
import { PairsSeen } from "./pairs-seen.tsx";
import {
  betRange,
  changeForcing,
  changeText,
  longestText,
  missionEnds,
  publishState,
  readLink,
  samples,
  startState,
  writeLink,
  type PairsState,
  type Sheet,
} from "./state.ts";
import { wordsOf, type Words } from "./words.ts";
import "../labs.css";
import "./training-pairs.css";

/** One text, its exercises, the mask that hides the answers, and what changes when the model reads its own words. */
export function TrainingPairsLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.trainingPairs");
  const title = useTranslations("labs.titles")("training-pairs");
  const [state, setState] = useState<PairsState>(startState(locale));
  const { words, sheet, task, fillIn, problem } = useSheet(state.text, t("end"));
  const missions = props.missions ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(`missions.${id}`) }));
  const done = useMissions(missions, publishState(state, sheet), props.onMission);
  const fragment = writeLink(state, locale);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState(({ bet }) => ({ ...readLink(hash, locale), bet })),
  });
  const setBet = (bet: number) => setState((before) => ({ ...before, bet }));
  useStoredBet("training-pairs", state.bet, setBet);
  const ask = props.bet ?? t("bet");
  return (
    <LabShell
      labId="training-pairs"
      title={title}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => setState(({ bet }) => ({ ...startState(locale), bet }))}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow mission={id} state={state} sheet={sheet} />}
      bet={
        <BetRow ask={ask} noted={state.bet === null ? null : t("betNoted")}>
          <NumberBet label={ask} {...betRange} value={state.bet} onChange={setBet} />
        </BetRow>
      }
      seen={<PairsSeen state={state} sheet={sheet} words={words} after={props.seenText} />}
    >
      <TextField state={state} texts={samples[locale]} onText={(text) => setState((b) => changeText(b, text))} />
      <div className="pair-switch">
        <span className="small">{t("forcing")}</span>
        <Segmented
          label={t("forcing")}
          choices={(["on", "off"] as const).map((value) => ({ value, label: t(value) }))}
          value={state.isForced ? "on" : "off"}
          onChange={(value) => setState((before) => changeForcing(before, value === "on"))}
        />
        <button
          className="btn sm primary"
          type="button"
          disabled={sheet.ids.length === 0 || task.state === "busy"}
          onClick={fillIn}
        >
          {t("fillIn")}
        </button>
        <span className="small dim">{t(sheet.guesses === null ? "fillInHint" : "filledIn")}</span>
      </div>
      <ModelWork task={task} locale={locale} />
      {problem}
      {words === null ? null : <Figures state={state} sheet={sheet} words={words} onChange={setState} />}
    </LabShell>
  );
}

/** The text in tokens, and what the model wrote along it. A text that has changed since has no guesses. */
function useSheet(text: string, endLabel: string) {
  const t = useTranslations("labs.trainingPairs");
  const loaded = useLoaded(loadOurTokenizer);
  const tokenizer = loaded.status === "ready" ? loaded.value : null;
  const words = useMemo(() => (tokenizer === null ? null : wordsOf(tokenizer, endLabel)), [tokenizer, endLabel]);
  const ids = useMemo(() => words?.encode(text) ?? [], [words, text]);
  const [filled, setFilled] = useState<{ ids: readonly number[]; guesses: Guesses } | null>(null);
  const task: ModelTask = useModelTask();
  const sheet: Sheet = { ids, guesses: filled?.ids === ids ? filled.guesses : null };
  const fillIn = () =>
    task.run(async (model, signal) => setFilled({ ids, guesses: await guessAlong(model, ids, signal) }));
  const problem =
    loaded.status === "failed" ? (
      <ErrorNote
        title={t("failed.title")}
        action={
          <button className="btn sm" type="button" onClick={loaded.retry}>
            {t("failed.retry")}
          </button>
        }
      >
        {t("failed.body")}
      </ErrorNote>
    ) : loaded.status === "loading" ? (
      <p className="small dim">{t("loading")}</p>
    ) : null;
  return { words, sheet, task, fillIn, problem };
}

type FiguresProps = {
  state: PairsState;
  sheet: Sheet;
  words: Words;
  onChange: (next: (before: PairsState) => PairsState) => void;
};

function Figures({ state, sheet, words, onChange }: FiguresProps) {
  const t = useTranslations("labs.trainingPairs");
  const summary = useTranslations("labs.frame")("table");
  const rows = trainingPairs(sheet.ids, words.endId).map(({ context, answer }, at) => [
    at + 1,
    context.map(words.label).join(" "),
    words.label(answer),
  ]);
  return (
    <>
      <div className="pair-figures">
        <ExerciseTable
          state={state}
          sheet={sheet}
          words={words}
          onPosition={(position) => onChange((before) => ({ ...before, position }))}
        />
        <MaskGrid
          labels={sheet.ids.map(words.label)}
          cell={state.cell}
          onCell={(cell) => onChange((before) => ({ ...before, cell }))}
        />
      </div>
      <DataTable summary={summary} header={[t("table.position"), t("table.left"), t("table.answer")]} rows={rows} />
    </>
  );
}

type TextFieldProps = { state: PairsState; texts: readonly string[]; onText: (text: string) => void };

function TextField({ state, texts, onText }: TextFieldProps) {
  const t = useTranslations("labs.trainingPairs");
  const id = useId();
  return (
    <div className="prompt-field">
      <label className="small" htmlFor={id}>
        <b>{t("text")}</b> <span className="faint">{t("textHint", { longest: longestText })}</span>
      </label>
      <input
        id={id}
        className="field"
        type="text"
        value={state.text}
        maxLength={longestText}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
      />
      <span className="prompt-samples" role="group" aria-label={t("samples")}>
        {texts.map((text) => (
          <button key={text} type="button" className="tok" onClick={() => onText(text)}>
            {text}
          </button>
        ))}
      </span>
    </div>
  );
}

/** How far a mission is. */
function MissionNow({ mission, state, sheet }: { mission: string; state: PairsState; sheet: Sheet }) {
  const t = useTranslations("labs.trainingPairs.now");
  if (mission === "eight-pairs") return t("pairs", { count: sheet.ids.length });
  if (mission === "cheating-cell") return state.cell === null ? t("noCell") : t("cell", { ...state.cell });
  if (state.isForced) return t("forced");
  if (sheet.guesses === null) return t("unwritten");
  return state.position === null ? t("noPosition") : t("position", { position: state.position });
}

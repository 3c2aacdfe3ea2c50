"use client";
import { useState } from "react";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { BetRow } from "../frame/bet-row.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { TypedBet } from "../frame/typed-bet.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { useModelTask, type ModelTask } from "../language-model/use-model-task.ts";
import { searchByWords } from "./knowledge-base.ts";
import { measure, searchByVectors } from "./measure.ts";
import { RagExperiment } from "./rag-experiment.tsx";
import { RagSeen } from "./rag-seen.tsx";
import {
  change,
  gainOf,
  isFound,
  keptOf,
  missionEnds,
  noteSearch,
  publishState,
  questionOf,
  readLink,
  startState,
  writeLink,
  type RagState,
} from "./state.ts";
import "../labs.css";
import "../language-model/model-lab.css";
import "./rag.css";

/** Retrieve, add, generate: one question asked twice, without and with passages of this course in the prompt. */
export function RagLab({ locale, standalone, ...props }: LabProps) {
  const tLabs = useTranslations("labs");
  const t = useTranslations("labs.rag");
  const [state, setState] = useState<RagState>(() => startState(locale));
  const task = useModelTask();
  const missions = useMissionTexts(props.missions);
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(locale, state);
  const { search, ask, read } = useRagWork(task, { locale, state, setState });
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState((before) => change(before, readLink(locale, hash))),
  });
  useStoredBet("rag", state.bet, (bet) => setState((before) => ({ ...before, bet })));
  const reset = () => {
    task.stop();
    setState({ ...startState(locale), bet: state.bet });
  };
  const question = props.bet ?? t("bet");
  return (
    <LabShell
      labId="rag"
      title={tLabs("titles.rag")}
      badge={tLabs("model.task.badge")}
      {...{ locale, standalone, fragment, missions, done }}
      onReset={reset}
      bet={
        <BetRow ask={question} noted={state.bet === null ? null : t("betNoted")}>
          <TypedBet
            label={question}
            unit={t("betUnit")}
            min={0}
            max={1_000_000}
            value={state.bet}
            onChange={(bet) => setState({ ...state, bet })}
          />
        </BetRow>
      }
      missionNow={(id) => <MissionNow id={id} state={state} />}
      seen={<RagSeen locale={locale} state={state} after={props.seenText} />}
    >
      <RagExperiment
        locale={locale}
        state={state}
        task={task}
        read={read}
        onState={(next) => {
          task.stop();
          setState(next);
        }}
        onSearch={search}
        onMeasure={ask}
      />
    </LabShell>
  );
}

type WorkOptions = {
  locale: LabProps["locale"];
  state: RagState;
  setState: (change: (before: RagState) => RagState) => void;
};

/** The two computations of the lab; `read`: how many passages the model has read so far for its vectors. */
function useRagWork(task: ModelTask, { locale, state, setState }: WorkOptions) {
  const [read, setRead] = useState(0);
  const search = () => {
    if (state.method === "words") {
      const ranked = searchByWords(locale, state.text);
      return setState((before) => noteSearch(locale, before, ranked));
    }
    task.run(async (model, signal) => {
      const { fingerprint } = model;
      const options = { locale, query: state.text, fingerprint, signal, onProgress: setRead };
      const ranked = await searchByVectors(model, options);
      setState((before) => noteSearch(locale, before, ranked));
    });
  };
  const ask = () =>
    task.run(async (model, signal) => {
      const kept = keptOf(state).map(({ passage }) => passage);
      const options = { locale, question: questionOf(state), text: state.text, kept, signal };
      const measured = await measure(model, options);
      setState((before) => ({ ...before, measured, supportedBy: null }));
    });
  return { search, ask, read };
}

function useMissionTexts(given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.rag.missions");
  return given ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(id) }));
}

/** How far a mission is: the gain, what the search found, or whether the question is one that the course does not answer. */
function MissionNow({ id, state }: { id: string; state: RagState }) {
  const t = useTranslations("labs.rag.now");
  const gain = gainOf(state);
  if (id === "with-and-without") return gain === null ? null : t("gain", { gain: decimal(gain, 1) });
  if (id === "not-in-the-course") return t(questionOf(state).answer === null ? "outside" : "inside");
  const found = isFound(state);
  return found === null ? null : t(found ? "found" : "missed");
}

"use client";
import { useState } from "react";
import { ErrorNote } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { ModelCard } from "../language-model/model-card.tsx";
import { MeasuredList } from "./measured-list.tsx";
import { PromptShown } from "./prompt-shown.tsx";
import {
  ingredientIds,
  missionEnds,
  pairs,
  publishState,
  readLink,
  record,
  shareOf,
  startState,
  writeLink,
  type SurgeryState,
} from "./state.ts";
import { SurgerySeen } from "./surgery-seen.tsx";
import { SurgeryTray } from "./surgery-tray.tsx";
import { useExam, type ExamRun } from "./use-exam.ts";
import { shareText } from "./words.ts";
import "../labs.css";
import "./prompt-surgery.css";

/** One ingredient of a prompt at a time: size, description, example, each measured as a pair on the same questions. */
export function PromptSurgeryLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.promptSurgery");
  const titles = useTranslations("labs.titles");
  const [state, setState] = useState<SurgeryState>(startState);
  const [bet, setBet] = useState<number | null>(null);
  const run = useExam(state.size, (measurement) => setState((before) => record(before, measurement)));
  const missions = useMissionTexts(props.missions);
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState(({ measured }) => ({ ...readLink(hash), measured })),
  });
  useStoredBet("prompt-surgery", bet, setBet);
  const ask = props.bet ?? t("bet");
  const answers = ingredientIds.map((id) => t(`betOptions.${id}`));
  const reset = () => {
    run.stop();
    setState(startState);
  };
  return (
    <LabShell
      labId="prompt-surgery"
      title={titles("prompt-surgery")}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={reset}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow id={id} state={state} />}
      bet={<ChoiceBet ask={ask} label={ask} answers={answers} noted={t("betNoted")} bet={bet} onBet={setBet} />}
      seen={<SurgerySeen state={state} bet={bet} after={props.seenText} />}
    >
      <Trouble run={run} state={state} home={`/${locale}/labs/sort-columns`} />
      <div className="bench">
        <SurgeryTray state={state} run={run} onChange={(patch) => setState((before) => ({ ...before, ...patch }))} />
        <PromptShown state={state} />
      </div>
      <MeasuredList measured={state.measured} />
    </LabShell>
  );
}

/** How far the model is, and a measurement that broke off. */
function Trouble({ run, state, home }: { run: ExamRun; state: SurgeryState; home: string }) {
  const t = useTranslations("labs");
  const again = () => run.measure(state);
  return (
    <>
      <ModelCard state={run.model} onStop={run.stop} onRetry={again} statedLab={home} />
      {run.activity === "failed" ? (
        <ErrorNote
          title={t("promptSurgery.lost")}
          action={
            <button className="btn sm" type="button" onClick={again}>
              {t("model.retry")}
            </button>
          }
        />
      ) : null}
    </>
  );
}

function useMissionTexts(given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.promptSurgery.missions");
  return given ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(id as "only-size") }));
}

/** The pair that a mission asks for, as it came out. */
function MissionNow({ id, state }: { id: string; state: SurgeryState }) {
  const t = useTranslations("labs.promptSurgery.now");
  const pair = pairs(state.measured).find(({ ingredient }) => id === `only-${ingredient}`);
  if (pair === undefined) return t("open");
  return t("done", { from: shareText(shareOf(pair.from).share), to: shareText(shareOf(pair.to).share) });
}

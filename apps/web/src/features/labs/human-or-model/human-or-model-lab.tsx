"use client";
import { useState } from "react";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { BetRow } from "../frame/bet-row.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { TypedBet } from "../frame/typed-bet.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { ModelWork } from "../language-model/model-work.tsx";
import { useModelTask } from "../language-model/use-model-task.ts";
import { ContestPanel } from "./contest-panel.tsx";
import { contestSize, writeContest, type Passage } from "./contest.ts";
import { IntervalPanel } from "./interval-panel.tsx";
import { gainWords, JudgeSeen } from "./judge-seen.tsx";
import { LeakPanel } from "./leak-panel.tsx";
import {
  begin,
  judge,
  leakGains,
  missionEnds,
  publishState,
  readLink,
  result,
  startState,
  writeLink,
  type ContestState,
} from "./state.ts";
import "../labs.css";
import "./human-or-model.css";

/** Who went on with a passage, we or the model? Then the score's interval, and what a leaked test does to a score. */
export function HumanOrModelLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.humanOrModel");
  const titles = useTranslations("labs.titles");
  const [state, setState] = useState<ContestState>(startState);
  const [bet, setBet] = useState<number | null>(null);
  const task = useModelTask();
  const missions = useMissionTexts(props.missions);
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  const clear = (next: ContestState) => {
    task.stop();
    setState(next);
  };
  useFragment({ isActive: standalone, fragment, onRead: (hash) => clear(readLink(hash)) });
  useStoredBet("human-or-model", bet, setBet);
  const start = () => {
    setState((before) => begin(before, []));
    task.run((model, signal) => {
      const onPassage = (passages: readonly Passage[]) => setState((before) => ({ ...before, passages }));
      return writeContest(model, { seed: state.seed, locale, signal, onPassage });
    });
  };
  const ask = props.bet ?? t("bet");
  return (
    <LabShell
      labId="human-or-model"
      title={titles("human-or-model")}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => clear(startState)}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow id={id} state={state} />}
      bet={
        <BetRow ask={ask} noted={bet === null ? null : t("betNoted")}>
          <TypedBet label={ask} unit={t("betUnit")} min={0} max={contestSize} value={bet} onChange={setBet} />
        </BetRow>
      }
      seen={<JudgeSeen state={state} bet={bet} after={props.seenText} />}
    >
      <ModelWork task={task} locale={locale} />
      <ContestPanel
        state={state}
        isWriting={task.state === "busy"}
        onSeed={(seed) => clear({ ...begin(state, null), seed })}
        onStart={start}
        onStop={task.stop}
        onJudge={(answer) => setState((before) => judge(before, answer))}
      />
      <IntervalPanel
        state={state}
        bet={bet}
        onSay={(readerSays) => setState((before) => ({ ...before, readerSays }))}
      />
      <LeakPanel leak={state.leak} locale={locale} onChange={(leak) => setState((before) => ({ ...before, leak }))} />
    </LabShell>
  );
}

function useMissionTexts(given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.humanOrModel.missions");
  return given ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(id as "twenty") }));
}

/** How far a mission is. */
function MissionNow({ id, state }: { id: string; state: ContestState }) {
  const t = useTranslations("labs.humanOrModel.now");
  if (id === "twenty") return t("answered", { count: state.answers.length });
  if (id === "leak") {
    const gain = leakGains(state.leak);
    return gain === null ? null : t("gain", gainWords(gain));
  }
  const score = result(state);
  return score === null ? null : t("interval", { low: percent(score.low, 0), high: percent(score.high, 0) });
}

"use client";
import { useState } from "react";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { useModelTask } from "../language-model/use-model-task.ts";
import { beginningOf, measure } from "./probe.ts";
import { ProbeExperiment } from "./probe-experiment.tsx";
import { ProbeSeen } from "./probe-seen.tsx";
import {
  betOptions,
  keyOf,
  missionEnds,
  publishState,
  ratioOf,
  readLink,
  startState,
  toMeasure,
  wordsChanged,
  writeLink,
  type ProbeState,
} from "./state.ts";
import "../labs.css";
import "../language-model/model-lab.css";

/** Two sentences that differ in a word: what the story model gives each, beside what its training text holds. */
export function BiasProbeLab({ locale, standalone, ...props }: LabProps) {
  const tLabs = useTranslations("labs");
  const t = useTranslations("labs.biasProbe");
  const [state, setState] = useState<ProbeState>(startState);
  const task = useModelTask();
  const missions = useMissionTexts(props.missions);
  const done = useMissions(missions, publishState(locale, state), props.onMission);
  const fragment = writeLink(state);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState((before) => ({ ...before, ...readLink(hash) })),
  });
  useStoredBet("bias-probe", state.bet, (bet) => setState((before) => ({ ...before, bet })));
  const patch = (change: Partial<ProbeState>) => setState((before) => ({ ...before, ...change }));
  const measureBoth = () =>
    task.run(async (model, signal) => {
      for (const person of toMeasure(state)) {
        const shares = await measure(model, beginningOf(locale, state.frame, person), { locale, signal });
        const key = keyOf(state.frame, person);
        setState((before) => ({ ...before, measured: { ...before.measured, [key]: shares } }));
      }
    });
  const reset = () => {
    task.stop();
    setState({ ...startState, bet: state.bet });
  };
  return (
    <LabShell
      labId="bias-probe"
      title={tLabs("titles.bias-probe")}
      badge={tLabs("model.task.badge")}
      {...{ locale, standalone, fragment, missions, done }}
      onReset={reset}
      bet={
        <ChoiceBet
          ask={props.bet ?? t("bet")}
          label={t("betLabel")}
          answers={betOptions.map((option) => t(`betOptions.${option}`))}
          noted={t("betNoted")}
          bet={state.bet}
          onBet={(bet) => patch({ bet })}
        />
      }
      missionNow={(id) => <MissionNow id={id} state={state} />}
      seen={<ProbeSeen locale={locale} state={state} after={props.seenText} />}
    >
      <ProbeExperiment locale={locale} state={state} task={task} onChange={patch} onMeasure={measureBoth} />
    </LabShell>
  );
}

function useMissionTexts(given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.biasProbe.missions");
  return given ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(id) }));
}

/** How far a mission is: what differs, and the ratio as it stands. */
function MissionNow({ id, state }: { id: string; state: ProbeState }) {
  const t = useTranslations("labs.biasProbe.now");
  const ratio = ratioOf(state);
  if (ratio === null) return null;
  const values = { ratio: decimal(ratio, 2), words: wordsChanged(state) };
  return id === "same-direction" ? t("ratio", values) : t("changed", values);
}

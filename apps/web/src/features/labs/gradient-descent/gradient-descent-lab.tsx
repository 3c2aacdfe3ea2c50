"use client";
import { useMemo, useState } from "react";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { ByHandExperiment } from "./by-hand-experiment.tsx";
import { ContourExperiment } from "./contour-experiment.tsx";
import { ExerciseExperiment } from "./exercise-experiment.tsx";
import { GradientSeen } from "./gradient-seen.tsx";
import { MissionNow } from "./mission-now.tsx";
import { runListing, type Run } from "./problem.ts";
import {
  betOptions,
  changeRate,
  lookAt,
  missionEnds,
  presetIds,
  presetOf,
  publishState,
  readLink,
  solve,
  startState,
  writeLink,
  type GradientState,
  type PresetId,
} from "./state.ts";
import "../labs.css";

/** Gradient descent on the listing's five points: by hand, sum by sum, or update by update with everything linked. */
export function GradientDescentLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.gradient");
  const titles = useTranslations("labs.titles");
  const [preset, setPreset] = useState<PresetId>(presetOf(props.preset));
  const [state, setState] = useState<GradientState>(startState);
  const run = useMemo(() => runListing(state.learningRate), [state.learningRate]);
  const missions = useMissionTexts(preset, props.missions);
  const done = useMissions(missions, publishState(preset, state, run), props.onMission);
  const fragment = writeLink(preset, state);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => {
      const { preset: linked, ...link } = readLink(hash);
      setPreset(linked ?? "contour");
      setState((before) => ({ ...startState, bet: before.bet, ...link }));
    },
  });
  useStoredBet(`gradient-descent.${preset}`, state.bet, (bet) => setState((before) => ({ ...before, bet })));
  const restart = (chosen: PresetId, bet: number | null) => {
    setPreset(chosen);
    setState({ ...startState, bet });
  };
  const shell = { locale, standalone, fragment, missions, done, title: titles("gradient-descent"), badge: t("badge") };
  return (
    <LabShell
      {...shell}
      labId="gradient-descent"
      onReset={() => restart(preset, state.bet)}
      presets={standalone ? <Presets preset={preset} onChange={(chosen) => restart(chosen, null)} /> : undefined}
      bet={<Bet preset={preset} ask={props.bet} bet={state.bet} onBet={(bet) => setState({ ...state, bet })} />}
      missionNow={(id) => <MissionNow mission={id} state={state} run={run} />}
      seen={<GradientSeen preset={preset} state={state} run={run} after={props.seenText} />}
    >
      <Experiment preset={preset} state={state} run={run} onChange={setState} />
    </LabShell>
  );
}

type ExperimentProps = {
  preset: PresetId;
  state: GradientState;
  run: Run;
  onChange: (change: (before: GradientState) => GradientState) => void;
};

function Experiment({ preset, state, run, onChange }: ExperimentProps) {
  if (preset === "worked-faded-free") {
    return (
      <ExerciseExperiment answers={state} onType={(id, typed) => onChange((before) => ({ ...before, [id]: typed }))} />
    );
  }
  if (preset === "by-hand") {
    return (
      <ByHandExperiment
        state={state}
        onLine={(patch) => onChange((before) => ({ ...before, ...patch, solved: false }))}
        onSolve={() => onChange(solve)}
      />
    );
  }
  return (
    <ContourExperiment
      state={state}
      run={run}
      onEpoch={(epoch) => onChange((before) => lookAt(before, run, epoch))}
      onRate={(rate) => onChange((before) => changeRate(before, runListing(rate)))}
    />
  );
}

function Presets({ preset, onChange }: { preset: PresetId; onChange: (preset: PresetId) => void }) {
  const t = useTranslations("labs.gradient");
  return (
    <Segmented
      label={t("presetGroup")}
      choices={presetIds.map((id) => ({ value: id, label: t(`presets.${id}`) }))}
      value={preset}
      onChange={onChange}
    />
  );
}

function useMissionTexts(preset: PresetId, given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.gradient.missions");
  return given ?? missionEnds[preset].map(({ id, end }) => ({ id, end, text: t(id as "edge") }));
}

type BetProps = { preset: PresetId; ask?: string | undefined; bet: number | null; onBet: (bet: number) => void };

function Bet({ preset, ask, bet, onBet }: BetProps) {
  const t = useTranslations("labs.gradient");
  const question = ask ?? t(`bets.${preset}`);
  const answers = betOptions.map((option) => t(`betOptions.${preset}.${option}`));
  return <ChoiceBet ask={question} label={question} answers={answers} noted={t("betNoted")} bet={bet} onBet={onBet} />;
}

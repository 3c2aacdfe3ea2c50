"use client";
import { useMemo, useState } from "react";
import { LabFrame, LabRow, MissionList, Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { BetRow } from "../frame/bet-row.tsx";
import { LabTools } from "../frame/lab-tools.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { ByHandExperiment } from "./by-hand-experiment.tsx";
import { ContourExperiment } from "./contour-experiment.tsx";
import { GradientSeen } from "./gradient-seen.tsx";
import { bottom, lossOf, runListing, type Run } from "./problem.ts";
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

/** Gradient descent on the listing's five points: by hand, or update by update with code, figures and numbers linked. */
export function GradientDescentLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs");
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
  const restart = (bet: number | null) => setState({ ...startState, bet });
  const headLevel = standalone ? 3 : 4;
  return (
    <LabFrame
      number={t("frame.lab")}
      title={t("titles.gradient-descent")}
      badge={t("gradient.badge")}
      level={standalone ? 2 : 3}
      tools={
        <LabTools onReset={() => restart(state.bet)} address={() => `/${locale}/labs/gradient-descent${fragment}`} />
      }
    >
      {standalone ? (
        <div className="lab-presets">
          <Segmented
            label={t("gradient.presetGroup")}
            choices={presetIds.map((id) => ({ value: id, label: t(`gradient.presets.${id}`) }))}
            value={preset}
            onChange={(chosen) => {
              setPreset(chosen);
              restart(null);
            }}
          />
        </div>
      ) : null}
      <LabRow head={t("frame.predict")} level={headLevel}>
        <Bet preset={preset} ask={props.bet} bet={state.bet} onBet={(bet) => setState({ ...state, bet })} />
      </LabRow>
      <LabRow head={t("frame.experiment")} level={headLevel}>
        {preset === "by-hand" ? (
          <ByHandExperiment
            state={state}
            onLine={(patch) => setState({ ...state, ...patch, solved: false })}
            onSolve={() => setState(solve(state))}
          />
        ) : (
          <ContourExperiment
            state={state}
            run={run}
            onEpoch={(epoch) => setState((before) => lookAt(before, run, epoch))}
            onRate={(rate) => setState((before) => changeRate(before, runListing(rate)))}
          />
        )}
      </LabRow>
      <LabRow head={t("frame.missions", { count: missions.length })} level={headLevel}>
        <MissionList
          doneLabel={t("frame.missionDone")}
          openLabel={t("frame.missionOpen")}
          missions={missions.map(({ id, text }) => ({
            id,
            text,
            now: <MissionNow mission={id} state={state} run={run} />,
            isDone: done.has(id),
          }))}
        />
      </LabRow>
      <LabRow head={t("frame.seen")} level={headLevel}>
        <GradientSeen preset={preset} state={state} run={run} after={props.seenText} />
      </LabRow>
    </LabFrame>
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
  const choices = betOptions.map((option, value) => ({ value, label: t(`betOptions.${preset}.${option}`) }));
  return (
    <BetRow ask={question} noted={bet === null ? null : t("betNoted")}>
      <Segmented label={question} choices={choices} value={bet} onChange={onBet} />
    </BetRow>
  );
}

/** How far a mission is: the number that its end state asks for, as it stands. */
function MissionNow({ mission, state, run }: { mission: string; state: GradientState; run: Run }) {
  const t = useTranslations("labs.gradient.now");
  switch (mission) {
    case "near-bottom":
      return t("final", { loss: decimal(run.finalLoss, 6) });
    case "edge":
      return t("edge", { runs: state.seen.length });
    case "overshoot":
      return t("b", { b: decimal(run.updates[state.epoch]?.b ?? 0, 4) });
    case "below-one":
    case "below-twelve":
      return t("loss", { loss: decimal(lossOf(state.w, state.b), 3) });
    case "solved":
      return state.solved ? t("solved", { loss: decimal(bottom.loss, 6) }) : null;
    default:
      return null;
  }
}

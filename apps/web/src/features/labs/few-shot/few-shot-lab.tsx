"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { ModelCard } from "../language-model/model-card.tsx";
import { FewShotSeen } from "./few-shot-seen.tsx";
import { MeasureTray } from "./measure-tray.tsx";
import { MissionNow } from "./mission-now.tsx";
import { PromptBuilder } from "./prompt-builder.tsx";
import { PromptPanel } from "./prompt-panel.tsx";
import { ResultPanel } from "./result-panel.tsx";
import { Runner } from "./runner.ts";
import {
  addMeasurement,
  effectiveSettings,
  missionEnds,
  presetIds,
  presetOf,
  publishState,
  readLink,
  startState,
  writeLink,
  type PresetId,
} from "./state.ts";
import { WindowBudget } from "./window-budget.tsx";
import "../labs.css";
import "../figure-explorer/figure-explorer.css";
import "./few-shot.css";

/** The answers to each preset's bet. */
const betAnswers = ["a", "b", "c"] as const;

/** Few-shot, measured: prompts of held-out questions, answered on this device by the in-context family. */
export function FewShotLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs");
  const missionWords = useTranslations("labs.fewShot.missions");
  const [state, setState] = useState(() => startState(presetOf(props.preset)));
  const [runner] = useState(() => new Runner());
  const run = useSyncExternalStore(runner.subscribe, runner.getSnapshot, runner.getSnapshot);
  useEffect(() => () => runner.close(), [runner]);
  const { preset, bet } = state;
  const missions =
    props.missions ?? missionEnds[preset].map(({ id, end }) => ({ id, end, text: missionWords(id as "shuffled") }));
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState((before) => ({ ...readLink(hash, "symbol-insertion"), bet: before.bet })),
  });
  useStoredBet(`few-shot.${preset}`, bet, (kept) => setState((before) => ({ ...before, bet: kept })));
  const measureNow = async () => {
    const measurement = await runner.run(effectiveSettings(state.settings));
    if (measurement !== null) setState((before) => addMeasurement(before, measurement));
  };
  const restart = (chosen: PresetId, kept: number | null) => {
    runner.stop();
    setState({ ...startState(chosen), bet: kept });
  };
  const ask = props.bet ?? t(`fewShot.bets.${preset}.ask`);
  return (
    <LabShell
      labId="few-shot"
      title={t("titles.few-shot")}
      badge={t("fewShot.badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => restart(preset, bet)}
      presets={
        standalone ? (
          <Segmented
            label={t("fewShot.presetGroup")}
            choices={presetIds.map((id) => ({ value: id, label: t(`fewShot.presets.${id}`) }))}
            value={preset}
            onChange={(chosen) => restart(chosen, null)}
          />
        ) : undefined
      }
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow mission={id} state={state} />}
      bet={
        <ChoiceBet
          ask={ask}
          label={ask}
          answers={betAnswers.map((answer) => t(`fewShot.bets.${preset}.${answer}`))}
          noted={t("fewShot.betNoted")}
          bet={bet}
          onBet={(value) => setState({ ...state, bet: value })}
        />
      }
      seen={<FewShotSeen state={state} after={props.seenText} />}
    >
      {preset === "build-the-prompt" ? (
        <>
          <PromptBuilder state={state} onState={setState} />
          <WindowBudget state={state} onState={setState} />
        </>
      ) : null}
      <ModelCard
        state={run.model}
        name={t("fewShot.family")}
        onStop={runner.stop}
        onRetry={() => void measureNow()}
        statedLab={`/${locale}/labs/figure-explorer`}
      />
      <div className="bench">
        <MeasureTray
          state={state}
          run={run}
          onSettings={(settings) => setState({ ...state, settings: { ...state.settings, ...settings } })}
          onMeasure={() => void measureNow()}
          onStop={runner.stop}
        />
        <div className="explorer-work">
          <ResultPanel state={state} fingerprint={run.fingerprint} />
          <PromptPanel state={state} onSelection={(selection) => setState((before) => ({ ...before, selection }))} />
        </div>
      </div>
    </LabShell>
  );
}

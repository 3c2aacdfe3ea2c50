"use client";
import { useEffect, useState } from "react";
import { LabFrame, LabRow, MissionList, Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { LabMission, LabProps } from "../lab-props.ts";
import { LabTools } from "../frame/lab-tools.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import { BetQuestion, drawnBets } from "./bet-question.tsx";
import { Experiment } from "./experiment.tsx";
import { linkedPreset, readLink, writeLink } from "./link.ts";
import { MissionNow } from "./mission-now.tsx";
import { presetIds, presetOf, presets, type PresetId } from "./presets.ts";
import { rowCounts } from "./distribution-figure.tsx";
import { SeenSentence } from "./seen-sentence.tsx";
import { startOf, useNextToken, type NextTokenView } from "./use-next-token.ts";
import { startState } from "./state.ts";
import "../labs.css";

/** What a language model gives for the next token, and how temperature, cuts and seed turn that table into text. */
export function NextTokenLab(props: LabProps) {
  const [preset, setPreset] = useState<PresetId>(presetOf(props.preset));
  useEffect(() => {
    if (!props.standalone) return;
    const follow = () => setPreset((before) => linkedPreset(location.hash) ?? before);
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [props.standalone]);
  const choose = (chosen: PresetId) => {
    // The fragment belongs to the preset that is left; the next one must not read it.
    history.replaceState(history.state, "", writeLink(chosen, startState({}), startState({})) || location.pathname);
    setPreset(chosen);
  };
  return <NextTokenBench key={preset} {...props} preset={preset} onPreset={choose} />;
}

type BenchProps = Omit<LabProps, "preset"> & { preset: PresetId; onPreset: (preset: PresetId) => void };

function NextTokenBench({ preset, locale, standalone, onPreset, ...props }: BenchProps) {
  const t = useTranslations("labs");
  const [shown, setShown] = useState<number>(rowCounts.few);
  const view = useNextToken(preset, locale, shown);
  const missions = useMissionTexts(preset, props.missions);
  const done = useMissions(missions, view.published, props.onMission);
  useLinkedState(view, standalone);
  const restart = () => {
    view.session.restart({ ...startOf(preset, locale), bet: view.state.bet });
    if (presets[preset].prompt === null) void view.session.compute();
  };
  const level = standalone ? 2 : 3;
  const headLevel = standalone ? 3 : 4;
  return (
    <LabFrame
      number={t("frame.lab")}
      title={t("titles.next-token")}
      badge={t(presets[preset].prompt === null ? "nextToken.badge.stated" : "nextToken.badge.model")}
      level={level}
      tools={<LabTools onReset={restart} address={() => `/${locale}/labs/next-token${linkOf(view)}`} />}
    >
      {standalone ? (
        <div className="lab-presets">
          <Segmented
            label={t("nextToken.presetGroup")}
            choices={presetIds.map((id) => ({ value: id, label: t(`nextToken.presets.${id}`) }))}
            value={preset}
            onChange={onPreset}
          />
        </div>
      ) : null}
      <LabRow head={t("frame.predict")} level={headLevel}>
        <BetQuestion view={view} ask={props.bet} />
      </LabRow>
      <LabRow head={t("frame.experiment")} level={headLevel}>
        <Experiment view={view} shown={shown} onShown={setShown} bets={drawnBets(view)} />
      </LabRow>
      <LabRow head={t("frame.missions", { count: missions.length })} level={headLevel}>
        <MissionList
          doneLabel={t("frame.missionDone")}
          openLabel={t("frame.missionOpen")}
          missions={missions.map(({ id, text }) => ({
            id,
            text,
            now: <MissionNow view={view} mission={id} />,
            isDone: done.has(id),
          }))}
        />
      </LabRow>
      <LabRow head={t("frame.seen")} level={headLevel}>
        <SeenSentence view={view} after={props.seenText} />
      </LabRow>
    </LabFrame>
  );
}

/** The lesson's missions, or the preset's own with the words of the messages. */
function useMissionTexts(preset: PresetId, given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.nextToken.missions");
  return given ?? presets[preset].missions.map(({ id, end }) => ({ id, end, text: t(id as "walk") }));
}

/** On the lab's own page the state lives in the fragment; everywhere the bet is kept on this device. */
function useLinkedState(view: NextTokenView, standalone: boolean): void {
  const { session, preset, locale, state } = view;
  useFragment({
    isActive: standalone,
    fragment: linkOf(view),
    onRead: (hash) => {
      if ((linkedPreset(hash) ?? "free") !== preset) return;
      const start = startOf(preset, locale);
      session.restart({ ...start, ...readLink(hash, presets[preset].canWrite), bet: session.getSnapshot().state.bet });
      if (presets[preset].prompt === null) void session.compute();
    },
  });
  useStoredBet(`next-token.${preset}`, state.bet, (bet) => session.dispatch({ type: "bet", bet }));
}

function linkOf({ preset, state, locale }: NextTokenView): string {
  return writeLink(preset, state, startOf(preset, locale));
}

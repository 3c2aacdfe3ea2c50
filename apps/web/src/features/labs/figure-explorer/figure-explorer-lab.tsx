"use client";
import { useState } from "react";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { Controls } from "./controls.tsx";
import { ExplorerSeen } from "./explorer-seen.tsx";
import { Finder } from "./finder.tsx";
import { MeanQuestion } from "./mean-question.tsx";
import { MissionNow } from "./mission-now.tsx";
import { OursPanel } from "./ours-panel.tsx";
import { PaperPanel } from "./paper-panel.tsx";
import { missionEnds, presetIds, presetOf, publishState, readLink, startStates, writeLink } from "./state.ts";
import { WordPanel } from "./word-panel.tsx";
import "../labs.css";
import "./figure-explorer.css";

/** The answers to each preset's bet. */
const betAnswers = ["a", "b", "c"] as const;

/** The printed scores of the GPT-3 paper on three axes, with our own measured panel beside them. */
export function FigureExplorerLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs");
  const [state, setState] = useState(() => startStates[presetOf(props.preset)]);
  const { preset, bet } = state;
  const missionWords = useTranslations("labs.figures.missions");
  const missions =
    props.missions ?? missionEnds[preset].map(({ id, end }) => ({ id, end, text: missionWords(id as "log-odds") }));
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState((before) => ({ ...readLink(hash, "figure-1-2"), bet: before.bet })),
  });
  useStoredBet(`figure-explorer.${preset}`, bet, (kept) => setState((before) => ({ ...before, bet: kept })));
  const ask = props.bet ?? t(`figures.bets.${preset}.ask`);
  return (
    <LabShell
      labId="figure-explorer"
      title={t("titles.figure-explorer")}
      badge={t("figures.badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => setState({ ...startStates[preset], bet })}
      presets={
        standalone ? (
          <Segmented
            label={t("figures.presetGroup")}
            choices={presetIds.map((id) => ({ value: id, label: t(`figures.presets.${id}`) }))}
            value={preset}
            onChange={(chosen) => setState(startStates[chosen])}
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
          answers={betAnswers.map((answer) => t(`figures.bets.${preset}.${answer}`))}
          noted={t("figures.betNoted")}
          bet={bet}
          onBet={(value) => setState({ ...state, bet: value })}
        />
      }
      seen={<ExplorerSeen state={state} after={props.seenText} />}
    >
      <div className="bench">
        <Controls state={state} onState={setState} />
        <div className="explorer-work">
          <PaperPanel state={state} />
          {preset === "figure-1-3" ? <Finder state={state} onState={setState} /> : null}
          {state.series === "mean-of-27" ? <MeanQuestion state={state} onState={setState} /> : null}
          {preset === "emergence" ? <WordPanel state={state} onState={setState} /> : null}
          <OursPanel state={state} />
        </div>
      </div>
    </LabShell>
  );
}

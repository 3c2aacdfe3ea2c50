"use client";
import { useMemo, useState } from "react";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { BetRow } from "../frame/bet-row.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { TypedBet } from "../frame/typed-bet.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { OutcomeList, useOutcomeRows } from "./outcome-list.tsx";
import { PairSeen } from "./pair-seen.tsx";
import { PairTray } from "./pair-tray.tsx";
import { RateCurve } from "./rate-curve.tsx";
import {
  drawnOutcomes,
  expectedRate,
  isMixture,
  missionEnds,
  publishState,
  readLink,
  startState,
  writeLink,
  type Outcome,
  type PairState,
} from "./state.ts";
import "../labs.css";
import "./autoregressive.css";

/** Two writers, half a name each: blind to each other, one after the other, by drawing or greedily. */
export function AutoregressiveLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.autoregressive");
  const title = useTranslations("labs.titles")("autoregressive-or-not");
  const [state, setState] = useState<PairState>(startState);
  const drawn = useMemo(() => drawnOutcomes(state), [state]);
  const missions = props.missions ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(`missions.${id}`) }));
  const done = useMissions(missions, publishState(state, drawn), props.onMission);
  const fragment = writeLink(state);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState(({ bet }) => ({ ...readLink(hash), bet })),
  });
  const setBet = (bet: number) => setState((before) => ({ ...before, bet }));
  useStoredBet("autoregressive-or-not", state.bet, setBet);
  return (
    <LabShell
      labId="autoregressive-or-not"
      title={title}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => setState(({ bet }) => ({ ...startState, bet }))}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow mission={id} state={state} drawn={drawn} />}
      bet={
        <BetRow ask={props.bet ?? t("bet")} noted={state.bet === null ? null : t("betNoted")}>
          <TypedBet min={0} max={100} label={t("betLabel")} unit={t("betUnit")} value={state.bet} onChange={setBet} />
        </BetRow>
      }
      seen={<PairSeen state={state} drawn={drawn} after={props.seenText} />}
    >
      <Experiment state={state} drawn={drawn} onChange={setState} />
    </LabShell>
  );
}

type ExperimentProps = {
  state: PairState;
  drawn: readonly Outcome[];
  onChange: (next: (before: PairState) => PairState) => void;
};

function Experiment({ state, drawn, onChange }: ExperimentProps) {
  const t = useTranslations("labs.autoregressive.table");
  const summary = useTranslations("labs.frame")("table");
  const rows = useOutcomeRows(state, drawn);
  return (
    <>
      <div className="bench">
        <PairTray state={state} onChange={onChange} />
        <div className="duo">
          <OutcomeList state={state} drawn={drawn} />
          <RateCurve state={state} drawn={drawn} />
        </div>
      </div>
      <DataTable summary={summary} header={[t("output"), t("probability"), t("expected"), t("drawn")]} rows={rows} />
    </>
  );
}

type MissionNowProps = { mission: string; state: PairState; drawn: readonly Outcome[] };

/** How far a mission is. */
function MissionNow({ mission, state, drawn }: MissionNowProps) {
  const t = useTranslations("labs.autoregressive.now");
  if (mission === "greedy-both")
    return t("greedy", { ways: state.written.filter((mode) => mode !== "between").length });
  if (mission === "worst-share" && drawn.length === 0) return t("formula", { rate: percent(expectedRate(state)) });
  if (drawn.length === 0) return t("none");
  const rate = percent(drawn.filter(isMixture).length / drawn.length);
  return t("draws", { draws: drawn.length, rate });
}

"use client";
import { useState } from "react";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { BetRow, NumberBet } from "../frame/bet-row.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { presetIds, presetOf, type LabelAmount, type PresetId, type SettingId } from "./decks.ts";
import { LabelAmounts } from "./label-amounts.tsx";
import { SortBoard } from "./sort-board.tsx";
import { SortSeen } from "./sort-seen.tsx";
import { missionEnds, place, publishState, readLink, score, startState, writeLink, type SortState } from "./state.ts";
import { ViewDesk } from "./view-desk.tsx";
import "../labs.css";
import "./sort-columns.css";

/** Eight statements and three columns; then the four settings' labels, or an opinion said as one. */
export function SortColumnsLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.sortColumns");
  const titles = useTranslations("labs.titles");
  const [state, setState] = useState(() => startState(presetOf(props.preset)));
  const [bet, setBet] = useState<number | null>(null);
  const { preset } = state;
  const missions = useMissionTexts(preset, props.missions);
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({ isActive: standalone, fragment, onRead: (hash) => setState(readLink(hash)) });
  useStoredBet(`sort-columns.${preset}`, bet, setBet);
  const ask = props.bet ?? t(`bets.${preset}`);
  const change = (next: PresetId) => {
    setState(startState(next));
    setBet(null);
  };
  return (
    <LabShell
      labId="sort-columns"
      title={titles("sort-columns")}
      badge={t(`badges.${preset}`)}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => setState(startState(preset))}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow id={id} state={state} />}
      presets={standalone ? <Presets preset={preset} onChange={change} /> : undefined}
      bet={
        <BetRow ask={ask} noted={bet === null ? null : t("betNoted")}>
          <NumberBet label={ask} from={0} to={8} value={bet} onChange={setBet} />
        </BetRow>
      }
      seen={<SortSeen state={state} bet={bet} after={props.seenText} />}
    >
      <SortBoard state={state} onPlace={(card, column) => setState((before) => place(before, card, column))} />
      {preset === "fact-or-view" ? (
        <ViewDesk
          state={state}
          locale={locale}
          onNote={(note) => setState((before) => ({ ...before, notes: [...before.notes, note] }))}
        />
      ) : (
        <LabelAmounts labels={state.labels} onChoose={(...chosen) => setState((before) => choose(before, ...chosen))} />
      )}
    </LabShell>
  );
}

function choose(state: SortState, setting: SettingId, amount: LabelAmount | undefined): SortState {
  const { [setting]: _, ...others } = state.labels;
  return { ...state, labels: amount === undefined ? others : { ...others, [setting]: amount } };
}

function useMissionTexts(preset: PresetId, given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.sortColumns.missions");
  return given ?? missionEnds[preset].map(({ id, end }) => ({ id, end, text: t(id as "eight-in-place") }));
}

function Presets({ preset, onChange }: { preset: PresetId; onChange: (preset: PresetId) => void }) {
  const t = useTranslations("labs.sortColumns");
  return (
    <Segmented
      label={t("presetGroup")}
      choices={presetIds.map((id) => ({ value: id, label: t(`presets.${id}`) }))}
      value={preset}
      onChange={onChange}
    />
  );
}

/** How far a mission is. Right or wrong is told only once all are placed. */
function MissionNow({ id, state }: { id: string; state: SortState }) {
  const t = useTranslations("labs.sortColumns.now");
  const { placed, correct } = score(state);
  if (id === "eight-in-place") return placed < 8 ? t("placed", { placed }) : t("correct", { correct });
  if (id === "labels-for-four") return t("labels", { count: Object.keys(state.labels).length });
  return null;
}

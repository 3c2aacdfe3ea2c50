"use client";
import { useState } from "react";
import { DataTable } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { EnergyColumns } from "./energy-columns.tsx";
import { EnergySeen } from "./energy-seen.tsx";
import { EnergyTray } from "./energy-tray.tsx";
import {
  change,
  levelPages,
  missionEnds,
  publishState,
  readLink,
  startState,
  writeLink,
  type EnergyState,
} from "./state.ts";
import { UnitTrap } from "./unit-trap.tsx";
import { amountText, lampTime, numberText, shareText } from "./words.ts";
import "../labs.css";
import "./energy.css";

const betOptions = ["a", "b", "c"] as const;

/** What a page takes in three units, how many pages match training, and which sentence confuses power and energy. */
export function EnergyLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.energy");
  const titles = useTranslations("labs.titles");
  const [state, setState] = useState<EnergyState>(startState);
  const [bet, setBet] = useState<number | null>(null);
  const missions = useMissionTexts(props.missions);
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({ isActive: standalone, fragment, onRead: (hash) => setState(readLink(hash)) });
  useStoredBet("energy", bet, setBet);
  const update = (patch: Partial<EnergyState>) => setState((before) => change(before, patch));
  const ask = props.bet ?? t("bet");
  const answers = betOptions.map((option) => t(`betOptions.${option}`));
  return (
    <LabShell
      labId="energy"
      title={titles("energy")}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => setState(startState)}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow id={id} state={state} />}
      bet={<ChoiceBet ask={ask} label={ask} answers={answers} noted={t("betNoted")} bet={bet} onBet={setBet} />}
      seen={<EnergySeen state={state} bet={bet === null ? null : (answers[bet] ?? null)} after={props.seenText} />}
    >
      <div className="bench">
        <EnergyTray state={state} onChange={update} />
        <div className="energy-figure">
          <EnergyColumns state={state} />
        </div>
      </div>
      <UnitTrap marked={state.marked} onMark={(marked) => update({ marked })} />
      <EnergyTable state={state} />
    </LabShell>
  );
}

function useMissionTexts(given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.energy.missions");
  return given ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(id as "amortise") }));
}

/** The numbers behind the figure: round numbers of pages, the ones on show, and the level point. */
function EnergyTable({ state }: { state: EnergyState }) {
  const t = useTranslations("labs.energy");
  const locale = useLocale();
  const summary = useTranslations("labs.frame")("table");
  const level = levelPages(state);
  const rows = [1, 100, 1e6, state.pages, ...(level === null ? [] : [level])];
  const pages = [...new Set(rows)].sort((a, b) => a - b);
  return (
    <DataTable
      summary={summary}
      header={[t("table.pages"), t("table.energy"), t("table.lamp"), t("table.share")]}
      rows={pages.map((n) => {
        const lamp = lampTime(n);
        return [
          numberText(n, locale),
          amountText(n, state.unit, locale),
          t(`duration.${lamp.unit}`, { n: numberText(lamp.value, locale) }),
          shareText({ pages: n, trainingMWh: state.trainingMWh }) ?? "–",
        ];
      })}
    />
  );
}

function MissionNow({ id, state }: { id: string; state: EnergyState }) {
  const t = useTranslations("labs.energy.now");
  const locale = useLocale();
  if (id === "one-page") {
    return t("pages", { pages: numberText(state.pages, locale), amount: amountText(state.pages, state.unit, locale) });
  }
  if (id !== "amortise") return null;
  const share = shareText(state);
  return share === null ? t("noTraining") : t("share", { share });
}

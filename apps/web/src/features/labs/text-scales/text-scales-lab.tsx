"use client";
import { useState } from "react";
import { hanCapacity } from "@fewshot/ml-core";
import { DataTable } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { count } from "../format.ts";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { BoxPanel } from "./box-panel.tsx";
import { ScalesSeen } from "./scales-seen.tsx";
import {
  betOptions,
  bytesPerToken,
  capacities,
  encodings,
  missionEnds,
  publishState,
  readLink,
  startState,
  writeLink,
  type ScalesState,
} from "./state.ts";
import { TextPanel } from "./text-panel.tsx";
import { ratioText, TokenPanel } from "./token-panel.tsx";
import "../labs.css";
import "./text-scales.css";

/** Bytes, Chinese characters and tokens: three measures of text, and what one tells of another. */
export function TextScalesLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.textScales");
  const title = useTranslations("labs.titles")("text-scales");
  const [state, setState] = useState<ScalesState>(startState);
  const change = (patch: Partial<ScalesState>) => setState((before) => ({ ...before, ...patch }));
  const missions = props.missions ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(`missions.${id}`) }));
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({ isActive: standalone, fragment, onRead: (hash) => change(readLink(hash)) });
  useStoredBet("text-scales", state.bet, (bet) => change({ bet }));
  const ask = props.bet ?? t("bet");
  return (
    <LabShell
      labId="text-scales"
      title={title}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => setState(({ bet }) => ({ ...startState, bet }))}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow mission={id} state={state} />}
      bet={
        <ChoiceBet
          ask={ask}
          label={ask}
          answers={betOptions.map((option) => t(`betOptions.${option}`))}
          noted={t("betNoted")}
          bet={state.bet}
          onBet={(bet) => change({ bet })}
        />
      }
      seen={<ScalesSeen state={state} after={props.seenText} />}
    >
      <div className="scales">
        <TextPanel text={state.text} onText={(text) => change({ text })} />
        <BoxPanel state={state} onChange={change} />
        <TokenPanel state={state} onChange={change} />
        <CapacityTable />
      </div>
    </LabShell>
  );
}

function CapacityTable() {
  const t = useTranslations("labs.textScales");
  const locale = useLocale();
  const rows = Object.entries(capacities).map(([name, bytes]) => [
    name,
    count(bytes, locale),
    ...encodings.map((encoding) => count(hanCapacity(bytes, encoding), locale)),
  ]);
  const header = [t("table.capacity"), t("table.bytes"), ...encodings.map((encoding) => t(`encodings.${encoding}`))];
  return <DataTable summary={t("table.summary")} header={header} rows={rows} />;
}

/** How far a mission is. */
function MissionNow({ mission, state }: { mission: string; state: ScalesState }) {
  const t = useTranslations("labs.textScales");
  const locale = useLocale();
  if (mission === "smell") return t("now.ratio", { n: ratioText(bytesPerToken(state)) });
  if (mission !== state.encoding) return null;
  return t("now.box", { encoding: t(`encodings.${mission}`), characters: count(state.characters, locale) });
}

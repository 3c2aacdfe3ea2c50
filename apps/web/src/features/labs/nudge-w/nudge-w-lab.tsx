"use client";
import { useState } from "react";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import { lossOf, slopesAt } from "../gradient-descent/problem.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { CloseUpPanel, digitsOf } from "./close-up-panel.tsx";
import { nudgedIds, readNudge } from "./nudge.ts";
import { NudgeResults } from "./nudge-results.tsx";
import { NudgeSeen } from "./nudge-seen.tsx";
import { NudgeTray } from "./nudge-tray.tsx";
import {
  betOptions,
  hasSeen,
  missionEnds,
  moveTo,
  nudge,
  publishState,
  readLink,
  startState,
  writeLink,
  type NudgeState,
} from "./state.ts";
import { ValleyPanel } from "./valley-panel.tsx";
import "../labs.css";
import "./nudge.css";

/** What a slope is: nudge one number, see how much the loss changes. Then the other number, then both. */
export function NudgeWLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.nudge");
  const titles = useTranslations("labs.titles");
  const [state, setState] = useState(startState);
  const [bet, setBet] = useState<number | null>(null);
  const missions = useMissionTexts(props.missions);
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({ isActive: standalone, fragment, onRead: (hash) => setState(readLink(hash)) });
  useStoredBet("nudge-w", bet, setBet);
  const ask = props.bet ?? t("ask");
  const answers = betOptions.map((option) => t(`betOptions.${option}`));
  const shell = { locale, standalone, fragment, missions, done, title: titles("nudge-w"), badge: t("badge") };
  return (
    <LabShell
      {...shell}
      labId="nudge-w"
      onReset={() => setState(startState)}
      missionNow={(id) => <MissionNow id={id} state={state} />}
      bet={<ChoiceBet ask={ask} label={ask} answers={answers} noted={t("betNoted")} bet={bet} onBet={setBet} />}
      seen={<NudgeSeen state={state} bet={bet} after={props.seenText} />}
    >
      <div className="bench">
        <NudgeTray
          state={state}
          onMove={(place) => setState((before) => moveTo(before, place))}
          onSize={(size) => setState((before) => ({ ...before, size }))}
          onNudge={(nudged) => setState((before) => nudge(before, nudged))}
        />
        <div>
          <div className="nudge-duo">
            <ValleyPanel w={state.w} b={state.b} />
            <CloseUpPanel place={state} size={state.size} nudged={state.nudged} />
          </div>
          <NudgeResults state={state} />
        </div>
      </div>
      <ValleyTable b={state.b} />
    </LabShell>
  );
}

function useMissionTexts(given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.nudge.missions");
  return given ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(id) }));
}

/** How far a mission is: the number that its end state asks for, as it stands. */
function MissionNow({ id, state }: { id: string; state: NudgeState }) {
  const t = useTranslations("labs.nudge.now");
  const { w, b, size, nudged } = state;
  if (id === "thousandth") {
    if (nudged === null) return null;
    return t("change", { change: decimal(readNudge({ w, b }, nudged, size).change, digitsOf(size)) });
  }
  if (id === "turning-point") return t("slope", { slope: decimal(slopesAt({ w, b }).dw, 3) });
  const atStart = { ...state, w: 0, b: 0 };
  return t("made", { count: nudgedIds.filter((what) => hasSeen(atStart, what)).length });
}

/** The valley in numbers: loss and slope of w, from one end of the slider to the other. */
function ValleyTable({ b }: { b: number }) {
  const t = useTranslations("labs.nudge.table");
  const rows = [-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4].map((w) => [
    decimal(w, 1),
    decimal(lossOf(w, b), 6),
    decimal(slopesAt({ w, b }).dw, 6),
  ]);
  return <DataTable summary={t("caption", { b: decimal(b, 1) })} header={["w", t("loss"), "dw"]} rows={rows} />;
}

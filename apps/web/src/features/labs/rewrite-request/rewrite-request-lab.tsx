"use client";
import { useState } from "react";
import { useLocale, useTranslations } from "next-intl";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { Judging } from "./judging.tsx";
import { Marking } from "./marking.tsx";
import {
  giveScore,
  isWritten,
  lengthOf,
  missionEnds,
  publishState,
  readLink,
  startState,
  sumOf,
  tableOf,
  toggleMark,
  writeLink,
  type RewriteState,
} from "./state.ts";
import { Writing } from "./writing.tsx";
import "../labs.css";
import "./rewrite-request.css";

const betOptions = ["yes", "no"] as const;

/** A vague request: find its gaps, write it so that it can be done, and judge two versions by a rubric. */
export function RewriteRequestLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.rewriteRequest");
  const titles = useTranslations("labs.titles");
  const [state, setState] = useState<RewriteState>(startState);
  const [bet, setBet] = useState<number | null>(null);
  const missions = useMissionTexts(props.missions);
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({ isActive: standalone, fragment, onRead: (hash) => setState(readLink(hash)) });
  useStoredBet("rewrite-request", bet, setBet);
  const ask = props.bet ?? t("bet");
  const answers = betOptions.map((option) => t(`betOptions.${option}`));
  return (
    <LabShell
      labId="rewrite-request"
      title={titles("rewrite-request")}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => setState(startState)}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow id={id} state={state} />}
      bet={<ChoiceBet ask={ask} label={ask} answers={answers} noted={t("betNoted")} bet={bet} onBet={setBet} />}
      seen={<Seen state={state} bet={bet === null ? null : (answers[bet] ?? null)} after={props.seenText} />}
    >
      <Marking marked={state.marked} onToggle={(point) => setState((before) => toggleMark(before, point))} />
      <Writing
        draft={state.draft}
        locale={locale}
        onChange={(patch) => setState((before) => ({ ...before, draft: { ...before.draft, ...patch } }))}
      />
      <Judging state={state} onScore={(...given) => setState((before) => giveScore(before, ...given))} />
    </LabShell>
  );
}

function useMissionTexts(given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.rewriteRequest.missions");
  return given ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(id as "own-version") }));
}

/** How far a mission is. */
function MissionNow({ id, state }: { id: string; state: RewriteState }) {
  const t = useTranslations("labs.rewriteRequest.now");
  if (id === "open-points") return t("open", { count: state.marked.length });
  if (id === "own-version") {
    const { columns, rows } = tableOf(state.draft);
    return t("own", { columns: columns.length, rows: rows.length });
  }
  const { own, given } = state.scores;
  return t("rubric", { count: [...own, ...given].filter((score) => score !== null).length });
}

/** The gaps found, the version written, the points given; each sentence once there is something to say. */
function Seen({ state, bet, after }: { state: RewriteState; bet: string | null; after?: string | undefined }) {
  const t = useTranslations("labs.rewriteRequest.seen");
  const locale = useLocale();
  const { draft, marked, scores } = state;
  const { columns, rows } = tableOf(draft);
  const counts = { length: lengthOf(draft, locale), columns: columns.length, rows: rows.length };
  const isScored = [...scores.own, ...scores.given].every((score) => score !== null);
  const own = isWritten(draft) ? t.rich("own", { ...rich, ...counts }) : null;
  const scored = isScored ? t.rich("scored", { ...rich, own: sumOf(scores.own), given: sumOf(scores.given) }) : null;
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          t.rich("marked", { ...rich, count: marked.length }),
          own,
          scored,
          bet === null || own === null ? null : t("bet", { bet }),
          isScored ? after : null,
        ]}
      />
    </SeenLine>
  );
}

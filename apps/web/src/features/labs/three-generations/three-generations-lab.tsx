"use client";
import { useState } from "react";
import { generations } from "@fewshot/ml-core";
import { DataTable, Segmented } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { factorWords, paperWords, popularWords, ratioWords, sourceWords } from "./cell-words.ts";
import { GenerationTable } from "./generation-table.tsx";
import { GenerationsSeen } from "./generations-seen.tsx";
import { GrowthRuler } from "./growth-ruler.tsx";
import {
  betOptions,
  growingRows,
  missionEnds,
  publishState,
  readingOf,
  readLink,
  rows,
  sortBy,
  startState,
  toggleFlag,
  writeLink,
  type GenerationsState,
  type GrowingRow,
} from "./state.ts";
import "../labs.css";
import "./three-generations.css";

/** A table that goes round, held against the papers; and a ruler for what lies 1,500 times apart. */
export function ThreeGenerationsLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.generations");
  const title = useTranslations("labs.titles")("three-generations");
  const [state, setState] = useState<GenerationsState>(startState);
  const change = (patch: Partial<GenerationsState>) => setState((before) => ({ ...before, ...patch }));
  const missions = props.missions ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(`missions.${id}`) }));
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({ isActive: standalone, fragment, onRead: (hash) => change(readLink(hash)) });
  useStoredBet("three-generations", state.bet, (bet) => change({ bet }));
  const ask = props.bet ?? t("bet");
  return (
    <LabShell
      labId="three-generations"
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
      seen={<GenerationsSeen state={state} after={props.seenText} />}
    >
      <div className="generations-parts">
        <GenerationTable
          state={state}
          onPapers={(papers) => change({ papers })}
          onFlag={(cell) => setState((before) => toggleFlag(before, cell))}
          onSort={(row) => setState((before) => sortBy(before, row))}
        />
        <DoubledQuestion answer={state.answer} onAnswer={(answer) => change({ answer })} />
        <GrowthRuler state={state} onChange={change} />
        <SourceTable />
      </div>
    </LabShell>
  );
}

/** Points to a row; each answers with its own factors. */
function DoubledQuestion({ answer, onAnswer }: { answer: GrowingRow | null; onAnswer: (row: GrowingRow) => void }) {
  const t = useTranslations("labs.generations");
  const locale = useLocale();
  const words = answer === null ? null : { row: t(`rows.${answer}`), factors: factorWords(answer, locale) };
  return (
    <div>
      <div className="fig-h">
        <div>{t("doubled.ask")}</div>
      </div>
      <div className="tray-buttons">
        <Segmented
          label={t("doubled.ask")}
          choices={growingRows.map((value) => ({ value, label: t(`rows.${value}`) }))}
          value={answer}
          onChange={onAnswer}
        />
        <span className="num small" aria-live="polite">
          {words === null ? null : t("doubled.answer", words)}
        </span>
      </div>
    </div>
  );
}

function SourceTable() {
  const t = useTranslations("labs.generations");
  const locale = useLocale();
  const lines = rows.flatMap((row) =>
    generations.map((model) => [
      t(`rows.${row}`),
      model.name,
      popularWords(t, locale, { model, row }),
      paperWords(t, locale, { model, row }),
      sourceWords(t, model.id, row),
    ]),
  );
  const header = [t("data.row"), t("data.model"), t("data.popular"), t("data.paper"), t("data.source")];
  return <DataTable summary={t("data.summary")} header={header} rows={lines} />;
}

/** How far a mission is. */
function MissionNow({ mission, state }: { mission: string; state: GenerationsState }) {
  const t = useTranslations("labs.generations");
  const locale = useLocale();
  switch (mission) {
    case "flag-three":
      return t("now.flags", { flags: state.flags.length });
    case "read-growth":
      return t("now.reading", { ratio: ratioWords(readingOf(state), locale) });
    case "doubled-twice":
      return t("now.sorted", { row: t(`rows.${state.sortedBy}`) });
    default:
      return null;
  }
}

"use client";
import { useMemo, useState } from "react";
import { DataTable, ErrorNote } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { BetRow } from "../frame/bet-row.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { TypedBet } from "../frame/typed-bet.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useLoaded } from "../frame/use-loaded.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { createReader, type Reading } from "./reading.ts";
import {
  betText,
  extremesOf,
  missionEnds,
  publishState,
  readLink,
  sides,
  startState,
  write,
  writeLink,
  type TokenizerState,
} from "./state.ts";
import { PanelReading, TextPanel } from "./text-panel.tsx";
import { TokenizerSeen } from "./tokenizer-seen.tsx";
import { loadVocabularies } from "./vocabularies.ts";
import "../labs.css";
import "./tokenizer.css";

/** Two texts, each cut by GPT-2's vocabulary and by that of our model. */
export function TokenizerLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.tokenizer");
  const title = useTranslations("labs.titles")("tokenizer");
  const [state, setState] = useState<TokenizerState>(startState);
  const loaded = useLoaded(loadVocabularies);
  const vocabularies = loaded.status === "ready" ? loaded.value : null;
  const read = useMemo(() => (vocabularies === null ? null : createReader(vocabularies)), [vocabularies]);
  const written = read === null ? [] : state.written.map(read);
  const shown = read === null ? [] : sides.map((side) => read(state.texts[side]));
  const missions = props.missions ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(`missions.${id}`) }));
  const done = useMissions(missions, publishState(written), props.onMission);
  const fragment = writeLink(state);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState(({ bet }) => ({ ...readLink(hash), bet })),
  });
  const setBet = (bet: number) => setState((before) => ({ ...before, bet }));
  useStoredBet("tokenizer", state.bet, setBet);
  return (
    <LabShell
      labId="tokenizer"
      title={title}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => setState(({ bet }) => ({ ...startState, bet }))}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow mission={id} written={written} />}
      bet={
        <BetRow ask={props.bet ?? t("bet")} noted={state.bet === null ? null : t("betNoted", { text: betText })}>
          <TypedBet min={1} max={100} label={t("betLabel")} unit={t("betUnit")} value={state.bet} onChange={setBet} />
        </BetRow>
      }
      seen={
        <TokenizerSeen
          shown={shown}
          betReading={written.find(({ text }) => text === betText)}
          bet={state.bet}
          after={props.seenText}
        />
      }
    >
      {loaded.status === "failed" ? (
        <ErrorNote
          title={t("failed.title")}
          action={
            <button className="btn sm" type="button" onClick={loaded.retry}>
              {t("failed.retry")}
            </button>
          }
        >
          {t("failed.body")}
        </ErrorNote>
      ) : null}
      <div className="token-panels">
        {sides.map((side, at) => {
          const reading = shown[at];
          return (
            <TextPanel
              key={side}
              side={side}
              text={state.texts[side]}
              onText={(text) => setState((before) => write(before, side, text))}
            >
              {reading === undefined || vocabularies === null ? (
                <p className="small dim token-strip">{loaded.status === "loading" ? t("loading") : null}</p>
              ) : (
                <PanelReading reading={reading} vocabularies={vocabularies} />
              )}
            </TextPanel>
          );
        })}
      </div>
      <ReadingTable readings={[...new Set([...shown, ...written.toReversed()])]} />
    </LabShell>
  );
}

/** Every text of this visit, with all its counts and GPT-2's ids. */
function ReadingTable({ readings }: { readings: readonly Reading[] }) {
  const t = useTranslations("labs.tokenizer.table");
  const summary = useTranslations("labs.frame")("table");
  const header = [t("text"), t("characters"), t("bytes"), t("words"), t("gpt2"), t("ours"), t("ids")];
  const rows = readings.map(({ text, characters, bytes, words, gpt2, ours }) => [
    <span key="text" className="token-raw">
      {text.replaceAll(" ", "␣")}
    </span>,
    characters,
    bytes,
    words,
    gpt2.length,
    ours.length,
    gpt2.join(" "),
  ]);
  return <DataTable summary={summary} header={header} rows={rows} />;
}

/** How far a mission is, by the texts that were written. */
function MissionNow({ mission, written }: { mission: string; written: readonly Reading[] }) {
  const t = useTranslations("labs.tokenizer.now");
  const last = written.at(-1);
  if (mission === "cheap-and-dear") {
    const { cheapest, dearest } = extremesOf(written);
    return t("extremes", { cheapest: cheapest ?? "–", dearest: dearest ?? "–" });
  }
  if (last === undefined) return t("none");
  if (mission === "two-hellos") return t("ids", { ids: last.gpt2.slice(0, 3).join(" ") || "–" });
  return t("counts", { gpt2: last.gpt2.length, ours: last.ours.length });
}

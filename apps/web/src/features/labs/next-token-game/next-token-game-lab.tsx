"use client";
import { useReducer } from "react";
import { EmptyState, Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { LabState, Locale } from "@fewshot/quiz";
import { decimal } from "../format.ts";
import { BetRow } from "../frame/bet-row.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { TypedBet } from "../frame/typed-bet.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { BettingTable, langOf } from "./betting-table.tsx";
import { GameSeen } from "./game-seen.tsx";
import { Reveal } from "./reveal.tsx";
import { rounds } from "./rounds.ts";
import { ScoreBoard } from "./score-board.tsx";
import {
  capBits,
  currentRound,
  missionEnds,
  nextSeed,
  publishState,
  readLink,
  reduce,
  startState,
  writeLink,
  type GameAction,
  type GameState,
} from "./state.ts";
import { useModelPlayer, type ModelPlayer } from "./use-model-player.ts";
import "../labs.css";
import "./game.css";

/** A hundred chips on the next word of sentences that no model here has read, marked as training marks a model. */
export function NextTokenGameLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.nextTokenGame");
  const title = useTranslations("labs.titles")("next-token-game");
  const [state, act] = useReducer(reduce, locale, (language) => startState(language));
  const player = useModelPlayer(state);
  const published = publishState(state, player.shares);
  const missions = props.missions ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(`missions.${id}`) }));
  const done = useMissions(missions, published, props.onMission);
  const fragment = writeLink(state, locale);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => act({ type: "start", language: locale, seed: 1, ...readLink(hash) }),
  });
  const setBet = (bet: number) => act({ type: "bet", bet });
  useStoredBet("next-token-game", state.bet, setBet);
  return (
    <LabShell
      labId="next-token-game"
      title={title}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => act({ type: "start", language: locale, seed: 1 })}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow mission={id} published={published} />}
      bet={
        <BetRow ask={props.bet ?? t("bet")} noted={state.bet === null ? null : t("betNoted")}>
          <TypedBet
            label={t("betLabel")}
            unit={t("betUnit")}
            min={0}
            max={capBits}
            value={state.bet}
            onChange={setBet}
          />
        </BetRow>
      }
      seen={<GameSeen state={state} modelShares={player.shares} locale={locale} after={props.seenText} />}
    >
      <Experiment state={state} player={player} locale={locale} onAction={act} />
    </LabShell>
  );
}

type ExperimentProps = {
  state: GameState;
  player: ModelPlayer;
  locale: Locale;
  onAction: (action: GameAction) => void;
};

function Experiment({ state, player, locale, onAction }: ExperimentProps) {
  const t = useTranslations("labs.nextTokenGame");
  return (
    <>
      <div className="game-head">
        <Segmented
          label={t("language")}
          choices={(["zh", "en"] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          value={state.language}
          onChange={(language) => onAction({ type: "start", language, seed: state.seed })}
        />
        <span className="cap">{t("rules", { cap: capBits })}</span>
      </div>
      <RoundOnShow state={state} player={player} onAction={onAction} />
      <ScoreBoard state={state} player={player} locale={locale} onAction={onAction} />
    </>
  );
}

type RoundProps = Omit<ExperimentProps, "locale">;

/** The sentence with its gap and the chips; once settled, what came; at the end, another game. */
function RoundOnShow({ state, player, onAction }: RoundProps) {
  const t = useTranslations("labs.nextTokenGame");
  const current = currentRound(state);
  const again = () => onAction({ type: "start", language: state.language, seed: nextSeed(state.seed) });
  const isLast = state.played.length === rounds[state.language].length;
  const newGame = (
    <button className="btn" type="button" onClick={again}>
      {t("again")}
    </button>
  );
  if (current === null) return <EmptyState title={t("over")} action={newGame} />;
  const { round } = current;
  const number = state.played.length + (state.isRevealed ? 0 : 1);
  return (
    <>
      <p className="small dim num">{t("round", { n: number, total: rounds[state.language].length })}</p>
      <p className="game-sentence" lang={langOf(state)}>
        {round.context}
        {state.language === "en" ? " " : null}
        <span className={state.isRevealed ? "tok drawn" : "tok blank"} aria-live="polite">
          {state.isRevealed ? round.options[round.truth] : "?"}
        </span>
      </p>
      {state.isRevealed ? (
        <>
          <Reveal state={state} round={round} modelShares={player.shares} />
          <p className="game-settle">
            <button className="btn primary" type="button" onClick={() => onAction({ type: "next" })}>
              {isLast ? t("finish") : t("next")}
            </button>
          </p>
        </>
      ) : (
        <BettingTable state={state} round={round} onAction={onAction} />
      )}
    </>
  );
}

/** How far a mission is. */
function MissionNow({ mission, published }: { mission: string; published: LabState }) {
  const t = useTranslations("labs.nextTokenGame.now");
  const { values, seen } = published;
  if (mission === "all-in") return t("allIn", { n: seen.filter(({ chips }) => chips === "all-on-one").length });
  if (mission === "ten-rounds") return t("rounds", { n: Number(values["rounds"]) });
  const [you, unigram] = [values["meanBits"], values["meanBits(unigram)"]].map(Number);
  if (values["meanBits"] === undefined) return null;
  return t("bits", { you: decimal(you ?? 0, 2), unigram: decimal(unigram ?? 0, 2) });
}

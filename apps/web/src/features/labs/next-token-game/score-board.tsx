"use client";
import { useId } from "react";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { decimal } from "../format.ts";
import { ModelWork } from "../language-model/model-work.tsx";
import { rounds } from "./rounds.ts";
import {
  bitsOf,
  capBits,
  meanBits,
  shareKey,
  sharesOf,
  type GameAction,
  type GameState,
  type ModelShares,
  type Play,
  type Player,
} from "./state.ts";
import type { ModelPlayer } from "./use-model-player.ts";

const order: readonly Player[] = ["you", "even", "unigram", "trigram", "model", "class"];

export type BoardProps = {
  state: GameState;
  player: ModelPlayer;
  locale: Locale;
  onAction: (action: GameAction) => void;
};

/** Mean bits a round of everybody at the table: the shorter the bar, the better. */
export function ScoreBoard({ state, player, locale, onAction }: BoardProps) {
  const t = useTranslations("labs.nextTokenGame.board");
  return (
    <div className="game-board">
      <div className="fig-h">
        <div>{t("heading", { n: state.played.length })}</div>
        <span>{t("hint")}</span>
      </div>
      <Means state={state} modelShares={player.shares} />
      {player.isAsked ? (
        <ModelWork task={player.task} locale={locale} />
      ) : (
        <p className="tray-buttons game-ask">
          <button className="btn sm" type="button" onClick={player.ask}>
            {t("askModel")}
          </button>
          <span className="cap">{t("askNote")}</span>
        </p>
      )}
      <ClassField text={state.classText} onText={(text) => onAction({ type: "class", text })} />
      {state.played.length === 0 ? null : <RoundsTable state={state} modelShares={player.shares} />}
    </div>
  );
}

function Means({ state, modelShares }: { state: GameState; modelShares: ModelShares }) {
  const t = useTranslations("labs.nextTokenGame");
  const means = meanBits(state, modelShares);
  const shown = order.flatMap((player) => {
    const bits = means[player];
    return bits === undefined ? [] : [{ player, bits }];
  });
  if (shown.length === 0) return <p className="cap">{t("board.none")}</p>;
  const most = Math.max(...shown.map(({ bits }) => bits), 1);
  return (
    <ul className="game-means">
      {shown.map(({ player, bits }) => (
        <li key={player} data-you={player === "you" ? "" : undefined}>
          <span>{t(`players.${player}`)}</span>
          <span className="game-track" aria-hidden="true">
            <span style={{ width: `${((100 * bits) / most).toFixed(2)}%` }} />
          </span>
          <span className="num">{t("board.bits", { bits: decimal(bits, 2) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** The class plays by word of mouth: each one's mean, read out and typed here. It stays on this page. */
function ClassField({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTranslations("labs.nextTokenGame.board");
  const id = useId();
  return (
    <p className="game-class">
      <label className="small dim" htmlFor={id}>
        {t("class", { cap: capBits })}
      </label>
      <input
        id={id}
        className="field"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={400}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </p>
  );
}

function RoundsTable({ state, modelShares }: { state: GameState; modelShares: ModelShares }) {
  const t = useTranslations("labs.nextTokenGame");
  const summary = useTranslations("labs.frame")("table");
  const header = [
    t("reveal.sentence"),
    t("players.you"),
    t("players.unigram"),
    t("players.trigram"),
    t("players.model"),
  ];
  return (
    <DataTable summary={summary} header={header} rows={state.played.map((play) => rowOf(state, play, modelShares))} />
  );
}

function rowOf({ language }: GameState, play: Play, modelShares: ModelShares): string[] {
  const round = rounds[language][play.round];
  if (round === undefined) return [];
  const model = modelShares[shareKey(language, play.round)];
  const cost = (shares: readonly number[]) => decimal(bitsOf(round, shares), 2);
  return [
    `${round.context} [${round.options[round.truth] ?? ""}]`,
    cost(sharesOf(play)),
    cost(round.unigram),
    cost(round.trigram),
    model === undefined ? "–" : cost(model),
  ];
}

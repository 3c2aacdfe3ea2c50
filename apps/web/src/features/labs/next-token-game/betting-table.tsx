"use client";
import { Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Round } from "./rounds.ts";
import { chipCount, chipsLeft, chipStep, type GameAction, type GameState } from "./state.ts";

export type TableProps = { state: GameState; round: Round; onAction: (action: GameAction) => void };

/** A hundred chips on six words: one slider a word, and a button that puts the rest there. */
export function BettingTable({ state, round, onAction }: TableProps) {
  const t = useTranslations("labs.nextTokenGame.table");
  const left = chipsLeft(state.chips);
  return (
    <div className="game-table">
      <ul className="game-options">
        {round.options.map((option, index) => (
          <li key={option} lang={langOf(state)}>
            <Slider
              label={option}
              min={0}
              max={chipCount}
              step={chipStep}
              value={state.chips[index] ?? 0}
              display={t("chips", { n: state.chips[index] ?? 0 })}
              onChange={(chips) => onAction({ type: "put", option: index, chips })}
            />
            <button
              className="btn sm"
              type="button"
              aria-disabled={left === 0}
              aria-label={t("restLabel", { word: option, n: left })}
              onClick={() => onAction({ type: "restHere", option: index })}
            >
              {t("rest")}
            </button>
          </li>
        ))}
      </ul>
      <div className="tray-buttons game-settle">
        <button
          className={left === 0 ? "btn primary" : "btn"}
          type="button"
          aria-disabled={left !== 0}
          onClick={() => onAction({ type: "settle" })}
        >
          {t("settle")}
        </button>
        <button className="btn sm" type="button" onClick={() => onAction({ type: "clear" })}>
          {t("clear")}
        </button>
        <span className="small dim num" aria-live="polite">
          {t("left", { n: left })}
        </span>
      </div>
    </div>
  );
}

export function langOf({ language }: Pick<GameState, "language">): string {
  return language === "zh" ? "zh-Hans" : "en";
}

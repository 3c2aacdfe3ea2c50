"use client";
import { StateMark } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal, percent } from "../format.ts";
import { langOf } from "./betting-table.tsx";
import type { Round } from "./rounds.ts";
import { bitsOf, evenBits, sharesOf, shareKey, type GameState, type ModelShares, type Player } from "./state.ts";

export type RevealProps = { state: GameState; round: Round; modelShares: ModelShares };

/** What came, and what each player had left for it. */
export function Reveal({ state, round, modelShares }: RevealProps) {
  const t = useTranslations("labs.nextTokenGame");
  const columns = columnsOf(state, round, modelShares);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("reveal.heading")}>
      <table className="ruled small game-reveal">
        <thead>
          <tr>
            <th scope="col">{t("reveal.word")}</th>
            {columns.map(({ player }) => (
              <th key={player} scope="col" className="r">
                {t(`players.${player}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {round.options.map((option, index) => (
            <tr key={option} data-truth={index === round.truth ? "" : undefined}>
              <td>
                <span lang={langOf(state)}>{option}</span>{" "}
                {index === round.truth ? <StateMark state="right" label={t("reveal.came")} /> : null}
              </td>
              {columns.map(({ player, shares }) => (
                <td key={player} className="r num">
                  {percent(shares[index] ?? 0, 0)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td>{t("reveal.bits")}</td>
            {columns.map(({ player, shares }) => (
              <td key={player} className="r num">
                <b>{decimal(player === "even" ? evenBits : bitsOf(round, shares), 2)}</b>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function columnsOf(
  state: GameState,
  round: Round,
  modelShares: ModelShares,
): { player: Player; shares: readonly number[] }[] {
  const play = state.played.at(-1);
  if (play === undefined) return [];
  const model = modelShares[shareKey(state.language, play.round)];
  return [
    { player: "you", shares: sharesOf(play) },
    { player: "even", shares: round.options.map(() => 1 / round.options.length) },
    { player: "unigram", shares: round.unigram },
    { player: "trigram", shares: round.trigram },
    ...(model === undefined ? [] : [{ player: "model" as const, shares: model }]),
  ];
}

"use client";
import { useId } from "react";
import { useTranslations } from "next-intl";
import { BetRow, NumberBet, PercentBet } from "../frame/bet-row.tsx";
import { NumberField } from "../frame/number-field.tsx";
import { rich } from "../frame/rich.tsx";
import { presets, statedShares } from "./presets.ts";
import { topRow } from "./published.ts";
import type { NextTokenView } from "./use-next-token.ts";

/** The question before the experiment, and the bet on it. */
export function BetQuestion({ view, ask }: { view: NextTokenView; ask?: string | undefined }) {
  const t = useTranslations("labs.nextToken");
  const { state, session, preset } = view;
  const kind = presets[preset].bet;
  const question = ask ?? t(`bets.${kind}`);
  const onBet = (bet: number) => session.dispatch({ type: "bet", bet });
  const noted = state.bet === null ? t("betNone") : t.rich(`betNoted.${kind}`, { ...rich, bet: state.bet });
  return (
    <BetRow ask={question} noted={noted}>
      {kind === "percent" ? (
        <PercentBet label={t("betPercent")} unit={t("betUnit")} value={state.bet} onChange={onBet} />
      ) : kind === "vocabulary" ? (
        <CountBet label={question} value={state.bet} onChange={onBet} />
      ) : (
        <NumberBet
          label={question}
          from={kind === "kept" ? 1 : 0}
          to={kind === "kept" ? statedShares.length : 10}
          value={state.bet}
          onChange={onBet}
        />
      )}
    </BetRow>
  );
}

/** No vocabulary of ours or of GPT-2 is larger than this. */
const mostTokens = 99_999;

/** A bet on a count of tokens, typed. */
function CountBet({ label, value, onChange }: { label: string; value: number | null; onChange: (n: number) => void }) {
  const t = useTranslations("labs.nextToken");
  const id = useId();
  return (
    <span className="percent-bet">
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <NumberField
        id={id}
        className="field n"
        inputMode="numeric"
        min={1}
        max={mostTokens}
        step={1}
        value={value}
        isLegal={(typed) => Number.isInteger(typed) && typed >= 1 && typed <= mostTokens}
        onNumber={onChange}
      />
      <span>{t("betTokens")}</span>
    </span>
  );
}

/** The bet where the figures draw it: on a bar, on the list, on the histogram. */
export interface DrawnBets {
  /** On the bar of one token at the first position. */
  bar: { id: number; share: number } | null;
  /** Under the last row that the bet keeps. */
  kept: number | null;
  /** On one bin of the histogram. */
  bin: { id: number; count: number } | null;
}

/** Derives where the bet is drawn; nowhere if there is none. */
export function drawnBets(view: NextTokenView): DrawnBets {
  const { state, preset, distribution } = view;
  const { bet } = presets[preset];
  const none = { bar: null, kept: null, bin: null };
  if (state.bet === null || distribution === null || bet === "vocabulary") return none;
  if (bet === "kept") return { ...none, kept: state.bet };
  if (bet === "draws") {
    const top = topRow(distribution);
    return top !== undefined && state.samples === 10 ? { ...none, bin: { id: top.id, count: state.bet } } : none;
  }
  if (view.betTarget === null || state.focus !== 0) return none;
  const { id } = view.betTarget;
  const share = state.bet / 100;
  return { ...none, bar: { id, share }, bin: { id, count: share * state.samples } };
}

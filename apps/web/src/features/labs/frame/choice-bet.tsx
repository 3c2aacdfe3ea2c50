"use client";
import type { ReactNode } from "react";
import { Segmented } from "@fewshot/ui";
import { BetRow } from "./bet-row.tsx";

export type ChoiceBetProps = {
  ask: ReactNode;
  /** What the choice is called for a screen reader. */
  label: string;
  /** The answers, by position: the bet is the position. */
  answers: readonly string[];
  noted: string;
  bet: number | null;
  onBet: (bet: number) => void;
};

/** A bet on one of a few answers. */
export function ChoiceBet({ ask, label, answers, noted, bet, onBet }: ChoiceBetProps) {
  return (
    <BetRow ask={ask} noted={bet === null ? null : noted}>
      <Segmented
        label={label}
        choices={answers.map((answer, value) => ({ value, label: answer }))}
        value={bet}
        onChange={onBet}
      />
    </BetRow>
  );
}

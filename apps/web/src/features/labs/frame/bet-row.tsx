"use client";
import { useId, type ReactNode } from "react";
import { Segmented } from "@fewshot/ui";
import { NumberField } from "./number-field.tsx";

export type NumberBetProps = {
  label: string;
  from: number;
  to: number;
  value: number | null;
  onChange: (value: number) => void;
};

/** A bet on a small count: one square per number. */
export function NumberBet({ label, from, to, value, onChange }: NumberBetProps) {
  const choices = Array.from({ length: to - from + 1 }, (_, i) => ({ value: from + i, label: String(from + i) }));
  return <Segmented look="bet" label={label} choices={choices} value={value} onChange={onChange} />;
}

export type PercentBetProps = { label: string; unit: string; value: number | null; onChange: (value: number) => void };

/** A bet on a percentage, typed. What is no number from 0 to 100 is not taken. */
export function PercentBet({ label, unit, value, onChange }: PercentBetProps) {
  const id = useId();
  return (
    <span className="percent-bet">
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <NumberField
        id={id}
        className="field n"
        inputMode="decimal"
        min={0}
        max={100}
        step="any"
        value={value}
        isLegal={(typed) => typed >= 0 && typed <= 100}
        onNumber={onChange}
      />
      <span className="num">{unit}</span>
    </span>
  );
}

/** The question, the bet, and what was noted of it. */
export function BetRow({ ask, children, noted }: { ask: ReactNode; children: ReactNode; noted: ReactNode }) {
  return (
    <>
      <p className="ask">{ask}</p>
      <div className="bet">
        {children}
        <span className="small dim" aria-live="polite">
          {noted}
        </span>
      </div>
    </>
  );
}

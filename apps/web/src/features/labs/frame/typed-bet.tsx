"use client";
import { useId } from "react";
import { NumberField } from "./number-field.tsx";

export type TypedBetProps = {
  label: string;
  unit: string;
  min: number;
  max: number;
  value: number | null;
  onChange: (value: number) => void;
};

/** A bet on any number in a range, typed. What lies outside is not taken. */
export function TypedBet({ label, unit, min, max, value, onChange }: TypedBetProps) {
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
        min={min}
        max={max}
        step="any"
        value={value}
        isLegal={(typed) => typed >= min && typed <= max}
        onNumber={onChange}
      />
      <span>{unit}</span>
    </span>
  );
}

"use client";
import { useState, type InputHTMLAttributes } from "react";

type NumberFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange" | "type"> & {
  value: number | null;
  /** Called with each legal number typed; anything else stays in the field and changes nothing. */
  onNumber: (value: number) => void;
  isLegal: (value: number) => boolean;
};

/** A field for one number. It may be empty while one types; the last legal number counts. */
export function NumberField({ value, onNumber, isLegal, ...input }: NumberFieldProps) {
  const [typed, setTyped] = useState({ value, text: value === null ? "" : String(value) });
  // A value that came from elsewhere, a reset or a link, replaces what was typed.
  const text = typed.value === value ? typed.text : String(value ?? "");
  return (
    <input
      {...input}
      type="number"
      value={text}
      onChange={(event) => {
        const number = event.target.valueAsNumber;
        const next = isLegal(number) ? number : value;
        setTyped({ value: next, text: event.target.value });
        if (next !== null && next !== value) onNumber(next);
      }}
    />
  );
}

"use client";
import { useId, type InputHTMLAttributes } from "react";

type Props = InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string };

/** A labelled input; a hint is read out with it. */
export function Field({ label, hint, ...input }: Props) {
  const hintId = useId();
  return (
    <label>
      <span>{label}</span>
      <input className="field" aria-describedby={hint ? hintId : undefined} {...input} />
      {hint ? (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      ) : null}
    </label>
  );
}

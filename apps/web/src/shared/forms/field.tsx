"use client";

import { useId, type ReactNode } from "react";

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong with what was typed, in a sentence. */
  problem?: string | null | undefined;
  /** Gets what ties the control to its label, hint and problem. */
  children: (wiring: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}

/** A labelled control with its hint and, right under it, its problem. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const describedBy = [hint && hintId, problem && problemId].filter(Boolean).join(" ");
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(problem ? { "aria-invalid": true } : {}),
      })}
      {hint ? (
        <p className="small faint" id={hintId}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="small text-red" id={problemId} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

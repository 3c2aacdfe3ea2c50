"use client";
import type { InputHTMLAttributes } from "react";
import { Field } from "./field.tsx";

type TextFieldProps = InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string };

/** A labelled line of text; a hint is read out with it. */
export function TextField({ label, hint, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(wiring) => <input className="field" {...input} {...wiring} />}
    </Field>
  );
}

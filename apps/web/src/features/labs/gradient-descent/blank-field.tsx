"use client";
import { useId, useState } from "react";
import { StateMark } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { NumberField } from "../frame/number-field.tsx";
import { exerciseRate, verdictOf, type Blank } from "./exercise.ts";
import { ranges } from "./state.ts";

export type BlankFieldProps = { blank: Blank; typed: number | null; onType: (value: number) => void };

/** One blank of a sum. A right number is marked at once, a wrong one when the reader leaves the field or presses Enter. */
export function BlankField({ blank, typed, onType }: BlankFieldProps) {
  const t = useTranslations("labs.gradient.exercise");
  const hint = useId();
  const [isTyping, setTyping] = useState(false);
  const verdict = typed === null ? null : verdictOf(blank, typed);
  const shown = verdict === "right" || !isTyping ? verdict : null;
  const isWrong = shown !== null && shown !== "right";
  return (
    <>
      <span className="blank-field">
        <NumberField
          className="field n"
          inputMode="decimal"
          step="any"
          aria-label={t("blank", { name: blank.name, update: blank.update })}
          aria-invalid={isWrong}
          aria-describedby={hint}
          value={typed}
          isLegal={(value) => value >= ranges.answer.min && value <= ranges.answer.max}
          onNumber={onType}
          onInput={() => setTyping(true)}
          onBlur={() => setTyping(false)}
          onKeyDown={({ key }) => {
            if (key === "Enter") setTyping(false);
          }}
        />
        {shown === null ? null : (
          <StateMark state={isWrong ? "wrong" : "right"} label={t(isWrong ? "wrong" : "right")} />
        )}
      </span>
      <span className="blank-hint" id={hint} aria-live="polite">
        {shown !== null && shown !== "right" ? t(`hint.${shown}`, { name: blank.name, sum: sumOf(blank) }) : null}
      </span>
    </>
  );
}

/** The sum that leads to a blank: "0.4542 − 0.01 × (−34.6777)". */
export function sumOf({ before, slope }: Blank): string {
  return `${decimal(before, 4)} − ${exerciseRate} × (${decimal(slope, 4)})`;
}

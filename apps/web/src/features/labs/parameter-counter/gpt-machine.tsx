"use client";
import { useId } from "react";
import { gpt3Sizes, type Gpt3Size } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { NumberField } from "../frame/number-field.tsx";
import { PaperCheck } from "./paper-check.tsx";
import { PartsList } from "./parts-list.tsx";
import { dials, dialSymbols, largest, type CounterState, type Dial } from "./state.ts";

export type GptMachineProps = {
  state: CounterState;
  onTurn: (dial: Dial, value: number) => void;
  onRow: (size: Gpt3Size) => void;
};

/** Four dials, what each part then holds, and the rows of the paper to check the formula against. */
export function GptMachine({ state, onTurn, onRow }: GptMachineProps) {
  const t = useTranslations("labs.parameterCounter.gpt");
  return (
    <div className="bench">
      <div className="tray">
        {dials.map((dial) => (
          <DialField key={dial} dial={dial} value={state.shape[dial]} onTurn={(value) => onTurn(dial, value)} />
        ))}
      </div>
      <div className="gpt-figures">
        <PartsList shape={state.shape} />
        <div>
          <div className="fig-h">
            <div>{t("rows")}</div>
          </div>
          <div className="tray-buttons" role="group" aria-label={t("rows")}>
            {gpt3Sizes.map((size) => (
              <button
                key={size.printed}
                type="button"
                className="btn sm"
                aria-pressed={state.row === size.printed}
                onClick={() => onRow(size)}
              >
                {size.printed}
              </button>
            ))}
          </div>
          <PaperCheck state={state} />
        </div>
      </div>
    </div>
  );
}

type DialFieldProps = { dial: Dial; value: number; onTurn: (value: number) => void };

function DialField({ dial, value, onTurn }: DialFieldProps) {
  const t = useTranslations("labs.parameterCounter.gpt");
  const id = useId();
  const name = t(`dials.${dial}`);
  return (
    <div className="dial">
      <label htmlFor={id}>
        {name} <b className="num">{dialSymbols[dial]}</b>
      </label>
      <NumberField
        id={id}
        className="field n"
        inputMode="numeric"
        min={1}
        max={largest[dial]}
        step={1}
        value={value}
        isLegal={(typed) => Number.isInteger(typed) && typed >= 1 && typed <= largest[dial]}
        onNumber={onTurn}
      />
      <button
        type="button"
        className="btn sm"
        aria-label={t("halve", { dial: name })}
        onClick={() => onTurn(value / 2)}
      >
        ÷ 2
      </button>
      <button
        type="button"
        className="btn sm"
        aria-label={t("double", { dial: name })}
        onClick={() => onTurn(2 * value)}
      >
        × 2
      </button>
    </div>
  );
}

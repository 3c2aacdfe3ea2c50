"use client";
import { useId } from "react";
import { Segmented } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { NumberAxis } from "../frame/number-axis.tsx";
import { NumberField } from "../frame/number-field.tsx";
import type { PanelProps } from "./box-panel.tsx";
import { Explanations } from "./explanations.tsx";
import { bytesPerToken, evenPieces, most, unitNames, usualBytesPerToken } from "./state.ts";

/** What counts of tokens are given in: 亿 in Chinese, billions in English. */
export const tokenUnit = { zh: 1e8, en: 1e9 } as const;

const sample = "English text runs near four bytes a token.";

/** Four digits, without zeros at the end: 1.425, 150, 0.5. */
export const ratioText = (ratio: number) => String(Number(ratio.toPrecision(4)));

/** A size in bytes beside a count of tokens, divided. */
export function TokenPanel({ state, onChange }: PanelProps) {
  const t = useTranslations("labs.textScales.tokens");
  const ratio = bytesPerToken(state);
  const here = ratioText(ratio);
  const ticks = [0.1, 1, 10, 100, 1000].map((value) => ({ value, label: String(value) }));
  return (
    <div className="bench">
      <AmountTray state={state} onChange={onChange} />
      <div className="token-figures">
        <div>
          <div className="fig-h">
            <div>{t("heading")}</div>
            <span>{t("note")}</span>
          </div>
          <NumberAxis
            scale="log"
            from={0.1}
            to={1000}
            ticks={ticks}
            marks={[
              { value: usualBytesPerToken, label: t("usual", { n: usualBytesPerToken }), kind: "paper" },
              { value: ratio, label: t("here", { n: here }), kind: "live" },
            ]}
            describe={t("describe", { n: here, usual: usualBytesPerToken })}
          />
        </div>
        <Pieces ratio={ratio} />
        <Explanations state={state} onChange={onChange} />
      </div>
    </div>
  );
}

function AmountTray({ state, onChange }: PanelProps) {
  const t = useTranslations("labs.textScales.tokens");
  const unit = tokenUnit[useLocale()];
  const [amount, tokens] = [useId(), useId()];
  return (
    <div className="tray">
      <div className="count-field">
        <label htmlFor={amount}>{t("amount")}</label>
        <NumberField
          id={amount}
          className="field"
          inputMode="decimal"
          min={0.1}
          max={most.amount}
          step="any"
          value={state.amount}
          isLegal={(typed) => typed >= 0.1 && typed <= most.amount}
          onNumber={(typed) => onChange({ amount: typed })}
        />
        <Segmented
          label={t("unit")}
          choices={unitNames.map((value) => ({ value, label: value }))}
          value={state.unit}
          onChange={(chosen) => onChange({ unit: chosen })}
        />
      </div>
      <div className="count-field">
        <label htmlFor={tokens}>{t("count")}</label>
        <NumberField
          id={tokens}
          className="field"
          inputMode="decimal"
          min={0.1}
          max={most.tokens / unit}
          step="any"
          value={state.tokens / unit}
          isLegal={(typed) => typed >= 0.1 && typed <= most.tokens / unit}
          onNumber={(typed) => onChange({ tokens: Math.round(typed * unit) })}
        />
      </div>
    </div>
  );
}

/** A sentence cut at that average length: what such tokens would look like. */
function Pieces({ ratio }: { ratio: number }) {
  const t = useTranslations("labs.textScales.tokens");
  if (ratio < 1) return <p className="cap">{t("tooShort")}</p>;
  return (
    <div>
      <p className="cap">{t("sample")}</p>
      <p className="strip even-pieces" lang="en">
        {evenPieces(sample, ratio).map((piece, i) => (
          <span className="tok" key={i}>
            {piece}
          </span>
        ))}
      </p>
    </div>
  );
}

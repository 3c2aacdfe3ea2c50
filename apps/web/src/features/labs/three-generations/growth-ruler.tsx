"use client";
import { generations } from "@fewshot/ml-core";
import { Segmented, Slider } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { bigNumber } from "../big-number.ts";
import { decimal } from "../format.ts";
import { NumberAxis } from "../frame/number-axis.tsx";
import { parametersShort, ratioWords } from "./cell-words.ts";
import { measureRange, readingOf, rulers, type GenerationsState } from "./state.ts";

export type GrowthRulerProps = { state: GenerationsState; onChange: (patch: Partial<GenerationsState>) => void };

/** The three models on a ruler, and a measure laid from one number to another. */
export function GrowthRuler({ state, onChange }: GrowthRulerProps) {
  const t = useTranslations("labs.generations.ruler");
  const locale = useLocale();
  const isLog = state.ruler === "log";
  const ratio = ratioWords(readingOf(state), locale);
  const values = isLog ? [1e8, 1e9, 1e10, 1e11, 1e12] : [0, 5e10, 1e11, 1.5e11, 2e11];
  const ends = { from: 10 ** state.from, to: 10 ** state.to };
  const label = isLog ? t("span", { ratio, steps: decimal(state.to - state.from, 2) }) : t("spanLinear", { ratio });
  return (
    <div>
      <div className="fig-h ruler-head">
        <div>{t("heading")}</div>
        <Segmented
          label={t("group")}
          choices={rulers.map((value) => ({ value, label: t(`rulers.${value}`) }))}
          value={state.ruler}
          onChange={(ruler) => onChange({ ruler })}
        />
      </div>
      <NumberAxis
        scale={state.ruler}
        from={values[0] ?? 0}
        to={values.at(-1) ?? 1}
        ticks={values.map((value) => ({ value, label: parametersShort(value, locale) }))}
        marks={generations.map(({ name, parameters }) => ({ value: parameters, label: name, kind: "paper" as const }))}
        span={{ ...ends, label }}
        describe={t(isLog ? "describeLog" : "describeLinear", { ratio })}
      />
      <div className="measure">
        {(["from", "to"] as const).map((end) => (
          <Slider
            key={end}
            label={t(end)}
            {...measureRange}
            value={state[end]}
            display={bigNumber(ends[end], locale)}
            onChange={(value) => onChange({ [end]: Number(value.toFixed(measureRange.decimals)) })}
          />
        ))}
      </div>
    </div>
  );
}

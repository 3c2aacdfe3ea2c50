"use client";
import { GPT3_CONTEXT, GPT3_VOCABULARY, gpt3Sizes, parameterCount } from "@fewshot/ml-core";
import { DataTable } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { count, percent } from "../format.ts";
import { millions } from "./paper-check.tsx";

/** Every row of Table 2.1 as printed, put through the formula and held against Table D.1. */
export function SizeTable() {
  const t = useTranslations("labs.parameterCounter.table");
  const locale = useLocale();
  const rows = gpt3Sizes.map(({ printed, layers, dModel, heads, headWidth, millions: paper }) => {
    const ours = parameterCount({ layers, dModel, vocabSize: GPT3_VOCABULARY, contextLength: GPT3_CONTEXT });
    return [
      printed,
      layers,
      count(dModel, locale),
      `${heads} × ${headWidth} = ${count(heads * headWidth, locale)}`,
      count(paper, locale),
      millions(ours, locale),
      percent(Math.abs(ours / 1e6 / paper - 1), 2),
    ];
  });
  const header = [t("model"), t("layers"), t("width"), t("heads"), t("paper"), t("ours"), t("off")];
  return <DataTable summary={t("summary")} header={header} rows={rows} />;
}

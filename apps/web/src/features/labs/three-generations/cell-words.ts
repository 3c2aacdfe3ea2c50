import type { Generation } from "@fewshot/ml-core";
import type { Locale } from "@fewshot/quiz";
import type { useTranslations } from "next-intl";
import { bigNumber } from "../big-number.ts";
import { count, decimal } from "../format.ts";
import { factorsOf, valueIn, type Cell, type GrowingRow, type ModelId, type Row } from "./state.ts";

type Translate = ReturnType<typeof useTranslations<"labs.generations">>;

/** What the popular account has in a cell. */
export function popularWords(t: Translate, locale: Locale, at: { model: Generation; row: Row }): string {
  const { model, row } = at;
  if (row === "objective") return t("popular.objective");
  if (row === "data" || row === "use") return t(`popular.${row}.${model.id}`);
  return row === "parameters" ? parametersShort(model.parameters, locale) : String(valueIn(row, model));
}

/** What the papers have in a cell: the same in all cells but three. */
export function paperWords(t: Translate, locale: Locale, at: { model: Generation; row: Row }): string {
  const cell: Cell = `${at.model.id} ${at.row}`;
  switch (cell) {
    case "gpt-1 data":
    case "gpt-2 use":
    case "gpt-3 data":
      return t(`papers.${cell}`);
    default:
      return popularWords(t, locale, at);
  }
}

/** Cells whose numbers stand in a place of their own. */
const places: Partial<Record<Cell, "table2" | "table2Exact" | "table21" | "section22">> = {
  "gpt-1 parameters": "table2",
  "gpt-2 parameters": "table2Exact",
  "gpt-3 parameters": "table21",
  "gpt-3 layers": "table21",
  "gpt-3 context": "table21",
  "gpt-3 data": "section22",
};

/** Where the papers' side of a cell is printed. */
export function sourceWords(t: Translate, model: ModelId, row: Row): string {
  return row === "year" ? t("sources.year") : t(`sources.${places[`${model} ${row}`] ?? model}`);
}

/** "× 2, × 2": how many times as large, from each model to the next larger one. */
export function factorWords(row: GrowingRow, locale: Locale): string {
  return factorsOf(row)
    .map((factor) => `× ${ratioWords(factor, locale)}`)
    .join(locale === "zh" ? "，" : ", ");
}

/** "1.17 亿" or, as English tables have it, "117M". */
export function parametersShort(parameters: number, locale: Locale): string {
  if (locale === "zh") return bigNumber(parameters, locale);
  return parameters.toLocaleString("en", { notation: "compact" });
}

/** A factor as one reads it: to the whole from 100 on, one digit below, four digits under 1. */
export function ratioWords(ratio: number, locale: Locale): string {
  if (ratio >= 100 || Number.isInteger(ratio)) return count(Math.round(ratio), locale);
  return decimal(ratio, ratio < 1 ? 4 : 1);
}

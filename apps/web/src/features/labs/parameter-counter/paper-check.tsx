"use client";
import { useLocale, useTranslations } from "next-intl";
import { count, percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { checkAgainstPaper, totalOf, type CounterState } from "./state.ts";

/** Whether the count meets what Table D.1 prints for the row that was laid out. */
export function PaperCheck({ state }: { state: CounterState }) {
  const t = useTranslations("labs.parameterCounter.gpt");
  const locale = useLocale();
  const check = checkAgainstPaper(state);
  if (check === null) return null;
  const { size, off, closes } = check;
  const { heads, headWidth } = size;
  const values = {
    ...rich,
    name: size.printed,
    paper: `${count(size.millions, locale)}M`,
    ours: `${millions(totalOf(state), locale)}M`,
    off: percent(Math.abs(off), 2),
  };
  return (
    <p className="cap paper-check" aria-live="polite">
      <Sentences
        locale={locale}
        of={[
          t.rich(closes ? "closes" : "open", values),
          heads * headWidth === state.shape.dModel ? null : t("heads", { heads, headWidth }),
        ]}
      />
    </p>
  );
}

/** Parameters in millions with one digit, "12,853.4". */
export function millions(parameters: number, locale: "zh" | "en"): string {
  const [whole = "", tenth = "0"] = (parameters / 1e6).toFixed(1).split(".");
  return `${count(Number(whole), locale)}.${tenth}`;
}

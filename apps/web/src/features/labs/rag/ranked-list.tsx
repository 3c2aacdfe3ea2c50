"use client";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { decimal } from "../format.ts";
import { Highlighted } from "./highlighted.tsx";
import { passages } from "./knowledge-base.ts";
import { isFound, keptOf, type RagState } from "./state.ts";

/** The passages that the search puts first, with what made them score, and whether the answer is among them. */
export function RankedList({ locale, state }: { locale: Locale; state: RagState }) {
  const t = useTranslations("labs.rag");
  if (state.ranked === null) return <p className="dim">{t("notSearched")}</p>;
  const kept = keptOf(state);
  const found = isFound(state);
  return (
    <>
      <ol className="rag-hits">
        {kept.map(({ passage, score, matched }, i) => (
          <li key={passage}>
            <span className="num rag-rank">[{i + 1}]</span>
            <div>
              <p>
                <Highlighted locale={locale} text={passages[passage]?.text[locale] ?? ""} terms={matched} />
              </p>
              <p className="cap">
                {t("score", { score: decimal(score, 2) })}
                {t("fromLesson")}
                <a href={`/${locale}/course/${passages[passage]?.lesson ?? ""}`}>{passages[passage]?.title[locale]}</a>
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className="small" role="status">
        {kept.length === 0 ? t("nothingShared") : t(found === null ? "noAnswer" : found ? "found" : "missed")}
      </p>
    </>
  );
}

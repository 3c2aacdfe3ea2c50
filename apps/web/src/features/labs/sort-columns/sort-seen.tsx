"use client";
import { useLocale, useTranslations } from "next-intl";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { betColumn, decks } from "./decks.ts";
import { score, type SortState } from "./state.ts";

export type SortSeenProps = { state: SortState; bet: number | null; after?: string | undefined };

/** How many are sorted and in place; the sizes of the columns and the bet only once all are in place. */
export function SortSeen({ state, bet, after }: SortSeenProps) {
  const t = useTranslations("labs.sortColumns");
  const locale = useLocale();
  const { cards, columns } = decks[state.preset];
  const { placed, correct } = score(state);
  const sizeOf = (column: (typeof columns)[number]) => cards.filter((card) => state.places[card.id] === column).length;
  const sizes = columns.map((column) => t("seen.column", { name: t(`columns.${column}`), cards: sizeOf(column) }));
  const target = betColumn[state.preset];
  const betSeen =
    bet !== null && correct === cards.length
      ? t.rich("seen.bet", { ...rich, bet, name: t(`columns.${target}`), count: sizeOf(target) })
      : null;
  const sorted =
    placed < cards.length
      ? t.rich("seen.some", { ...rich, placed })
      : t.rich("seen.all", { ...rich, correct, columns: sizes.join(locale === "zh" ? "，" : ", ") });
  return (
    <SeenLine>
      <Sentences locale={locale} of={[sorted, betSeen, placed === cards.length ? after : null]} />
    </SeenLine>
  );
}

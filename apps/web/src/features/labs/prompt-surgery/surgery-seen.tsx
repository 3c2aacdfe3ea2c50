"use client";
import { useLocale, useTranslations } from "next-intl";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { gapOf, ingredientIds, pairs, shareOf, type SurgeryState } from "./state.ts";
import { pointsText, shareText } from "./words.ts";

export type SurgerySeenProps = { state: SurgeryState; bet: number | null; after?: string | undefined };

/** Every pair with its two shares, and the widest gap; the bet once all three pairs are there. */
export function SurgerySeen({ state, bet, after }: SurgerySeenProps) {
  const t = useTranslations("labs.promptSurgery");
  const locale = useLocale();
  const found = pairs(state.measured);
  const [widest] = found.toSorted((a, b) => Math.abs(gapOf(b).points) - Math.abs(gapOf(a).points));
  if (widest === undefined) return <SeenLine>{t("seen.none")}</SeenLine>;
  const items = found.map(({ ingredient, from, to }) =>
    t("seen.item", {
      name: t(`pair.${ingredient}`),
      from: shareText(shareOf(from).share),
      to: shareText(shareOf(to).share),
    }),
  );
  const { points, overlaps } = gapOf(widest);
  const gap = t.rich("seen.gap", {
    ...rich,
    name: t(`pair.${widest.ingredient}`),
    points: pointsText(points),
    overlap: t(`pair.overlaps.${overlaps ? "yes" : "no"}`),
  });
  const chosen = bet === null ? undefined : ingredientIds[bet];
  const betSeen = chosen === undefined || found.length < 3 ? null : t("seen.bet", { bet: t(`betOptions.${chosen}`) });
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[t("seen.pairs", { list: items.join(locale === "zh" ? "；" : "; ") }), gap, betSeen, after]}
      />
    </SeenLine>
  );
}

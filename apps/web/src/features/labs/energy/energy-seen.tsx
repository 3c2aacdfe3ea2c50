"use client";
import { useLocale, useTranslations } from "next-intl";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { levelPages, type EnergyState } from "./state.ts";
import { amountText, lampTime, numberText, shareText } from "./words.ts";

export type EnergySeenProps = { state: EnergyState; bet: string | null; after?: string | undefined };

/** What these pages take, and what that is of training, with the level point. */
export function EnergySeen({ state, bet, after }: EnergySeenProps) {
  const t = useTranslations("labs.energy");
  const locale = useLocale();
  const lamp = lampTime(state.pages);
  const level = levelPages(state);
  const use = t.rich("seen.use", {
    ...rich,
    count: state.pages,
    pages: numberText(state.pages, locale),
    amount: amountText(state.pages, state.unit, locale),
    lamp: t(`duration.${lamp.unit}`, { n: numberText(lamp.value, locale) }),
  });
  const share =
    level === null
      ? null
      : t.rich("seen.share", {
          ...rich,
          training: numberText(state.trainingMWh, locale),
          share: shareText(state) ?? "",
          // An estimate over an order of magnitude deserves no more digits.
          level: numberText(Number(level.toPrecision(2)), locale),
        });
  const betSeen = bet === null || level === null ? null : t("seen.bet", { bet });
  return (
    <SeenLine>
      <Sentences locale={locale} of={[use, share, betSeen, after]} />
    </SeenLine>
  );
}

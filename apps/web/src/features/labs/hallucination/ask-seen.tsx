"use client";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { decimal, percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { betOptions, markedTops, meanEntropies, type AskState } from "./state.ts";

export type AskSeenProps = { locale: Locale; state: AskState; after?: string | undefined };

/** What was seen: how many were answered, the two mean entropies, and a wrong answer beside a right one. */
export function AskSeen({ locale, state, after }: AskSeenProps) {
  const t = useTranslations("labs.hallucination.seen");
  const asked = Object.values(state.answers);
  const { never, often } = meanEntropies(locale, state);
  const { wrong, right } = markedTops(locale, state);
  const isCompared = wrong.length > 0 && right.length > 0;
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          asked.length === 0 ? t("nothing") : t.rich("asked", { ...rich, asked: asked.length }),
          never === null || often === null
            ? null
            : t.rich("entropies", { ...rich, never: decimal(never, 2), often: decimal(often, 2) }),
          <BetSeen key="bet" {...{ locale, state }} />,
          isCompared
            ? t.rich("tops", { ...rich, wrong: percent(Math.max(...wrong)), right: percent(Math.min(...right)) })
            : null,
          asked.length === 0 ? null : after,
        ]}
      />
    </SeenLine>
  );
}

/** The bet is answered once both kinds of name are. */
function BetSeen({ locale, state }: { locale: Locale; state: AskState }) {
  const t = useTranslations("labs.hallucination");
  const option = state.bet === null ? undefined : betOptions[state.bet];
  const { never, often } = meanEntropies(locale, state);
  if (option === undefined || never === null || often === null) return null;
  const way = never > often ? "higher" : "lower";
  return t("seen.bet", { bet: t(`betOptions.${option}`), way });
}

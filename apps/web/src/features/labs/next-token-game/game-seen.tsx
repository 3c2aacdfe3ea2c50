"use client";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { decimal } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { capBits, evenBits, meanBits, publishState, type GameState, type ModelShares } from "./state.ts";

export type GameSeenProps = {
  state: GameState;
  modelShares: ModelShares;
  locale: Locale;
  after: string | undefined;
};

/** What was seen, with the means as they stand. */
export function GameSeen({ state, modelShares, locale, after }: GameSeenProps) {
  const t = useTranslations("labs.nextTokenGame.seen");
  const { you, unigram, trigram, model } = meanBits(state, modelShares);
  if (you === undefined || unigram === undefined || trigram === undefined) return <SeenLine>{t("nothing")}</SeenLine>;
  const missed = publishState(state, modelShares).seen.some(
    ({ chips, hit }) => chips === "all-on-one" && hit === false,
  );
  const values = {
    ...rich,
    rounds: state.played.length,
    you: decimal(you, 2),
    even: decimal(evenBits, 2),
    unigram: decimal(unigram, 2),
    trigram: decimal(trigram, 2),
  };
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          t.rich("means", values),
          state.bet === null ? null : t.rich("bet", { ...rich, bet: decimal(state.bet, 1), you: values.you }),
          model === undefined ? null : t.rich("model", { ...rich, model: decimal(model, 2) }),
          missed ? t.rich("allIn", { ...rich, cap: capBits }) : null,
          after,
        ]}
      />
    </SeenLine>
  );
}

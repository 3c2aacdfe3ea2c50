"use client";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { decimal, probability } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { gainOf, isFound, keptOf, questionOf, type RagState } from "./state.ts";

export type RagSeenProps = { locale: Locale; state: RagState; after?: string | undefined };

/** What was seen: what the search found, both probabilities, and what the passages could not support. */
export function RagSeen({ locale, state, after }: RagSeenProps) {
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          <SearchSeen key="search" state={state} />,
          <GainSeen key="gain" state={state} />,
          <SupportSeen key="support" state={state} />,
          state.measured === null ? null : after,
        ]}
      />
    </SeenLine>
  );
}

function SearchSeen({ state }: { state: RagState }) {
  const t = useTranslations("labs.rag.seen");
  if (state.ranked === null) return t("nothing");
  const found = isFound(state);
  const best = keptOf(state)[0];
  if (best === undefined) return t("empty");
  return t.rich("search", {
    ...rich,
    kept: keptOf(state).length,
    score: decimal(best.score, 2),
    way: found === null ? "outside" : found ? "found" : "missed",
  });
}

function GainSeen({ state }: { state: RagState }) {
  const t = useTranslations("labs.rag.seen");
  const gain = gainOf(state);
  const { measured, bet } = state;
  if (measured === null || gain === null) return null;
  return t.rich("gain", {
    ...rich,
    without: probability(measured.without ?? 0),
    with: probability(measured.with ?? 0),
    gain: decimal(gain, 1),
    bet: bet === null ? "none" : decimal(bet, Number.isInteger(bet) ? 0 : 1),
  });
}

function SupportSeen({ state }: { state: RagState }) {
  const t = useTranslations("labs.rag.seen");
  if (state.supportedBy === null || questionOf(state).answer !== null) return null;
  return t(state.supportedBy === "none" ? "unsupported" : "supportedWrongly");
}

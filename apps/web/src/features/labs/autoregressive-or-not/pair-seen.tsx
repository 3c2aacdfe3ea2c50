"use client";
import { impossibleShare } from "@fewshot/ml-core";
import { useLocale, useTranslations } from "next-intl";
import { count, percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { nameOf, ratioOf } from "./names.ts";
import { expectedRate, greedyOutcome, isMixture, modeOf, parts, type Outcome, type PairState } from "./state.ts";

export type PairSeenProps = { state: PairState; drawn: readonly Outcome[]; after?: string | undefined };

/** What was drawn, what the formula says, what greedy wrote; then what the lesson says about it. */
export function PairSeen({ state, drawn, after }: PairSeenProps) {
  return (
    <SeenLine>
      <Sentences
        locale={useLocale()}
        of={[
          <Drawn key="drawn" state={state} drawn={drawn} />,
          state.bet !== null && drawn.length >= 100 ? <Bet key="bet" bet={state.bet} /> : null,
          state.written.length > 0 ? <Greedy key="greedy" state={state} /> : null,
          after,
        ]}
      />
    </SeenLine>
  );
}

function Drawn({ state, drawn }: { state: PairState; drawn: readonly Outcome[] }) {
  const t = useTranslations("labs.autoregressive");
  const locale = useLocale();
  const mixed = drawn.filter(isMixture).length;
  const rate = expectedRate(state);
  const values = {
    ...rich,
    ratio: ratioOf(state.fourteenths, parts),
    mode: t(`inWords.${modeOf(state)}`),
    expected: fractionOf(state) ?? percent(rate),
    draws: count(drawn.length, locale),
    mixed: count(mixed, locale),
    rate: drawn.length === 0 ? "" : percent(mixed / drawn.length),
  };
  return t.rich(drawn.length === 0 ? "seen.none" : "seen.drawn", values);
}

/** Blind to each other, the share of mixtures as an exact fraction too: "12/49 = 24.5%". */
function fractionOf(state: PairState): string | null {
  if (modeOf(state) !== "parallel") return null;
  const { fourteenths } = state;
  const { numerator, denominator } = impossibleShare([
    [fourteenths, 0],
    [0, parts - fourteenths],
  ]);
  return numerator === 0 ? null : `${numerator}/${denominator} ≈ ${percent(numerator / denominator)}`;
}

/** The bet is on 6 : 1, blind, in 100 draws, whatever the settings are now. */
function Bet({ bet }: { bet: number }) {
  const t = useTranslations("labs.autoregressive");
  return t.rich("seen.bet", { ...rich, bet, answer: (1200 / 49).toFixed(1) });
}

function Greedy({ state }: { state: PairState }) {
  const t = useTranslations("labs.autoregressive");
  const locale = useLocale();
  const names = new Set(state.written.map((mode) => nameOf(greedyOutcome(state, mode), locale)));
  return t.rich("seen.greedy", { ...rich, name: [...names].join(", "), ways: state.written.length });
}

"use client";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { count, decimal, percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { countsOf, people, pronounText, type Sentence } from "./probe.ts";
import { betOptions, isSameDirection, keyOf, ratioOf, shareOf, wordsChanged, type ProbeState } from "./state.ts";

export type ProbeSeenProps = { locale: Locale; state: ProbeState; after?: string | undefined };

/** What was seen: the two probabilities, their ratio and the counts, then how the bet came out. */
export function ProbeSeen({ locale, state, after }: ProbeSeenProps) {
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          <PairSeen key="pair" {...{ locale, state }} />,
          <BetSeen key="bet" {...{ locale, state }} />,
          ratioOf(state) === null ? null : after,
        ]}
      />
    </SeenLine>
  );
}

function PairSeen({ locale, state }: { locale: Locale; state: ProbeState }) {
  const t = useTranslations("labs.biasProbe.seen");
  const ratio = ratioOf(state);
  if (ratio === null) return t("nothing");
  const side = (sentence: Sentence) => ({
    word: `${people[locale][sentence.person] ?? ""} … ${pronounText[locale][sentence.pronoun].trim()}`,
    share: percent(shareOf(state, sentence) ?? 0, 2),
    count: count(countsOf(locale, sentence.person)[sentence.pronoun], locale),
  });
  const [a, b] = [side(state.a), side(state.b)];
  return t.rich("pair", {
    ...rich,
    words: wordsChanged(state),
    a: a.word,
    b: b.word,
    pa: a.share,
    pb: b.share,
    ratio: decimal(ratio, 2),
    ca: a.count,
    cb: b.count,
    way: state.countsOpened ? (isSameDirection(locale, state) ? "same" : "other") : "closed",
  });
}

/** The bet is about the first two people of the list; it is answered once both are measured with one beginning. */
function BetSeen({ locale, state }: { locale: Locale; state: ProbeState }) {
  const t = useTranslations("labs.biasProbe");
  const option = state.bet === null ? undefined : betOptions[state.bet];
  const [first, second] = [0, 1].map((person) => state.measured[keyOf(state.frame, person)]);
  if (option === undefined || first === undefined || second === undefined) return null;
  return t.rich("seen.bet", {
    ...rich,
    bet: t(`betOptions.${option}`),
    one: people[locale][0] ?? "",
    two: people[locale][1] ?? "",
    first: decimal(first.he / first.she, 2),
    second: decimal(second.he / second.she, 2),
  });
}

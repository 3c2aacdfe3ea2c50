"use client";
import { useTranslations } from "next-intl";
import { count, decimal, percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { countDraws } from "./draws.ts";
import { presets } from "./presets.ts";
import { hasEnded, topRow } from "./published.ts";
import { Token } from "./token.tsx";
import type { NextTokenView } from "./use-next-token.ts";

/** What was seen, with live numbers; then what the lesson says about it. */
export function SeenSentence({ view, after }: { view: NextTokenView; after?: string | undefined }) {
  const t = useTranslations("labs.nextToken.seen");
  const { distribution, state, locale, source } = view;
  const top = distribution === null ? undefined : topRow(distribution);
  if (distribution === null || top === undefined) return <SeenLine>{t("nothing")}</SeenLine>;
  const isStated = presets[view.preset].prompt === null;
  const values = {
    ...rich,
    tok: () => <Token piece={view.piece(top.id)} />,
    total: count(distribution.vocabSize, locale),
    kept: count(distribution.candidates.length, locale),
    top: percent(top.after),
  };
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          t.rich(isStated ? "stated" : "table", values),
          <BetSeen key="bet" view={view} topShare={top.after} />,
          <PromptsSeen key="prompts" view={view} />,
          <DrawsSeen key="draws" view={view} topId={top.id} topShare={top.after} />,
          <SeedsSeen key="seeds" view={view} />,
          hasEnded(state, source?.endOfTextId ?? null) ? t.rich("ended", { ...rich, steps: state.path.length }) : null,
          after,
        ]}
      />
    </SeenLine>
  );
}

function BetSeen({ view, topShare }: { view: NextTokenView; topShare: number }) {
  const t = useTranslations("labs.nextToken.seen");
  const { state, preset, distribution } = view;
  if (state.bet === null || distribution === null) return null;
  const { bet } = presets[preset];
  if (bet === "percent")
    return view.betTarget === null
      ? null
      : t.rich("betPercent", { ...rich, bet: state.bet, share: percent(view.betTarget.share) });
  if (bet === "kept") return <KeptBetSeen view={view} bet={state.bet} />;
  if (bet === "vocabulary") return <VocabularyBetSeen view={view} bet={state.bet} />;
  if (state.samples < 10) return null;
  const ten = countDraws(distribution.candidates, 10, state.seed);
  const top = topRow(distribution);
  const drawn = top === undefined ? 0 : (ten.get(top.id) ?? 0);
  return t.rich("betDraws", { ...rich, bet: state.bet, count: drawn, none: percent((1 - topShare) ** 10) });
}

/** Revealed once the learner has been there. */
function KeptBetSeen({ view, bet }: { view: NextTokenView; bet: number }) {
  const t = useTranslations("labs.nextToken.seen");
  const there = view.state.seen.find(
    (record) => record.T === 1 && record.p === 0.8 && record.k === 0 && record.minP === 0,
  );
  if (there === undefined) return t.rich("betKeptWaiting", { ...rich, bet });
  return t.rich("betKept", { ...rich, bet, kept: there.kept });
}

/** The same for the whole vocabulary, after the prompt that the lab begins with. */
function VocabularyBetSeen({ view, bet }: { view: NextTokenView; bet: number }) {
  const t = useTranslations("labs.nextToken.seen");
  const { keptAtNine } = view.state;
  const start = presets[view.preset].prompt?.[view.locale] ?? "";
  const values = { ...rich, bet: count(bet, view.locale), start };
  const kept = keptAtNine[start];
  if (kept === undefined) return t.rich("betVocabularyWaiting", values);
  return t.rich("betVocabulary", { ...values, kept: count(kept, view.locale) });
}

/** One and the same top_p over several prompts. */
function PromptsSeen({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.seen");
  const kept = Object.values(view.state.keptAtNine);
  if (kept.length < 2) return null;
  const [least, most] = [Math.min(...kept), Math.max(...kept)].map((n) => count(n, view.locale));
  return t.rich("prompts", { ...rich, prompts: kept.length, least: least ?? "", most: most ?? "" });
}

function DrawsSeen({ view, topId, topShare }: { view: NextTokenView; topId: number; topShare: number }) {
  const t = useTranslations("labs.nextToken.seen");
  const { counts, state, locale } = view;
  if (counts === null) return null;
  return t.rich("draws", {
    ...rich,
    n: count(state.samples, locale),
    count: count(counts.get(topId) ?? 0, locale),
    expected: decimal(state.samples * topShare, 1),
  });
}

function SeedsSeen({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.seen");
  const firsts = Object.values(view.state.firsts);
  if (firsts.length < 2) return null;
  return t.rich("seeds", { ...rich, seeds: firsts.length, firsts: new Set(firsts).size });
}

"use client";
import { useLocale, useTranslations } from "next-intl";
import { bigNumber } from "../big-number.ts";
import { rich } from "../frame/rich.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { factorWords, ratioWords } from "./cell-words.ts";
import { betOptions, cells, changedCells, factorsOf, growingRows, readingOf, type GenerationsState } from "./state.ts";

/** What was seen in the table, on the ruler and in the row sorted by; then what the lesson says. */
export function GenerationsSeen({ state, after }: { state: GenerationsState; after?: string | undefined }) {
  const t = useTranslations("labs.generations.seen");
  const locale = useLocale();
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          state.papers ? <PapersSeen key="papers" state={state} /> : t("popular"),
          t.rich("reading", {
            ...rich,
            from: bigNumber(10 ** state.from, locale),
            to: bigNumber(10 ** state.to, locale),
            ratio: ratioWords(readingOf(state), locale),
          }),
          growthOf(state) === undefined ? null : <GrowthSeen key="growth" state={state} />,
          after,
        ]}
      />
    </SeenLine>
  );
}

function PapersSeen({ state }: { state: GenerationsState }) {
  const t = useTranslations("labs.generations");
  const flags = state.flags.length;
  const right = state.flags.filter((cell) => changedCells.includes(cell)).length;
  const changed = changedCells.length;
  const bet = state.bet === null ? undefined : betOptions[state.bet];
  return (
    <Sentences
      locale={useLocale()}
      of={[
        t.rich("seen.papers", { ...rich, changed, same: cells.length - changed }),
        bet === undefined ? null : t("seen.bet", { bet: t(`betOptions.${bet}`) }),
        flags === 0 ? null : t.rich("seen.flags", { ...rich, flags, right }),
      ]}
    />
  );
}

function GrowthSeen({ state }: { state: GenerationsState }) {
  const t = useTranslations("labs.generations");
  const locale = useLocale();
  const row = growthOf(state);
  if (row === undefined) return null;
  const total = factorsOf(row).reduce((product, factor) => product * factor, 1);
  const words = { row: t(`rows.${row}`), factors: factorWords(row, locale), total: ratioWords(total, locale) };
  return t.rich("seen.growth", { ...rich, ...words });
}

/** The row sorted by, if it is one that grows. */
function growthOf({ sortedBy }: GenerationsState) {
  return growingRows.find((row) => row === sortedBy);
}

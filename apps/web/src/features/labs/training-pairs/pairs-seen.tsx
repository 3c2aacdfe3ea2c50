"use client";
import { trainingPairs } from "@fewshot/ml-core";
import { useLocale, useTranslations } from "next-intl";
import { rich } from "../frame/rich.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { firstChange, type PairsState, type Sheet } from "./state.ts";
import type { Words } from "./words.ts";

export type PairsSeenProps = { state: PairsState; sheet: Sheet; words: Words | null; after?: string | undefined };

/** How many exercises, how the model did, and where its own words changed the inputs; then what the lesson says. */
export function PairsSeen({ state, sheet, words, after }: PairsSeenProps) {
  const t = useTranslations("labs.trainingPairs.seen");
  const { ids, guesses } = sheet;
  const right = words === null || guesses === null ? null : rightOf(ids, guesses.forced, words.endId);
  return (
    <SeenLine>
      <Sentences
        locale={useLocale()}
        of={[
          words === null ? t("none") : t.rich("pairs", { ...rich, count: ids.length }),
          right === null ? null : t.rich("right", { ...rich, right, count: ids.length }),
          <Change key="change" state={state} sheet={sheet} />,
          after,
        ]}
      />
    </SeenLine>
  );
}

/** Where the inputs change: said once the learner has found it, or if they do not. */
function Change({ state, sheet }: { state: PairsState; sheet: Sheet }) {
  const t = useTranslations("labs.trainingPairs.seen");
  const locale = useLocale();
  if (state.isForced || sheet.guesses === null) return null;
  const position = firstChange(sheet);
  if (position === null) return t("same");
  if (state.position !== position) return t("look");
  return (
    <Sentences
      locale={locale}
      of={[
        t.rich("change", { ...rich, position, before: position - 1 }),
        state.bet === null ? null : t.rich("bet", { ...rich, bet: state.bet }),
      ]}
    />
  );
}

function rightOf(ids: readonly number[], guesses: readonly number[], endId: number): number {
  return trainingPairs(ids, endId).filter(({ answer }, at) => answer === guesses[at]).length;
}

"use client";
import { useLocale, useTranslations } from "next-intl";
import { decimal, percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { leakGains, result, type ContestState } from "./state.ts";

export type JudgeSeenProps = { state: ContestState; bet: number | null; after?: string | undefined };

/** The score with its interval beside the paper's; then what the leak did. */
export function JudgeSeen({ state, bet, after }: JudgeSeenProps) {
  const t = useTranslations("labs.humanOrModel.seen");
  const score = result(state);
  const gain = leakGains(state.leak);
  const leak = gain === null ? null : t.rich("leak", { ...rich, ...gainWords(gain) });
  const betSeen = bet === null || score === null ? null : t("bet", { bet });
  return (
    <SeenLine>
      <Sentences
        locale={useLocale()}
        of={[<Judged key="judged" state={state} />, betSeen, leak, score === null ? null : after]}
      />
    </SeenLine>
  );
}

/** Both gains as they are printed: the largest change elsewhere without its sign. */
export function gainWords({ leaked, others }: { leaked: number; others: number }): { leaked: string; others: string } {
  return { leaked: decimal(leaked, 2), others: decimal(Math.abs(others), 2) };
}

function Judged({ state }: { state: ContestState }) {
  const t = useTranslations("labs.humanOrModel.seen");
  const score = result(state);
  const count = state.answers.length;
  if (score === null) return count === 0 ? t("none") : t.rich("some", { ...rich, count });
  const { correct, share, low, high } = score;
  return t.rich("all", {
    ...rich,
    correct,
    share: percent(share, 0),
    low: percent(low, 0),
    high: percent(high, 0),
  });
}

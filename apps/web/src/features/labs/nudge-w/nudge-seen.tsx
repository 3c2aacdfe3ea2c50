"use client";
import { useLocale, useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { lossOf, slopesAt } from "../gradient-descent/problem.ts";
import { digitsOf } from "./close-up-panel.tsx";
import { readNudge } from "./nudge.ts";
import { sizeText } from "./size-text.ts";
import { betOptions, type NudgeState } from "./state.ts";

export type NudgeSeenProps = { state: NudgeState; bet: number | null; after?: string | undefined };

/** What was seen, with live numbers; then what the lesson says about it. */
export function NudgeSeen({ state, bet, after }: NudgeSeenProps) {
  const locale = useLocale();
  const t = useTranslations("labs.nudge.seen");
  const { w, b } = state;
  const { dw, db } = slopesAt({ w, b });
  const place = t.rich("place", {
    ...rich,
    w: decimal(w, 3),
    b: decimal(b, 1),
    loss: decimal(lossOf(w, b), 3),
    dw: decimal(dw, 3),
    db: decimal(db, 3),
  });
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          place,
          state.nudged === null ? null : <NudgeSaid key="nudge" state={state} />,
          <BetSaid key="bet" bet={bet} isBeyond={b === 0 && dw > 0} />,
          after,
        ]}
      />
    </SeenLine>
  );
}

function NudgeSaid({ state: { w, b, size, nudged } }: { state: NudgeState }) {
  const t = useTranslations("labs.nudge.seen");
  if (nudged === null) return null;
  const { change, ratio, slope } = readNudge({ w, b }, nudged, size);
  return t.rich(`nudged.${nudged}`, {
    ...rich,
    size: sizeText(size),
    change: decimal(change, digitsOf(size)),
    ratio: decimal(ratio, 3),
    slope: decimal(slope, 3),
  });
}

/** The bet is answered where b is 0 and the slope of w is above 0. */
function BetSaid({ bet, isBeyond }: { bet: number | null; isBeyond: boolean }) {
  const t = useTranslations("labs.nudge");
  const option = bet === null ? undefined : betOptions[bet];
  return option === undefined || !isBeyond ? null : t("seen.bet", { bet: t(`betOptions.${option}`) });
}

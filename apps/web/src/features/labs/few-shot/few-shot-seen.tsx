"use client";
import { useLocale, useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { sizeName } from "./measure-tray.tsx";
import { compareLast } from "./compare.ts";
import { intervalText } from "./result-panel.tsx";
import type { FewShotState, Measurement } from "./state.ts";

/** What was seen: the newest measurement, and whether it stands apart from the one before. */
export function FewShotSeen({ state, after }: { state: FewShotState; after?: string | undefined }) {
  const t = useTranslations("labs.fewShot");
  const last = state.measurements.at(-1);
  const verdict = compareLast(state.measurements);
  const answer = state.bet === null ? null : t(`bets.${state.preset}.${(["a", "b", "c"] as const)[state.bet] ?? "a"}`);
  return (
    <SeenLine>
      <Sentences
        locale={useLocale()}
        of={[
          last === undefined ? t("seen.nothing") : <LastSeen key="last" last={last} />,
          verdict === null ? null : t(`seen.${verdict}`),
          answer === null || last === undefined ? null : t("seen.bet", { bet: answer }),
          after,
        ]}
      />
    </SeenLine>
  );
}

function LastSeen({ last: { settings, right } }: { last: Measurement }) {
  const t = useTranslations("labs.fewShot");
  return t.rich("seen.last", {
    ...rich,
    size: sizeName(settings.model),
    task: t(`tasks.${settings.task}`),
    k: String(settings.k),
    labels: settings.labels,
    right: String(right),
    n: String(settings.n),
    share: percent(right / settings.n),
    interval: intervalText(right, settings.n),
  });
}

"use client";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import type { MicroBenchProps } from "./micro-gpt-lab.tsx";
import { betOptions, MicroShell } from "./micro-shell.tsx";
import { TunedExperiment } from "./tuned-experiment.tsx";
import { directionOf, publishTuned, type TunedState } from "./tuned.ts";
import { useTuned } from "./use-tuned.ts";

/** A model that continues stories, trained on with dialogues. */
export function TunedBench(props: MicroBenchProps) {
  const view = useTuned(props.locale);
  const { state } = view;
  return (
    <MicroShell
      preset="fine-tune"
      props={props}
      published={publishTuned(state)}
      onReset={view.restart}
      bet={state.bet}
      onBet={view.bet}
      now={(mission) => <Now mission={mission} state={state} />}
      seen={<TunedSeen state={state} locale={props.locale} after={props.seenText} />}
    >
      <TunedExperiment view={view} />
    </MicroShell>
  );
}

function Now({ mission, state }: { mission: string; state: TunedState }) {
  const t = useTranslations("labs.microGpt.tuned.now");
  const { newLoss, newLossAtStart, oldBefore, oldAfter } = state;
  if (mission === "new-lines" && newLoss !== null && newLossAtStart !== null) {
    return t("loss", { loss: decimal(newLoss, 2), goal: decimal(0.9 * newLossAtStart, 2) });
  }
  if (mission === "old-text" && oldBefore !== null) return t(oldAfter === null ? "once" : "twice");
  return null;
}

type TunedSeenProps = { state: TunedState; locale: MicroBenchProps["locale"]; after: string | undefined };

function TunedSeen({ state, locale, after }: TunedSeenProps) {
  const t = useTranslations("labs.microGpt");
  const { steps, newLoss, newLossAtStart, oldBefore, oldAfter, hashAfter, bet } = state;
  const direction = directionOf(state);
  const option = bet === null ? undefined : betOptions[bet];
  const show = (loss: number | null) => decimal(loss ?? NaN, 2);
  const words = {
    ...rich,
    steps,
    from: show(newLossAtStart),
    to: show(newLoss),
    before: show(oldBefore),
    later: show(oldAfter),
  };
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          hashAfter === null ? t("tuned.seen.nothing") : t.rich("tuned.seen.tuned", words),
          direction === null
            ? null
            : t.rich("tuned.seen.old", { ...words, direction: t(`tuned.directions.${direction}`) }),
          option === undefined || hashAfter === null
            ? null
            : t("seenBet", { bet: t(`betOptions.fine-tune.${option}`) }),
          after,
        ]}
      />
    </SeenLine>
  );
}

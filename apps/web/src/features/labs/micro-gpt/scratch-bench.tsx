"use client";
import { useTranslations } from "next-intl";
import { count, decimal } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import type { MicroBenchProps } from "./micro-gpt-lab.tsx";
import { betOptions, MicroShell } from "./micro-shell.tsx";
import { ScratchExperiment } from "./scratch-experiment.tsx";
import { publishScratch, recentLoss, type ScratchState } from "./scratch.ts";
import { useScratch } from "./use-scratch.ts";

/** A model trained from nothing, frozen, used, and resumed. */
export function ScratchBench(props: MicroBenchProps) {
  const view = useScratch(props.locale);
  const { state } = view;
  return (
    <MicroShell
      preset="from-scratch"
      props={props}
      published={publishScratch(state)}
      onReset={view.restart}
      bet={state.bet}
      onBet={view.bet}
      now={(mission) => <Now mission={mission} state={state} />}
      seen={<ScratchSeen state={state} locale={props.locale} after={props.seenText} />}
    >
      <ScratchExperiment view={view} />
    </MicroShell>
  );
}

function Now({ mission, state }: { mission: string; state: ScratchState }) {
  const t = useTranslations("labs.microGpt.scratch.now");
  const { firstLoss, generatedSinceFreeze } = state;
  const recent = recentLoss(state);
  if (mission === "loss-falls" && firstLoss !== null && recent !== null) {
    return t("loss", { loss: decimal(recent, 2), goal: decimal(0.8 * firstLoss, 2) });
  }
  if (mission === "freeze-and-write" && state.isFrozen) return t("written", { count: generatedSinceFreeze });
  return null;
}

type ScratchSeenProps = { state: ScratchState; locale: MicroBenchProps["locale"]; after: string | undefined };

function ScratchSeen({ state, locale, after }: ScratchSeenProps) {
  const t = useTranslations("labs.microGpt");
  const { steps, firstLoss, parameters, hashAtFreeze, hashNow, generatedSinceFreeze, resumed, bet } = state;
  const option = bet === null ? undefined : betOptions[bet];
  const words = {
    ...rich,
    steps: count(steps, locale),
    parameters: count(parameters ?? 0, locale),
    first: decimal(firstLoss ?? NaN, 2),
    loss: decimal(recentLoss(state) ?? NaN, 2),
    written: generatedSinceFreeze,
  };
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          firstLoss === null ? t("scratch.seen.nothing") : t.rich("scratch.seen.trained", words),
          hashAtFreeze === null || generatedSinceFreeze === 0 || resumed.length > 0
            ? null
            : t.rich(hashNow === hashAtFreeze ? "scratch.seen.frozen" : "scratch.seen.moved", words),
          resumed.length === 0 ? null : t(resumed.at(-1)?.changed ? "scratch.seen.resumed" : "scratch.seen.still"),
          option === undefined || generatedSinceFreeze === 0
            ? null
            : t("seenBet", { bet: t(`betOptions.from-scratch.${option}`) }),
          after,
        ]}
      />
    </SeenLine>
  );
}

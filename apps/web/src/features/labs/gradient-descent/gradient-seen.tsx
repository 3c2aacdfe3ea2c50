"use client";
import { useLocale, useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { exerciseUpdates, solvedUpdates } from "./exercise.ts";
import { axes, bottom, largestStableRate, lossOf, runListing, type Run } from "./problem.ts";
import { betOptions, type GradientState, type PresetId } from "./state.ts";

export type GradientSeenProps = { preset: PresetId; state: GradientState; run: Run; after?: string | undefined };

/** What was seen, with live numbers; then what the lesson says about it. */
export function GradientSeen({ preset, state, run, after }: GradientSeenProps) {
  return (
    <SeenLine>
      <Sentences
        locale={useLocale()}
        of={[
          <PresetSeen key="seen" preset={preset} state={state} run={run} />,
          <BetSeen key="bet" preset={preset} state={state} />,
          after,
        ]}
      />
    </SeenLine>
  );
}

function PresetSeen({ preset, state, run }: GradientSeenProps) {
  if (preset === "by-hand") return <ByHandSeen state={state} />;
  return preset === "contour" ? <RunSeen run={run} /> : <ExerciseSeen state={state} />;
}

/** The steps that w has taken so far, each with the slope that made it. */
function ExerciseSeen({ state }: { state: GradientState }) {
  const t = useTranslations("labs.gradient.seen.exercise");
  const locale = useLocale();
  const done = exerciseUpdates.slice(0, solvedUpdates(state));
  const last = done.at(-1);
  if (last === undefined) return t("start", { loss: decimal(lossOf(0, 0), 3) });
  const steps = done.map(({ epoch, w, wBefore, dw }) =>
    t.rich("step", { ...rich, update: epoch, step: decimal(w - wBefore, 3), slope: decimal(dw, 3) }),
  );
  return (
    <Sentences
      locale={locale}
      of={[...steps, t.rich("loss", { ...rich, updates: done.length, loss: decimal(lossOf(last.w, last.b), 3) })]}
    />
  );
}

function ByHandSeen({ state }: { state: GradientState }) {
  const t = useTranslations("labs.gradient.seen");
  const digits = state.solved ? 3 : 2;
  return (
    <Sentences
      locale={useLocale()}
      of={[
        t.rich("byHand", {
          ...rich,
          w: decimal(state.w, digits),
          b: decimal(state.b, digits),
          loss: decimal(lossOf(state.w, state.b), 3),
          bottom: decimal(bottom.loss, 3),
        }),
        state.solved ? t("whyNotZero", { b: decimal(bottom.b, 3) }) : null,
      ]}
    />
  );
}

function RunSeen({ run }: { run: Run }) {
  const t = useTranslations("labs.gradient.seen");
  const locale = useLocale();
  const last = run.updates.at(-1);
  const values = {
    ...rich,
    rate: decimal(run.learningRate, 3),
    final: decimal(run.finalLoss, 6),
    bottom: decimal(bottom.loss, 6),
  };
  if (run.learningRate > largestStableRate) return t.rich("grows", { ...values, limit: decimal(largestStableRate, 4) });
  return (
    <Sentences
      locale={locale}
      of={[
        t.rich("falls", {
          ...values,
          verdict: t(`verdict.${verdictOf(run)}`),
          six: decimal(last === undefined ? NaN : last.w * 6 + last.b, 3),
        }),
        t.rich("valley", { ...rich, ratio: decimal(axes[0].curvature / axes[1].curvature, 0) }),
      ]}
    />
  );
}

/** How a run that does not fly off ends, by what is left above the bottom. */
function verdictOf(run: Run): "near" | "short" | "crawl" | "swing" {
  const left = run.finalLoss - bottom.loss;
  if (left <= 0.0005) return "near";
  if (left <= 0.02) return "short";
  return run.learningRate > largestStableRate * 0.9 ? "swing" : "crawl";
}

function BetSeen({ preset, state }: { preset: PresetId; state: GradientState }) {
  const t = useTranslations("labs.gradient");
  const option = state.bet === null ? undefined : betOptions[state.bet];
  if (option === undefined) return null;
  const bet = t(`betOptions.${preset}.${option}`);
  if (preset === "by-hand") return t("seen.bet.by-hand", { bet });
  if (preset === "worked-faded-free") return solvedUpdates(state) < 2 ? null : t("seen.bet.worked-faded-free", { bet });
  // The bet is about 0.1. It is answered once a run beyond the edge has been seen.
  const hasFlown = state.learningRate > largestStableRate || state.seen.some((record) => record.grows);
  if (!hasFlown) return null;
  return t.rich("seen.bet.contour", { ...rich, bet, loss: decimal(runListing(0.1).finalLoss, 0) });
}

"use client";
import { countExceptions, exactMatch, isOrderBroken, meanScores, paperScores, scoreSizes } from "@fewshot/ml-core";
import { useLocale, useTranslations } from "next-intl";
import { decimal, percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { at } from "../score-plot/at.ts";
import { endNames, rowOf, scoreAt, type ExplorerState } from "./state.ts";
import { heightOfStep, heightText, sizeSteps, tallestStep } from "./steps.ts";

const exceptions = countExceptions();

/** What was seen, with live numbers; then what the lesson says about it. */
export function ExplorerSeen({ state, after }: { state: ExplorerState; after?: string | undefined }) {
  const seen = {
    "figure-1-2": <ExamplesSeen key="seen" state={state} />,
    "figure-1-3": <OrderSeen key="seen" state={state} />,
    emergence: <StepsSeen key="seen" state={state} />,
  };
  return (
    <SeenLine>
      <Sentences locale={useLocale()} of={[seen[state.preset], <BetSeen key="bet" state={state} />, after]} />
    </SeenLine>
  );
}

function ExamplesSeen({ state }: { state: ExplorerState }) {
  const t = useTranslations("labs.figures");
  const locale = useLocale();
  const ends = endNames(state);
  const task = t(`tasks.${state.task}` as "tasks.LAMBADA");
  const scores = [0, 1, 2].map((end) => scoreAt(state, state.size, end));
  return (
    <Sentences
      locale={locale}
      of={[
        t.rich("seen.scores", {
          ...rich,
          task,
          size: at(scoreSizes, state.size),
          zero: String(scores[0]),
          one: String(scores[1]),
          few: String(scores[2]),
          k: at(ends, 2),
        }),
        ...state.brackets.map((mark) =>
          t.rich("seen.bracket", {
            ...rich,
            line: at(scoreSizes, mark.line),
            from: at(ends, mark.from),
            to: at(ends, mark.to),
            axis: t(`axis.${state.axis}`),
            height: heightText(heightOfStep(state, mark), state.axis),
          }),
        ),
      ]}
    />
  );
}

function OrderSeen({ state }: { state: ExplorerState }) {
  const t = useTranslations("labs.figures.seen");
  const size = at(scoreSizes, state.size);
  const row = state.series === "task" ? rowOf(state.task) : meanScores;
  const [zero, one, few] = [at(row.zero, state.size), at(row.one, state.size), at(row.few, state.size)];
  const count = paperScores.filter((each) => isOrderBroken(each, state.size)).length;
  const digits = state.series === "task" ? 2 : 1;
  const text = (score: number) => String(Number(decimal(score, digits)));
  return t.rich("order", {
    ...rich,
    size,
    count: String(count),
    zero: text(zero),
    one: text(one),
    few: text(few),
    verdict: t(zero > one || one > few ? "broken" : "kept"),
    ...{ cells: String(exceptions.cells), curves: String(exceptions.curves) },
  });
}

function StepsSeen({ state }: { state: ExplorerState }) {
  const t = useTranslations("labs.figures");
  const steps = sizeSteps(state);
  const tallest = tallestStep(steps);
  const last = at(steps, steps.length - 1);
  const higher = steps.filter(({ height }) => height !== null && height > (last.height ?? -Infinity)).length;
  return (
    <Sentences
      locale={useLocale()}
      of={[
        tallest === undefined
          ? null
          : t.rich("seen.steps", {
              ...rich,
              axis: t(`axis.${state.axis}`),
              how: t(state.isPerTenfold ? "seen.steepest" : "seen.tallest"),
              step: tallest.name,
              height: heightText(tallest.height, state.axis),
              last: heightText(last.height, state.axis),
              rank: String(higher + 1),
            }),
        t.rich("seen.word", {
          ...rich,
          q: percent(state.q, 0),
          letters: String(state.letters),
          word: percent(exactMatch(state.q, state.letters)),
        }),
      ]}
    />
  );
}

/** The answer to the bet, once the reader has looked. */
function BetSeen({ state }: { state: ExplorerState }) {
  const t = useTranslations("labs.figures");
  if (state.bet === null) return null;
  const bet = t(`bets.${state.preset}.${(["a", "b", "c"] as const)[state.bet] ?? "a"}`);
  const hasLooked = state.preset === "figure-1-3" || state.axis === "log-odds";
  return hasLooked ? t(`seen.bet.${state.preset}`, { bet }) : null;
}

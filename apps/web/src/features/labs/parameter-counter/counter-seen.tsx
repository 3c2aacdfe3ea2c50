"use client";
import { parameterParts } from "@fewshot/ml-core";
import { useLocale, useTranslations } from "next-intl";
import { bigNumber } from "../big-number.ts";
import { count, decimal, percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { betOptions, growth, layerShare, totalOf, type CounterState } from "./state.ts";

/** What was seen of the machine on show; then what the lesson says about it. */
export function CounterSeen({ state, after }: { state: CounterState; after?: string | undefined }) {
  return (
    <SeenLine>
      <Sentences locale={useLocale()} of={[<Seen key="seen" state={state} />, after]} />
    </SeenLine>
  );
}

function Seen({ state }: { state: CounterState }) {
  const t = useTranslations("labs.parameterCounter.seen");
  const locale = useLocale();
  const n = totalOf(state);
  const total = count(n, locale);
  if (state.machine === "layer") return t.rich("layer", { ...rich, total, n: state.inputs, m: state.outputs });
  if (state.machine === "line") {
    return <Sentences locale={locale} of={[t.rich("line", { ...rich, total, n }), n === 2 ? t("lineDone") : null]} />;
  }
  const { layers, dModel } = state.shape;
  const share = percent(layerShare(parameterParts(state.shape)));
  return (
    <Sentences
      locale={locale}
      of={[
        t.rich("gpt", { ...rich, total, share, layers, width: count(dModel, locale) }),
        state.bet === null ? null : <Growth key="growth" state={state} bet={state.bet} />,
      ]}
    />
  );
}

/** The answer to the bet, for the shape on show. Only for those who have bet. */
function Growth({ state, bet }: { state: CounterState; bet: number }) {
  const t = useTranslations("labs.parameterCounter");
  const locale = useLocale();
  const { deeper, wider } = growth(state.shape);
  return t.rich("seen.growth", {
    ...rich,
    bet: t(`betOptions.${betOptions[bet] ?? "same"}`),
    deeper: bigNumber(deeper, locale),
    wider: bigNumber(wider, locale),
    ratio: decimal(wider / deeper, 1),
  });
}

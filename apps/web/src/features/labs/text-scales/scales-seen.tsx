"use client";
import { gbkBytes, hanCapacity, utf8Bytes } from "@fewshot/ml-core";
import { useLocale, useTranslations } from "next-intl";
import { bigNumber } from "../big-number.ts";
import { count } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { betOptions, bytesPerToken, capacities, type ScalesState } from "./state.ts";
import { ratioText } from "./token-panel.tsx";

/** What was seen of the text, of the box once it was filled, and of the tokens; then what the lesson says. */
export function ScalesSeen({ state, after }: { state: ScalesState; after?: string | undefined }) {
  const hasFilled = state.characters > 0;
  return (
    <SeenLine>
      <Sentences
        locale={useLocale()}
        of={[
          state.text === "" ? null : <TextSeen key="text" text={state.text} />,
          hasFilled ? <BoxSeen key="box" capacity={state.capacity} /> : null,
          hasFilled && state.bet !== null ? <BetSeen key="bet" bet={state.bet} /> : null,
          <RatioSeen key="ratio" state={state} />,
          after,
        ]}
      />
    </SeenLine>
  );
}

function TextSeen({ text }: { text: string }) {
  const t = useTranslations("labs.textScales.seen");
  const gbk = gbkBytes(text);
  const values = { ...rich, text, utf8: utf8Bytes(text) };
  return gbk === null ? t.rich("textMissing", values) : t.rich("text", { ...values, gbk });
}

function BoxSeen({ capacity }: { capacity: number }) {
  const t = useTranslations("labs.textScales.seen");
  const locale = useLocale();
  return t.rich("box", {
    ...rich,
    capacity: count(capacity, locale),
    utf8: count(hanCapacity(capacity, "utf-8"), locale),
    gbk: count(hanCapacity(capacity, "gbk"), locale),
  });
}

function BetSeen({ bet }: { bet: number }) {
  const t = useTranslations("labs.textScales");
  const locale = useLocale();
  const megabyte = capacities["1 MB"];
  return t("seen.bet", {
    bet: t(`betOptions.${betOptions[bet] ?? "depends"}`),
    utf8: count(hanCapacity(megabyte, "utf-8"), locale),
    gbk: count(hanCapacity(megabyte, "gbk"), locale),
  });
}

function RatioSeen({ state }: { state: ScalesState }) {
  const t = useTranslations("labs.textScales.seen");
  const tokens = bigNumber(state.tokens, useLocale());
  return t.rich("ratio", {
    ...rich,
    tokens,
    amount: state.amount,
    unit: state.unit,
    n: ratioText(bytesPerToken(state)),
  });
}

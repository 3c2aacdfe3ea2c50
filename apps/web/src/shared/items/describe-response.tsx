import type { Feedback, PublicItem, PublicOption } from "@fewshot/quiz";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  chosenOption,
  chosenOptions,
  chosenTruth,
  keptOrder,
  keptWords,
  placedChips,
  typedText,
  type ItemOf,
} from "./item-response.ts";

type Described = { item: PublicItem; response: unknown };

/** An answer in words, as the item's own options say it. */
export function describeResponse(item: PublicItem, response: unknown): ReactNode {
  return <ResponseWords item={item} response={response} />;
}

/** The right answer in words; for a number with its tolerance. */
export function describeCorrect(item: PublicItem, { correctAnswer }: Pick<Feedback, "correctAnswer">): ReactNode {
  if (correctAnswer.kind !== "numeric") return describeResponse(item, correctAnswer);
  return <NumberWords {...correctAnswer} isPercent={item.kind === "numeric" && item.input === "percent"} />;
}

function ResponseWords({ item, response }: Described) {
  const t = useTranslations("common.item");
  const words = useOptionWords(item);
  const none = t("none");
  switch (item.kind) {
    case "single":
      return words([chosenOption(response)]) || none;
    case "multiple":
      return words(chosenOptions(response)) || none;
    case "true-false": {
      const truth = chosenTruth(response);
      return truth === null ? none : t(`${truth}`);
    }
    case "numeric":
      return typedText(response) || none;
    case "distribution":
      return Object.keys(placedChips(response)).length === 0 ? (
        none
      ) : (
        <ChipWords item={item} chips={placedChips(response)} />
      );
    case "match":
      return <PairWords item={item} pairs={keptWords(response, "pairs")} />;
    case "order":
      return <OrderWords item={item} order={keptOrder(response)} />;
    case "cloze":
      return <BlankWords item={item} blanks={keptWords(response, "blanks")} />;
  }
}

function useOptionWords(item: PublicItem): (ids: readonly (string | null)[]) => string {
  const t = useTranslations("common.item");
  const options = "options" in item ? item.options : [];
  return (ids) =>
    options
      .filter(({ id }) => ids.includes(id))
      .map(({ text }) => text)
      .join(t("statementSeparator"));
}

function ChipWords({ item, chips }: { item: PublicItem; chips: Readonly<Record<string, number>> }) {
  const t = useTranslations("common.item");
  const options = "options" in item ? item.options : [];
  return options.map(({ id, text }) => t("chipsOf", { option: text, count: chips[id] ?? 0 })).join(t("separator"));
}

const textOf = (options: readonly PublicOption[], id: string | undefined) =>
  options.find((option) => option.id === id)?.text;

function PairWords({ item, pairs }: { item: ItemOf<"match">; pairs: Readonly<Record<string, string>> }) {
  const t = useTranslations("common.item");
  const said = item.left.flatMap(({ id, text }) => {
    const right = textOf(item.right, pairs[id]);
    return right === undefined ? [] : [t("pair", { left: text, right })];
  });
  return said.join(t("statementSeparator")) || t("none");
}

function OrderWords({ item, order }: { item: ItemOf<"order">; order: readonly string[] }) {
  const t = useTranslations("common.item");
  const said = order.map((id, place) => t("place", { number: place + 1, text: textOf(item.options, id) ?? "" }));
  return said.join(t("statementSeparator")) || t("none");
}

function BlankWords({ item, blanks }: { item: ItemOf<"cloze">; blanks: Readonly<Record<string, string>> }) {
  const t = useTranslations("common.item");
  const said = item.blanks.flatMap(({ id, input }, place) => {
    const text = input === "option" ? textOf(item.options, blanks[id]) : blanks[id];
    return text ? [t("place", { number: place + 1, text: input === "percent" ? withPercent(text) : text })] : [];
  });
  return said.join(t("statementSeparator")) || t("none");
}

/** A number as typed, with the sign that stands behind its field. */
const withPercent = (typed: string) => (/[%％]\s*$/.test(typed) ? typed : `${typed}%`);

function NumberWords({ value, tolerance, isPercent }: { value: number; tolerance: number; isPercent: boolean }) {
  const format = useFormatter();
  const unit = isPercent ? "%" : "";
  if (tolerance === 0)
    return <span className="num">{format.number(value, { maximumSignificantDigits: 6 }) + unit}</span>;
  const number = format.number(value, { maximumFractionDigits: digitsWithin(tolerance) }) + unit;
  return (
    <span className="num">
      {number} <span className="faint">± {format.number(tolerance, { maximumSignificantDigits: 3 })}</span>
    </span>
  );
}

/** One decimal more than the tolerance has: a digit that no marker looks at says nothing. */
function digitsWithin(tolerance: number): number {
  return Math.min(20, Math.max(0, 1 - Math.floor(Math.log10(tolerance))));
}

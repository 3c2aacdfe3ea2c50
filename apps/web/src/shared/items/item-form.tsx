"use client";
import type { PublicItem } from "@fewshot/quiz";
import { useTranslations } from "next-intl";
import { ChoiceInput } from "./choice-input.tsx";
import { ClozeInput } from "./cloze-input.tsx";
import { DistributionInput } from "./distribution-input.tsx";
import { MatchInput } from "./match-input.tsx";
import { NumericInput } from "./numeric-input.tsx";
import { OrderInput } from "./order-input.tsx";
import type { ItemResponse } from "./item-response.ts";

export type ItemFormProps = {
  item: PublicItem;
  /** What has been answered so far; null, or anything that is no answer to this kind, counts as nothing. */
  value: unknown;
  /** null when an answer was taken back. */
  onChange: (response: ItemResponse | null) => void;
  disabled?: boolean;
  /** Unique on the page. */
  name: string;
  /** After the kind: "1 point". */
  note?: string;
};

/** One question of any kind that can be played, made of native inputs. Holds no state of its own. */
export function ItemForm(props: ItemFormProps) {
  const { item, disabled, note } = props;
  const t = useTranslations("common.item");
  const kind = item.graded ? t(`kind.${item.kind}`) : t("bet");
  return (
    <fieldset disabled={disabled} className="item-form">
      <legend className="stem">{item.prompt}</legend>
      <p className="pts">{note ? t("kindAndNote", { kind, note }) : kind}</p>
      <Answer {...props} />
    </fieldset>
  );
}

function Answer({ item, value, onChange, disabled, name }: ItemFormProps) {
  switch (item.kind) {
    case "single":
    case "multiple":
    case "true-false":
      return <ChoiceInput item={item} value={value} onChange={onChange} name={name} />;
    case "numeric":
      return <NumericInput item={item} value={value} onChange={onChange} />;
    case "distribution":
      return <DistributionInput item={item} value={value} onChange={onChange} disabled={disabled} />;
    case "match":
      return <MatchInput item={item} value={value} onChange={onChange} />;
    case "order":
      return <OrderInput item={item} value={value} onChange={onChange} />;
    case "cloze":
      return <ClozeInput item={item} value={value} onChange={onChange} />;
  }
}

"use client";
import { useTranslations } from "next-intl";
import { keptWords, type ItemOf, type ItemResponse } from "./item-response.ts";
import { OptionSelect } from "./option-select.tsx";

type Props = {
  item: ItemOf<"match">;
  value: unknown;
  onChange: (response: ItemResponse | null) => void;
};

/** Things on the left, each with a list of partners to choose from. */
export function MatchInput({ item, value, onChange }: Props) {
  const t = useTranslations("common.item");
  const pairs = keptWords(value, "pairs");
  function choose(left: string, right: string) {
    const { [left]: _before, ...others } = pairs;
    const next = right === "" ? others : { ...others, [left]: right };
    onChange(Object.keys(next).length > 0 ? { pairs: next } : null);
  }
  return (
    <div className="fill-in">
      {item.left.map(({ id, text }) => (
        <label key={id} className="fill-line">
          <span>{text}</span>
          <OptionSelect
            options={item.right}
            value={pairs[id] ?? ""}
            none={t("choose")}
            onChange={(right) => choose(id, right)}
          />
        </label>
      ))}
    </div>
  );
}

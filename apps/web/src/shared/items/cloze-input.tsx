"use client";
import { useTranslations } from "next-intl";
import { keptWords, type ItemOf, type ItemResponse } from "./item-response.ts";
import { OptionSelect } from "./option-select.tsx";

type Props = {
  item: ItemOf<"cloze">;
  value: unknown;
  onChange: (response: ItemResponse | null) => void;
};

/** The numbered blanks of the text above, one line each: a list of options, or a number. */
export function ClozeInput({ item, value, onChange }: Props) {
  const t = useTranslations("common.item");
  const blanks = keptWords(value, "blanks");
  function fill(id: string, answer: string) {
    const { [id]: _before, ...others } = blanks;
    const next = answer === "" ? others : { ...others, [id]: answer };
    onChange(Object.keys(next).length > 0 ? { blanks: next } : null);
  }
  return (
    <div className="fill-in">
      {item.blanks.map(({ id, input }, place) => (
        <label key={id} className="fill-line">
          <span>{t("blank", { number: place + 1 })}</span>
          {input === "option" ? (
            <OptionSelect
              options={item.options}
              value={blanks[id] ?? ""}
              none={t("choose")}
              onChange={(option) => fill(id, option)}
            />
          ) : (
            <span className="flex items-center gap-2.5">
              <input
                className="field n"
                type="text"
                inputMode="decimal"
                autoComplete="off"
                maxLength={200}
                value={blanks[id] ?? ""}
                onChange={(event) => fill(id, event.target.value)}
              />
              %
            </span>
          )}
        </label>
      ))}
    </div>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { chosenOption, chosenOptions, chosenTruth, type ItemOf, type ItemResponse } from "./item-response.ts";

type Props = {
  item: ItemOf<"single" | "multiple" | "true-false">;
  value: unknown;
  onChange: (response: ItemResponse | null) => void;
  name: string;
};

type Line = { id: string; text: string; isChosen: boolean; choose: (isChosen: boolean) => ItemResponse | null };

/** The options as lines; each knows the answer that choosing it makes. */
function linesOf({ item, value }: Props, truthWords: { true: string; false: string }): Line[] {
  switch (item.kind) {
    case "single":
      return item.options.map(({ id, text }) => ({
        id,
        text,
        isChosen: chosenOption(value) === id,
        choose: () => ({ choice: id }),
      }));
    case "multiple":
      return item.options.map(({ id, text }) => ({
        id,
        text,
        isChosen: chosenOptions(value).includes(id),
        choose: (isChosen) => {
          const others = chosenOptions(value).filter((chosen) => chosen !== id);
          const choices = isChosen ? [...others, id].sort() : others;
          return choices.length > 0 ? { choices } : null;
        },
      }));
    case "true-false":
      return [true, false].map((truth) => ({
        id: String(truth),
        text: truthWords[`${truth}`],
        isChosen: chosenTruth(value) === truth,
        choose: () => ({ value: truth }),
      }));
  }
}

/** Radio buttons or checkboxes; the whole line is the label. */
export function ChoiceInput(props: Props) {
  const { item, name, onChange } = props;
  const t = useTranslations("common.item");
  const type = item.kind === "multiple" ? "checkbox" : "radio";
  return (
    <div className="opts">
      {linesOf(props, { true: t("true"), false: t("false") }).map(({ id, text, isChosen, choose }) => (
        <label key={id}>
          <input
            type={type}
            name={name}
            value={id}
            checked={isChosen}
            onChange={(event) => onChange(choose(event.target.checked))}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}

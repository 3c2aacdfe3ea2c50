"use client";
import { Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { placedChips, type ItemOf, type ItemResponse } from "./item-response.ts";

type Props = {
  item: ItemOf<"distribution">;
  value: unknown;
  onChange: (response: ItemResponse | null) => void;
  disabled?: boolean;
};

/** Chips shared among outcomes: one slider each, and how many are still in the hand. */
export function DistributionInput({ item, value, onChange, disabled }: Props) {
  const t = useTranslations("common.item");
  const chips = placedChips(value);
  const count = (id: string) => chips[id] ?? 0;
  const left = item.total - item.options.reduce((sum, { id }) => sum + count(id), 0);

  function place(id: string, wanted: number) {
    // A hand cannot hold less than nothing: a slider stops where the chips run out.
    const possible = Math.min(wanted, count(id) + Math.max(0, left));
    const next = Object.fromEntries(item.options.map((option) => [option.id, count(option.id)]));
    next[id] = possible;
    onChange(Object.values(next).some((placed) => placed > 0) ? { chips: next } : null);
  }

  return (
    <div className="mt-4 grid max-w-[420px] gap-3">
      {item.options.map(({ id, text }) => (
        <Slider
          key={id}
          label={text}
          value={count(id)}
          min={0}
          max={item.total}
          step={1}
          disabled={disabled}
          display={String(count(id))}
          onChange={(wanted) => place(id, wanted)}
        />
      ))}
      <p className="small dim num" role="status">
        {left > 0 ? t("chipsLeft", { left, total: item.total }) : t("chipsDone", { total: item.total })}
      </p>
    </div>
  );
}

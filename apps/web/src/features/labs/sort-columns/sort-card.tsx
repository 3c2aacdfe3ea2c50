"use client";
import { useTranslations } from "next-intl";
import { StateMark } from "@fewshot/ui";
import { decks, type Card, type ColumnId, type PresetId } from "./decks.ts";
import { columnOf } from "./state.ts";

export type SortCardProps = {
  /** The id of its select, by which the board finds it again after a move. */
  selectId: string;
  card: Card;
  preset: PresetId;
  column: ColumnId | null;
  /** Shown once all cards are placed. */
  verdict: "right" | "wrong" | null;
  onPlace: (column: ColumnId | null) => void;
};

/** The kind of data that a dragged card is known by. */
export const dragType = "text/plain";

/** One statement: dragged, or moved by the select under it. */
export function SortCard({ selectId, card, preset, column, verdict, onPlace }: SortCardProps) {
  const t = useTranslations("labs.sortColumns");
  const text = t(`cards.${card.id}`);
  return (
    <li className="sort-card" draggable onDragStart={(event) => event.dataTransfer.setData(dragType, card.id)}>
      <p>{text}</p>
      {verdict === null ? null : (
        <p className="cap sort-verdict">
          <StateMark state={verdict} label={t(verdict === "right" ? "inPlace" : "elsewhere")} />
          {verdict === "wrong" ? t(`why.${card.id}`) : t("inPlace")}
        </p>
      )}
      <select
        id={selectId}
        className="field"
        aria-label={t("selectLabel", { card: text })}
        value={column ?? ""}
        onChange={(event) => onPlace(columnOf(event.target.value))}
      >
        <option value="">{t("choose")}</option>
        {decks[preset].columns.map((id) => (
          <option key={id} value={id}>
            {t(`columns.${id}`)}
          </option>
        ))}
      </select>
    </li>
  );
}

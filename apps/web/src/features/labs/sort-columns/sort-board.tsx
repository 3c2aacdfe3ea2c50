"use client";
import { useEffect, useId, useState, type DragEvent, type ReactNode } from "react";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decks, type Card, type CardId, type ColumnId } from "./decks.ts";
import { dragType, SortCard } from "./sort-card.tsx";
import { score, type SortState } from "./state.ts";

export type SortBoardProps = { state: SortState; onPlace: (card: CardId, column: ColumnId | null) => void };

/** The pile and three columns. A card moves by drag or by its select; the focus goes with it. */
export function SortBoard({ state, onPlace }: SortBoardProps) {
  const t = useTranslations("labs.sortColumns");
  const { columns, cards } = decks[state.preset];
  const id = useId();
  // A new object for every move, so that the focus follows a card that is moved twice.
  const [moved, setMoved] = useState<{ card: CardId } | null>(null);
  useEffect(() => {
    if (moved !== null) document.getElementById(`${id}${moved.card}`)?.focus();
  }, [id, moved]);
  const isDone = score(state).placed === cards.length;
  const verdictOf = (card: Card) => (state.places[card.id] === card.column ? "right" : "wrong");
  const zone = (column: ColumnId | null) => ({
    cards: cards.filter((card) => (state.places[card.id] ?? null) === column),
    onDrop: (dragged: string) => {
      const card = cards.find((candidate) => candidate.id === dragged);
      if (card !== undefined) onPlace(card.id, column);
    },
    render: (card: Card) => (
      <SortCard
        key={card.id}
        selectId={`${id}${card.id}`}
        card={card}
        preset={state.preset}
        column={column}
        verdict={isDone ? verdictOf(card) : null}
        onPlace={(chosen) => {
          setMoved({ card: card.id });
          onPlace(card.id, chosen);
        }}
      />
    ),
  });
  return (
    <>
      <p className="cap">{t("how")}</p>
      <div className="bench sort-board">
        <div className="tray">
          <Zone name={t("pile")} empty={t("pileEmpty")} {...zone(null)} />
        </div>
        <div className="sort-columns">
          {columns.map((column) => (
            <Zone key={column} name={t(`columns.${column}`)} empty={t("columnEmpty")} {...zone(column)} />
          ))}
        </div>
      </div>
      {isDone ? <Answers state={state} /> : null}
    </>
  );
}

type ZoneProps = {
  name: string;
  empty: string;
  cards: readonly Card[];
  render: (card: Card) => ReactNode;
  onDrop: (card: string) => void;
};

/** Where cards lie and can be dropped. */
function Zone({ name, empty, cards, render, onDrop }: ZoneProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDrop(event.dataTransfer.getData(dragType));
  };
  return (
    <section
      className={isOver ? "sort-zone over" : "sort-zone"}
      aria-label={name}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="fig-h">
        <div>{name}</div>
        <span className="num">{cards.length}</span>
      </div>
      {cards.length === 0 ? <p className="cap">{empty}</p> : <ul>{cards.map(render)}</ul>}
    </section>
  );
}

function Answers({ state }: { state: SortState }) {
  const t = useTranslations("labs.sortColumns");
  const summary = useTranslations("labs.frame")("table");
  const rows = decks[state.preset].cards.map(({ id, column }) => {
    const yours = state.places[id];
    return [t(`cards.${id}`), yours === undefined ? "" : t(`columns.${yours}`), t(`columns.${column}`), t(`why.${id}`)];
  });
  return (
    <div className="word-table">
      <DataTable
        summary={summary}
        header={[t("table.card"), t("table.yours"), t("table.key"), t("table.why")]}
        rows={rows}
      />
    </div>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { keptOrder, moved, type ItemOf, type ItemResponse } from "./item-response.ts";

type Props = {
  item: ItemOf<"order">;
  value: unknown;
  onChange: (response: ItemResponse | null) => void;
};

type Direction = "up" | "down";

/** A list whose lines move up and down. Until one was moved, or the order was taken as it stands, nothing is answered. */
export function OrderInput({ item, value, onChange }: Props) {
  const t = useTranslations("common.item");
  const shown = item.options.map(({ id }) => id);
  const kept = keptOrder(value);
  const isAnswered = kept.length === shown.length && shown.every((id) => kept.includes(id));
  const order = isAnswered ? kept : shown;
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ id: string; direction: Direction } | null>(null);

  // The line moves away from under the focus: it goes along, to the other button where this one has come to its end.
  useEffect(() => {
    if (!pressed.current) return;
    const { id, direction } = pressed.current;
    pressed.current = null;
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-line="${id}"] button`) ?? [])];
    const wanted = buttons[direction === "up" ? 0 : 1];
    (wanted?.disabled ? buttons.find(({ disabled }) => !disabled) : wanted)?.focus();
  });

  function move(id: string, direction: Direction) {
    pressed.current = { id, direction };
    onChange({ order: moved(order, id, direction === "up" ? -1 : 1) });
  }

  return (
    <>
      <ol className="order" ref={list}>
        {order.map((id, place) => {
          const text = item.options.find((option) => option.id === id)?.text ?? "";
          return (
            <li key={id} data-line={id}>
              <span className="k">{place + 1}</span>
              <span>{text}</span>
              <span>
                {(["up", "down"] as const).map((direction) => (
                  <button
                    key={direction}
                    type="button"
                    aria-label={t(direction, { text })}
                    disabled={direction === "up" ? place === 0 : place === order.length - 1}
                    onClick={() => move(id, direction)}
                  >
                    <span aria-hidden="true">{direction === "up" ? "↑" : "↓"}</span>
                  </button>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      {isAnswered ? (
        <p className="small dim mt-3" role="status">
          {t("ordered")}
        </p>
      ) : (
        <button type="button" className="btn sm mt-3" onClick={() => onChange({ order })}>
          {t("asItStands")}
        </button>
      )}
    </>
  );
}

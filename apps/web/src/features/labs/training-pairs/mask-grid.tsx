"use client";
import { useRef, useState, type KeyboardEvent } from "react";
import { causalMask } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { mostInMask, type Cell } from "./state.ts";

export type MaskGridProps = {
  /** The text's tokens, as words. */
  labels: readonly string[];
  cell: Cell | null;
  onCell: (cell: Cell) => void;
};

const steps: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Who may look at whom: rows look, columns are looked at. One tab stop; arrows move, Enter or a click points. */
export function MaskGrid({ labels, cell, onCell }: MaskGridProps) {
  const t = useTranslations("labs.trainingPairs.mask");
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<Cell>({ row: 1, column: 1 });
  const shown = labels.slice(0, mostInMask);
  const n = shown.length;
  const tabStop = `${Math.min(stop.row, n)}-${Math.min(stop.column, n)}`;
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [row, column] = [stop.row + step.row, stop.column + step.column];
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
  };
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
        {labels.length > n ? <span>{t("more", { shown: n })}</span> : null}
      </div>
      <table className="mask-grid" role="grid" aria-label={t("heading")} ref={table} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t("looks")}</span>
            </th>
            {shown.map((label, column) => (
              <th key={column} scope="col">
                <span className="mask-head">{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {causalMask(n).map((sees, row) => (
            <tr key={row}>
              <th scope="row">
                <span className="num">{row + 1}</span> {shown[row]}
              </th>
              {sees.map((isSeen, column) => {
                const here = { row: row + 1, column: column + 1 };
                const name = `${here.row}-${here.column}`;
                return (
                  <td key={column} role="gridcell">
                    <button
                      type="button"
                      className={isSeen ? "sees" : "hidden-cell"}
                      data-cell={name}
                      tabIndex={name === tabStop ? 0 : -1}
                      aria-pressed={cell?.row === here.row && cell.column === here.column}
                      aria-label={t(isSeen ? "cellSeen" : "cellHidden", { ...here, token: shown[column] ?? "" })}
                      onFocus={() => setStop(here)}
                      onClick={() => onCell(here)}
                    >
                      {isSeen ? "●" : "–"}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="cap" aria-live="polite">
        {cell === null ? t("hint") : t(`said.${kindOf(cell)}`, { ...cell, token: labels[cell.column - 1] ?? "" })}
      </p>
    </div>
  );
}

/** A look back, at itself, at its own answer, or further ahead. */
function kindOf({ row, column }: Cell): "before" | "self" | "answer" | "ahead" {
  if (column < row) return "before";
  if (column === row) return "self";
  return column === row + 1 ? "answer" : "ahead";
}

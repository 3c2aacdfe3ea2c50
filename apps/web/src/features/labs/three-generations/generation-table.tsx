"use client";
import type { Generation } from "@fewshot/ml-core";
import { Icon } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { factorWords, paperWords, popularWords } from "./cell-words.ts";
import {
  changedCells,
  growingRows,
  rows,
  sortableRows,
  sortedModels,
  type Cell,
  type GenerationsState,
  type Row,
  type SortableRow,
} from "./state.ts";

export type GenerationTableProps = {
  state: GenerationsState;
  onPapers: (papers: boolean) => void;
  onFlag: (cell: Cell) => void;
  onSort: (row: SortableRow) => void;
};

/** Seven rows, three models: every cell takes a flag, every row of numbers sorts. */
export function GenerationTable({ state, onPapers, onFlag, onSort }: GenerationTableProps) {
  const t = useTranslations("labs.generations");
  const models = sortedModels(state);
  return (
    <div>
      <div className="generations-head">
        <label>
          <input type="checkbox" checked={state.papers} onChange={(event) => onPapers(event.target.checked)} />
          {t("table.papers")}
        </label>
        <span className="small dim">{t(state.papers ? "table.legendPapers" : "table.legend")}</span>
      </div>
      <table className="ruled generations">
        <caption className="sr">{t("table.caption")}</caption>
        <thead>
          <tr>
            <td />
            {models.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row} className={row === state.sortedBy ? "is-sorted" : undefined}>
              <RowHead row={row} state={state} onSort={onSort} />
              {models.map((model) => (
                <td key={model.id}>
                  <CellButton model={model} row={row} state={state} onFlag={onFlag} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowHeadProps = { row: Row; state: GenerationsState; onSort: (row: SortableRow) => void };

function RowHead({ row, state, onSort }: RowHeadProps) {
  const t = useTranslations("labs.generations");
  const locale = useLocale();
  const name = t(`rows.${row}`);
  const sortable = sortableRows.find((each) => each === row);
  if (sortable === undefined) return <th scope="row">{name}</th>;
  const isSorted = state.sortedBy === row;
  const growing = isSorted ? growingRows.find((each) => each === row) : undefined;
  const order = state.isDescending ? "descending" : "ascending";
  return (
    <th scope="row" aria-sort={isSorted ? order : undefined}>
      <button type="button" aria-label={t("table.sort", { row: name })} onClick={() => onSort(sortable)}>
        {name}
        <span className={isSorted ? "sort-sign" : "sort-sign off"}>
          <Icon name={isSorted && state.isDescending ? "up" : "down"} />
        </span>
      </button>
      {growing === undefined ? null : (
        <span className="num factors">{t("table.sorted", { factors: factorWords(growing, locale) })}</span>
      )}
    </th>
  );
}

type CellButtonProps = {
  model: Generation;
  row: Row;
  state: GenerationsState;
  onFlag: (cell: Cell) => void;
};

/** A cell: the popular account, below it the papers. A flag strikes out what the papers do not have. */
function CellButton({ model, row, state, onFlag }: CellButtonProps) {
  const t = useTranslations("labs.generations");
  const locale = useLocale();
  const cell: Cell = `${model.id} ${row}`;
  const popular = popularWords(t, locale, { model, row });
  const paper = paperWords(t, locale, { model, row });
  const isFlagged = state.flags.includes(cell);
  const isStruck = isFlagged && state.papers && changedCells.includes(cell);
  const words = { model: model.name, row: t(`rows.${row}`), popular, paper };
  return (
    <button
      type="button"
      className="cell"
      aria-pressed={isFlagged}
      aria-label={t(state.papers ? "table.cellPapers" : "table.cell", words)}
      onClick={() => onFlag(cell)}
    >
      <span>
        {isStruck ? <s>{popular}</s> : popular}
        {isFlagged ? <Flag /> : null}
      </span>
      {state.papers ? <span className="paper">{paper}</span> : null}
    </button>
  );
}

function Flag() {
  return (
    <svg className="flag" viewBox="0 0 12 14" aria-hidden="true">
      <path d="M2 13V1.5h8L8 4.5l2 3H2" />
    </svg>
  );
}

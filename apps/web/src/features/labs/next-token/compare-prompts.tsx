"use client";
import { useId, useState } from "react";
import { useTranslations } from "next-intl";
import { count, decimal, percent } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { compareTables, type PairRow } from "./comparison.ts";
import type { Distribution } from "./distribution.ts";
import { longestPrompt } from "./link.ts";
import { Token } from "./token.tsx";
import { useTable, type NextTokenView } from "./use-next-token.ts";

/** Tokens taken from each table. */
const top = 6;

/** A second prompt, and its next token beside this one's, under the same knobs. */
export function ComparePrompts({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.compare");
  const { source, state } = view;
  const look = { knobs: state.knobs, shown: top };
  const here = useTable(source, source === null ? null : source.promptIds(state.prompt), look);
  const there = useTable(source, source === null || state.other === null ? null : source.promptIds(state.other), look);
  return (
    <div className="compare">
      <div className="fig-h">
        <div>{t("heading")}</div>
      </div>
      <CompareForm view={view} />
      {here === null || there === null || state.other === null ? null : (
        <Pair view={view} tables={{ here, there }} prompts={[state.prompt, state.other]} />
      )}
    </div>
  );
}

function CompareForm({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.compare");
  const id = useId();
  const [draft, setDraft] = useState("");
  const isReady = view.activity === "idle" && draft !== "";
  return (
    <form
      className="compare-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void view.session.compare(draft.toWellFormed());
      }}
    >
      <label className="small dim" htmlFor={id}>
        {t("label")}
      </label>
      <input
        id={id}
        className="field"
        type="text"
        value={draft}
        maxLength={longestPrompt}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
      />
      <button className="btn sm" type="submit" aria-disabled={!isReady}>
        {t("compare")}
      </button>
    </form>
  );
}

type PairProps = {
  view: NextTokenView;
  tables: { here: Distribution; there: Distribution };
  prompts: readonly [here: string, there: string];
};

function Pair({ view, tables, prompts }: PairProps) {
  const t = useTranslations("labs.nextToken.compare");
  const { here, there } = tables;
  const { rows, shared } = compareTables(here, there, top);
  const scale = Math.max(...rows.flatMap((row) => [row.here, row.there]));
  const keptOf = (table: Distribution) =>
    t("kept", { kept: count(table.candidates.length, view.locale), entropy: decimal(table.entropy, 2) });
  return (
    <>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("heading")}>
        <table className="ruled small pairs">
          <thead>
            <tr>
              <th scope="col">{t("token")}</th>
              {prompts.map((prompt, column) => (
                <th key={column} scope="col">
                  {prompt}
                  <span className="micro dim">{keptOf(column === 0 ? here : there)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PairLine key={row.id} view={view} row={row} scale={scale} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="cap">{t.rich("shared", { ...rich, shared: percent(shared) })}</p>
    </>
  );
}

function PairLine({ view, row, scale }: { view: NextTokenView; row: PairRow; scale: number }) {
  return (
    <tr>
      <td>
        <Token piece={view.piece(row.id)} />
      </td>
      {[row.here, row.there].map((share, column) => (
        <td key={column} className="num">
          <span className="pair-bar" style={{ width: `${((100 * share) / scale).toFixed(2)}%` }} aria-hidden="true" />
          {percent(share)}
        </td>
      ))}
    </tr>
  );
}

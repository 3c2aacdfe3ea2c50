"use client";
import { useState } from "react";
import { isOrderBroken, paperScores, scoreSizes } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { at } from "../score-plot/at.ts";
import type { StateProps } from "./controls.tsx";
import { changeView } from "./state.ts";

/** Lists the rows whose order is broken at the size on show, once a reader asks for them. */
export function Finder({ state, onState }: StateProps) {
  const t = useTranslations("labs.figures");
  const [isOpen, setOpen] = useState(false);
  const broken = paperScores.filter((row) => isOrderBroken(row, state.size));
  const size = at(scoreSizes, state.size);
  return (
    <div className="explorer-finder">
      <button className="btn sm" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? "finder.close" : "finder.open", { size })}
      </button>
      {isOpen ? (
        <>
          <p className="small">{t("finder.found", { size, count: broken.length })}</p>
          <ul className="explorer-found">
            {broken.map((row) => (
              <li key={row.name}>
                <button
                  type="button"
                  aria-pressed={state.series === "task" && state.task === row.name}
                  onClick={() => onState(changeView(state, { task: row.name, series: "task" }))}
                >
                  <span>{t(`tasks.${row.name}` as "tasks.LAMBADA")}</span>
                  <span className="num">
                    {row.zero[state.size]} / {row.one[state.size]} / {row.few[state.size]}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

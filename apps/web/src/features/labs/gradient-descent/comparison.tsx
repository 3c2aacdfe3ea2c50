"use client";
import { useMemo } from "react";
import type { Line } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { bottom, epochs, lineAfter, lossOf, type Update } from "./problem.ts";

/** Where the run is looked at again if it goes on: the listing's end, ten times that, and fifty times. */
const later = [epochs, 1000, 5000] as const;

/** The run beside least squares: now, at the listing's end, and long after. Stopped and arrived are told apart by it. */
export function Comparison({ update, learningRate }: { update: Update; learningRate: number }) {
  const t = useTranslations("labs.gradient.comparison");
  const after = useMemo(() => later.map((updates) => lineAfter(learningRate, updates)), [learningRate]);
  return (
    <div className="comparison">
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note", { rate: learningRate })}</span>
      </div>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("heading")}>
        <table className="ruled small">
          <thead>
            <tr>
              <th scope="col">{t("updates")}</th>
              {["w", "b", t("loss"), t("six")].map((name) => (
                <th key={name} scope="col" className="r">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row head={t("now", { updates: update.epoch + 1 })} line={update} isLive />
            {later.map((updates, i) => (
              <Row key={updates} head={t("after", { updates })} line={after[i] ?? bottom} isLive />
            ))}
            <Row head={t("leastSquares")} line={bottom} />
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Least squares does not depend on anything one can move, so it stands in ink. */
function Row({ head, line: { w, b }, isLive = false }: { head: string; line: Line; isLive?: boolean }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {[w, b, lossOf(w, b), 6 * w + b].map((value, i) => (
        <td key={i} className={isLive ? "r num live" : "r num"}>
          {decimal(value, 3)}
        </td>
      ))}
    </tr>
  );
}

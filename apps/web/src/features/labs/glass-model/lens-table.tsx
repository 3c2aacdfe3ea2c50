"use client";
import { useMemo } from "react";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { Token, useTokenLabel } from "../next-token/token.tsx";
import { lensRows, type Inside } from "./inside.ts";

/** Guesses shown for each layer. */
const top = 3;

export type LensProps = { inside: Inside; position: number; onPosition: (position: number) => void };

/** The logit lens: what would come next after each layer, were it the last. */
export function LensTable({ inside, position, onPosition }: LensProps) {
  const t = useTranslations("labs.glassModel.lens");
  const label = useTokenLabel(inside.piece);
  const rows = useMemo(() => lensRows(inside, position, top), [inside, position]);
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
      </div>
      <div className="strip lens-positions" role="group" aria-label={t("positions")}>
        {inside.ids.map((id, at) => (
          <button
            key={at}
            type="button"
            className="walk-token"
            aria-pressed={at === position}
            aria-label={t("position", { n: at + 1, token: label(id) })}
            onClick={() => onPosition(at)}
          >
            <Token piece={inside.piece(id)} state={at === position ? "drawn" : "possible"} />
          </button>
        ))}
      </div>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("heading")}>
        <table className="ruled small">
          <thead>
            <tr>
              <th scope="col">{t("after")}</th>
              <th scope="col">{t("guesses")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((guesses, depth) => (
              <tr key={depth}>
                <td>{depth === 0 ? t("embedding") : t("layer", { layer: depth })}</td>
                <td>
                  <span className="lens-guesses">
                    {guesses.map(({ id, prob }) => (
                      <span key={id} className="num">
                        <Token piece={inside.piece(id)} /> {percent(prob)}
                      </span>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="cap">{t("note")}</p>
    </div>
  );
}

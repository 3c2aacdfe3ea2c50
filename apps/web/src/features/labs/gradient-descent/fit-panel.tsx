"use client";
import { useId } from "react";
import type { Line } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { Axes, tame, type Frame } from "./axes.tsx";
import { lit, type Lit } from "./lit.ts";
import { xs, ys } from "./problem.ts";

const frame: Frame = { left: 34, right: 334, top: 24, bottom: 264, x: (x) => 34 + x * 52, y: (y) => 264 - y * 18.6 };

export type FitPanelProps = {
  /** The line of these parameters, in blue. */
  line: Line;
  /** The line before the update, dashed; the errors are measured from it. Null where there is no update. */
  before: Line | null;
  /** The line that least squares gives, dotted; left out where it is still to be found. */
  best?: Line;
  lit: Lit | null;
};

/** Five points, the line, and the errors of the line that the loss is computed from. */
export function FitPanel({ line, before, best, lit: now }: FitPanelProps) {
  const t = useTranslations("labs.gradient.fit");
  const clip = useId();
  const errors = before ?? line;
  const words = { w: decimal(line.w, 3), b: decimal(line.b, 3) };
  return (
    <figure>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span className="num">
          y = <span className="live">{decimal(line.w, 3)}</span> x {line.b < 0 ? "−" : "+"}{" "}
          <span className="live">{decimal(Math.abs(line.b), 3)}</span>
        </span>
      </div>
      <svg
        viewBox="0 0 340 290"
        width="100%"
        role="img"
        aria-label={t(before === null ? "describeByHand" : "describe", words)}
      >
        <Axes frame={frame} xTicks={[1, 2, 3, 4, 5]} yTicks={[0, 4, 8, 12]} xLabel="x" yLabel="y" />
        <clipPath id={clip}>
          <rect x="34" y="8" width="306" height="256" />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          <g className={lit(now, "loss", "grad")} stroke="var(--red)" strokeWidth="1.5" strokeDasharray="3 3">
            {xs.map((x, i) => (
              <line key={x} x1={frame.x(x)} x2={frame.x(x)} y1={frame.y(ys[i] ?? 0)} y2={heightAt(errors, x)} />
            ))}
          </g>
          {best === undefined ? null : (
            <line {...ends(best)} stroke="var(--ink)" strokeWidth="1.25" strokeDasharray="1 4" />
          )}
          {before === null ? null : (
            <line
              className={lit(now, "pred")}
              {...ends(before)}
              stroke="var(--ink-3)"
              strokeWidth="1.25"
              strokeDasharray="5 4"
            />
          )}
          <line className={lit(now, "upd")} {...ends(line)} stroke="var(--live)" strokeWidth="2.25" />
          {xs.map((x, i) => (
            <circle
              key={x}
              cx={frame.x(x)}
              cy={frame.y(ys[i] ?? 0)}
              r="4.5"
              fill="var(--ink)"
              stroke="var(--paper)"
              strokeWidth="1.5"
            />
          ))}
        </g>
        {best === undefined ? null : (
          <text x="334" y="20" textAnchor="end" fontSize="12" fill="var(--ink-2)">
            {t("best")}
          </text>
        )}
      </svg>
    </figure>
  );
}

function heightAt({ w, b }: Line, x: number): number {
  return tame(frame.y(w * x + b));
}

/** A line from one side of the figure to the other. */
function ends(line: Line): { x1: number; y1: number; x2: number; y2: number } {
  return { x1: frame.x(0), y1: heightAt(line, 0), x2: frame.x(5.8), y2: heightAt(line, 5.8) };
}

"use client";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { Axes, type Frame } from "../gradient-descent/axes.tsx";
import type { CurvePoint } from "./scratch.ts";

export type LossCurveProps = {
  heading: string;
  curve: readonly CurvePoint[];
  /** A loss to compare with, as a dotted line. */
  goal: { loss: number; label: string } | null;
};

/** The training loss, step by step. */
export function LossCurve({ heading, curve, goal }: LossCurveProps) {
  const t = useTranslations("labs.microGpt.curve");
  const last = curve.at(-1);
  const mostSteps = niceCeiling(Math.max(50, last?.step ?? 0));
  const highest = Math.ceil(Math.max(4, ...curve.map(({ loss }) => loss)));
  const frame: Frame = {
    left: 34,
    right: 404,
    top: 16,
    bottom: 196,
    x: (step) => 34 + (step / mostSteps) * 370,
    y: (loss) => 196 - (loss / highest) * 180,
  };
  const path = curve.map(({ step, loss }) => `${frame.x(step).toFixed(1)} ${frame.y(loss).toFixed(1)}`).join("L");
  return (
    <figure>
      <div className="fig-h">
        <div>{heading}</div>
        <span>{t("note")}</span>
      </div>
      <svg
        viewBox="0 0 410 222"
        width="100%"
        role="img"
        aria-label={last === undefined ? t("empty") : t("describe", { step: last.step, loss: decimal(last.loss, 2) })}
      >
        <Axes
          frame={frame}
          xTicks={[0, mostSteps / 4, mostSteps / 2, (3 * mostSteps) / 4]}
          yTicks={Array.from({ length: highest + 1 }, (_, loss) => loss)}
          xLabel={t("step")}
        />
        {goal === null ? null : (
          <g>
            <line
              x1="34"
              x2="404"
              y1={frame.y(goal.loss)}
              y2={frame.y(goal.loss)}
              stroke="var(--ink)"
              strokeDasharray="1 4"
            />
            <text
              className="haloed"
              x="402"
              y={frame.y(goal.loss) - 5}
              textAnchor="end"
              fontSize="12"
              fill="var(--ink-2)"
            >
              {goal.label}
            </text>
          </g>
        )}
        {path === "" ? null : <path d={`M${path}`} fill="none" stroke="var(--live)" strokeWidth="2" />}
        {last === undefined ? null : (
          <circle cx={frame.x(last.step)} cy={frame.y(last.loss)} r="4.5" fill="var(--live)" stroke="var(--paper)" />
        )}
      </svg>
    </figure>
  );
}

/** The next of 50, 100, 200, 500, 1000, … */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((one) => one * power >= value) ?? 10;
  return factor * power;
}

"use client";
import { useId } from "react";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { Axes, tame, type Frame } from "../gradient-descent/axes.tsx";
import { lossOf, slopesAt } from "../gradient-descent/problem.ts";
import { ranges } from "./state.ts";

const highest = 140;

const frame: Frame = {
  left: 34,
  right: 324,
  top: 24,
  bottom: 264,
  x: (w) => 34 + ((w - ranges.w.min) / (ranges.w.max - ranges.w.min)) * 290,
  y: (loss) => 264 - (loss / highest) * 240,
};

/** Half of the tangent's width, in units of w. */
const reach = 0.75;

/** The loss for every w with b held: a valley, the place in it, and the tangent whose slope is dw. */
export function ValleyPanel({ w, b }: { w: number; b: number }) {
  const t = useTranslations("labs.nudge.valley");
  const clip = useId();
  const { dw } = slopesAt({ w, b });
  const loss = lossOf(w, b);
  const at = (x: number) => tame(frame.y(loss + dw * (x - w)));
  const slope = decimal(dw, 3);
  const onLeft = w > 1.5;
  return (
    <figure>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("held", { b: decimal(b, 1) })}</span>
      </div>
      <svg
        viewBox="0 0 330 290"
        width="100%"
        role="img"
        aria-label={t("describe", { b: decimal(b, 1), w: decimal(w, 3), loss: decimal(loss, 3), slope })}
      >
        <Axes frame={frame} xTicks={[-1, 0, 1, 2, 3]} yTicks={[0, 50, 100]} xLabel="w" />
        <clipPath id={clip}>
          <rect x="34" y="12" width="290" height="252" />
        </clipPath>
        <g clipPath={`url(#${clip})`} fill="none">
          <path d={valley(b)} stroke="var(--edge)" strokeWidth="1.75" />
          <line
            x1={frame.x(w - reach)}
            y1={at(w - reach)}
            x2={frame.x(w + reach)}
            y2={at(w + reach)}
            stroke="var(--live)"
            strokeWidth="2"
          />
          <circle cx={frame.x(w)} cy={frame.y(loss)} r="5.5" fill="var(--live)" stroke="var(--paper)" strokeWidth="2" />
        </g>
        <text
          className="nudge-label"
          x={frame.x(w) + (onLeft ? -12 : 12)}
          y={Math.max(36, frame.y(loss) - 14)}
          textAnchor={onLeft ? "end" : "start"}
        >
          dw = {slope}
        </text>
      </svg>
    </figure>
  );
}

function valley(b: number): string {
  const points = Array.from({ length: 101 }, (_, i) => {
    const w = ranges.w.min + (i / 100) * (ranges.w.max - ranges.w.min);
    return `${frame.x(w).toFixed(1)} ${frame.y(lossOf(w, b)).toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}

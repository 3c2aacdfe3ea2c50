"use client";
import { wilsonInterval } from "@fewshot/ml-core";
import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { percent } from "../format.ts";
import { useWidth } from "../frame/use-width.ts";
import { Axes, type Frame } from "../gradient-descent/axes.tsx";
import { nameOf } from "./names.ts";
import { expectedRate, isMixture, parts, type Outcome, type PairState } from "./state.ts";

const height = 250;

/** How often outputs are mixed, by the share: the formula as a line, this share as a dot, the draws as an open circle. */
export function RateCurve({ state, drawn }: { state: PairState; drawn: readonly Outcome[] }) {
  const t = useTranslations("labs.autoregressive");
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 440);
  const frame = frameOf(width);
  const rate = expectedRate(state);
  const share = state.fourteenths / parts;
  const mixed = drawn.filter(isMixture).length;
  const describe = t(drawn.length === 0 ? "curve.describe" : "curve.describeDrawn", {
    name: nameOf(0, locale),
    share: percent(share),
    rate: percent(rate),
    drawn: drawn.length === 0 ? "" : percent(mixed / drawn.length),
  });
  return (
    <div>
      <div className="fig-h">
        <div>{t("curve.heading")}</div>
        <span className="live num">{percent(rate)}</span>
      </div>
      <div ref={box}>
        <svg viewBox={`0 0 ${width} ${height}`} width="100%" height={height} role="img" aria-label={describe}>
          <Axes
            frame={frame}
            xTicks={[0, 0.5, 1]}
            yTicks={[0, 0.25, 0.5]}
            xLabel=""
            yLabel=""
            format={(value) => `${100 * value}%`}
          />
          <path d={curvePath(state, frame)} fill="none" stroke="var(--live)" strokeWidth="2" />
          <line
            x1={frame.x(share)}
            x2={frame.x(share)}
            y1={frame.bottom}
            y2={frame.y(rate)}
            stroke="var(--edge)"
            strokeDasharray="3 3"
          />
          <circle cx={frame.x(share)} cy={frame.y(rate)} r="4" fill="var(--live)" />
          {drawn.length === 0 ? null : <Measured frame={frame} share={share} mixed={mixed} draws={drawn.length} />}
          <text x={frame.right} y={height - 6} textAnchor="end" fontSize="12" fontWeight="600" fill="var(--ink-2)">
            {t("curve.axis", { name: nameOf(0, locale) })}
          </text>
        </svg>
      </div>
      <p className="key">
        <span>{t("curve.line")}</span>
        <span>{t("curve.circle")}</span>
      </p>
    </div>
  );
}

type MeasuredProps = { frame: Frame; share: number; mixed: number; draws: number };

/** What the draws came to, with the 95% interval as whiskers. */
function Measured({ frame, share, mixed, draws }: MeasuredProps) {
  const { low, high } = wilsonInterval(mixed, draws);
  const [x, top] = [frame.x(share), frame.top];
  return (
    <g stroke="var(--viz-ours)" fill="var(--paper)">
      <line x1={x} x2={x} y1={frame.y(low)} y2={Math.max(top, frame.y(high))} strokeWidth="1.5" />
      <circle cx={x} cy={Math.max(top, frame.y(mixed / draws))} r="6" strokeWidth="2" fillOpacity="0.6" />
    </g>
  );
}

/** A little above 50% fits, so that the top of the curve is not the top of the figure. */
function frameOf(width: number): Frame {
  const [left, right, top, bottom] = [44, width - 22, 14, height - 46];
  return {
    left,
    right,
    top,
    bottom,
    x: (share) => left + share * (right - left),
    y: (rate) => bottom - (rate / 0.6) * (bottom - top),
  };
}

function curvePath(state: PairState, { x, y }: Frame): string {
  const points = Array.from({ length: 4 * parts + 1 }, (_, i) => {
    const fourteenths = i / 4;
    return `${x(fourteenths / parts).toFixed(1)} ${y(expectedRate({ ...state, fourteenths })).toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}

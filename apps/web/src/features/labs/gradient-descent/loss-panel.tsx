"use client";
import { useId } from "react";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { Axes, type Frame } from "./axes.tsx";
import { lit, type Lit } from "./lit.ts";
import { bottom, epochs, type Run, type Update } from "./problem.ts";

/** The axis ends here; a run that flies off leaves the figure, and a note says so. */
const [lowest, highest] = [0.02, 200];

const decades = Math.log10(highest / lowest);

const frame: Frame = {
  left: 34,
  right: 304,
  top: 24,
  bottom: 264,
  x: (epoch) => 34 + (epoch / (epochs - 1)) * 270,
  y: (loss) => 264 - (Math.log10(loss / lowest) / decades) * 240,
};

/** The loss before each update on a log axis: what has been walked in full blue, what lies ahead pale. */
export function LossPanel({ run, epoch, lit: now }: { run: Run; epoch: number; lit: Lit | null }) {
  const t = useTranslations("labs.gradient.loss");
  const clip = useId();
  const update = run.updates[epoch];
  const loss = update?.loss ?? NaN;
  const isClipped = !(loss <= highest);
  const words = {
    epoch,
    loss: decimal(loss, 4),
    final: decimal(run.finalLoss, 4),
    bottom: decimal(bottom.loss, 4),
  };
  const labelX = Math.min(frame.x(epoch) + 8, 236);
  return (
    <figure>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <svg viewBox="0 0 310 290" width="100%" role="img" aria-label={t("describe", words)}>
        <Axes frame={frame} xTicks={[0, 25, 50, 75]} yTicks={[0.1, 1, 10, 100]} xLabel="epoch" />
        <clipPath id={clip}>
          <rect x="34" y="18" width="270" height="246" />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          <line
            x1="34"
            x2="304"
            y1={frame.y(bottom.loss)}
            y2={frame.y(bottom.loss)}
            stroke="var(--ink)"
            strokeWidth="1.25"
            strokeDasharray="1 4"
          />
          <path d={curve(run.updates)} fill="none" stroke="var(--live-track)" strokeWidth="2" />
          <path d={curve(run.updates.slice(0, epoch + 1))} fill="none" stroke="var(--live)" strokeWidth="2" />
          {isClipped ? null : (
            <circle
              className={lit(now, "loss")}
              cx={frame.x(epoch)}
              cy={frame.y(loss)}
              r="5"
              fill="var(--live)"
              stroke="var(--paper)"
              strokeWidth="2"
            />
          )}
        </g>
        <g fontSize="12" className="haloed">
          <text x="300" y={frame.y(bottom.loss) + 16} textAnchor="end" fill="var(--ink-2)">
            {t("bottom", { loss: decimal(bottom.loss, 4) })}
          </text>
          <text
            x={isClipped ? 300 : labelX}
            textAnchor={isClipped ? "end" : undefined}
            y={Math.max(40, isClipped ? 40 : frame.y(loss) - 9)}
            fontWeight="600"
            fill={isClipped ? "var(--red)" : "var(--live)"}
          >
            {isClipped ? `↑ ${decimal(loss, 4)}` : decimal(loss, 4)}
          </text>
        </g>
      </svg>
      {isClipped ? <figcaption className="cap text-red">{t("clipped", { top: highest })}</figcaption> : null}
    </figure>
  );
}

/** Points above the axis are drawn just outside, so that the line leaves the figure where it should. */
function curve(updates: readonly Update[]): string {
  const points = updates
    .map(({ epoch, loss }) => ({ epoch, loss: Number.isFinite(loss) ? Math.min(loss, highest * 1e3) : highest * 1e3 }))
    .map(({ epoch, loss }) => `${frame.x(epoch).toFixed(1)} ${frame.y(Math.max(loss, lowest / 10)).toFixed(1)}`);
  return `M${points.join("L")}`;
}

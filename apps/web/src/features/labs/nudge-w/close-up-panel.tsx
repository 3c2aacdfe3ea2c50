"use client";
import type { Line } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { changeOf, nudgeOf, readNudge, type Nudged } from "./nudge.ts";
import { sizeText } from "./size-text.ts";

const [left, right, top, bottom] = [16, 314, 30, 258] as const;
const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };

export type CloseUpPanelProps = { place: Line; size: number; nudged: Nudged | null };

/** The same valley from so near that a nudge can be seen: the smaller the nudge, the straighter the curve. */
export function CloseUpPanel({ place, size, nudged }: CloseUpPanelProps) {
  const t = useTranslations("labs.nudge.closeUp");
  const direction = nudged ?? "w";
  const { slope, change } = readNudge(place, direction, size);
  const changeAt = (distance: number) => changeOf(place, nudgeOf(direction, distance));
  const highest = Math.max(...[-2, 2].flatMap((n) => [Math.abs(changeAt(n * size)), Math.abs(slope * n * size)]));
  const x = (distance: number) => middle.x + (distance / (2 * size)) * (right - middle.x);
  const y = (loss: number) => middle.y - (loss / highest) * (middle.y - top);
  const curve = Array.from({ length: 41 }, (_, i) => ((i - 20) / 10) * size);
  const words = { what: t(`along.${direction}`), size: sizeText(size), change: decimal(change, digitsOf(size)) };
  return (
    <figure>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{words.what}</span>
      </div>
      <svg
        viewBox="0 0 330 290"
        width="100%"
        role="img"
        aria-label={t(nudged === null ? "describeStill" : "describe", words)}
      >
        <Grid size={size} x={x} note={t("axis")} />
        <line
          x1={x(-2 * size)}
          y1={y(-2 * size * slope)}
          x2={x(2 * size)}
          y2={y(2 * size * slope)}
          stroke="var(--ink-3)"
          strokeDasharray="5 4"
        />
        <path
          d={`M${curve.map((distance) => `${x(distance).toFixed(1)} ${y(changeAt(distance)).toFixed(1)}`).join("L")}`}
          fill="none"
          stroke="var(--edge)"
          strokeWidth="1.75"
        />
        {nudged === null ? null : <Drop x={x(size)} y={y(change)} text={words.change} />}
        <circle cx={middle.x} cy={middle.y} r="5" fill="var(--paper)" stroke="var(--live)" strokeWidth="2" />
      </svg>
    </figure>
  );
}

/** Enough places for the change that a nudge of this size makes. */
export function digitsOf(size: number): number {
  return size < 0.001 ? 10 : 6;
}

/** The level of the place itself, and how far a nudge goes to either side. */
function Grid({ size, x, note }: { size: number; x: (distance: number) => number; note: string }) {
  return (
    <g fontSize="12" fill="var(--ink-3)">
      <line x1={left} x2={right} y1={middle.y} y2={middle.y} stroke="var(--rule)" />
      <line x1={left} x2={right} y1="264" y2="264" stroke="var(--ink)" />
      {[-size, 0, size].map((distance) => (
        <g key={distance}>
          <line x1={x(distance)} x2={x(distance)} y1="264" y2="268" stroke="var(--ink)" />
          <text x={x(distance)} y="282" textAnchor="middle">
            {distance < 0 ? "−" : distance > 0 ? "+" : ""}
            {distance === 0 ? "0" : sizeText(size)}
          </text>
        </g>
      ))}
      <text x={right} y={middle.y - 6} textAnchor="end">
        {note}
      </text>
    </g>
  );
}

/** From the level before to the loss after. */
function Drop({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <g>
      <path d={`M${middle.x} ${middle.y}H${x}V${y}`} fill="none" stroke="var(--live)" strokeWidth="2" />
      <circle cx={x} cy={y} r="5.5" fill="var(--live)" stroke="var(--paper)" strokeWidth="2" />
      <text className="nudge-label" x={x - 10} y={y > middle.y ? y + 14 : y - 8} textAnchor="end">
        {text}
      </text>
    </g>
  );
}

"use client";
import { useRef } from "react";
import { exactMatch } from "@fewshot/ml-core";
import { DataTable, Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { useWidth } from "../frame/use-width.ts";
import { percent } from "../format.ts";
import type { StateProps } from "./controls.tsx";
import { changeWord, ranges } from "./state.ts";

const listed = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1];
const [left, top, height] = [40, 10, 150] as const;

/** The share of whole words right when each letter is right with probability q: a steep score of a steady skill. */
export function WordPanel({ state, onState }: StateProps) {
  const t = useTranslations("labs.figures.word");
  const table = useTranslations("labs.frame")("table");
  const { q, letters } = state;
  const word = exactMatch(q, letters);
  return (
    <figure className="explorer-word">
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span className="badge">{t("badge")}</span>
      </div>
      <div className="explorer-word-knobs">
        <Slider
          label={t("q")}
          {...ranges.q}
          value={q}
          display={percent(q, 0)}
          onChange={(value) => onState(changeWord(state, { q: Number(value.toFixed(2)) }))}
        />
        <Slider
          label={t("letters")}
          {...ranges.letters}
          value={letters}
          onChange={(value) => onState(changeWord(state, { letters: Math.round(value) }))}
        />
      </div>
      <WordCurve q={q} letters={letters} describe={t("describe", { q: percent(q, 0), letters, word: percent(word) })} />
      <figcaption className="cap">{t("caption")}</figcaption>
      <DataTable
        summary={table}
        header={[t("q"), t("wordRight")]}
        rows={listed.map((each) => [percent(each, 0), percent(exactMatch(each, letters))])}
      />
    </figure>
  );
}

function WordCurve({ q, letters, describe }: { q: number; letters: number; describe: string }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 480);
  const x = (share: number) => left + ((share - ranges.q.min) / (ranges.q.max - ranges.q.min)) * (width - left - 70);
  const y = (share: number) => top + height * (1 - share);
  const line = Array.from({ length: 51 }, (_, i) => ranges.q.min + i / 100);
  const word = exactMatch(q, letters);
  return (
    <div ref={box}>
      <svg width={width} height={top + height + 24} role="img" aria-label={describe} className="score-plot">
        <g fontSize="12" fill="var(--ink-3)">
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <line x1={left} x2={x(1)} y1={y(share)} y2={y(share)} stroke="var(--rule)" />
              <text x={left - 6} y={y(share) + 4} textAnchor="end">
                {100 * share}
              </text>
            </g>
          ))}
          {[0.5, 0.6, 0.7, 0.8, 0.9, 1].map((share) => (
            <text key={share} x={x(share)} y={top + height + 18} textAnchor="middle">
              {Math.round(100 * share)}
            </text>
          ))}
        </g>
        <line x1={x(0.5)} y1={y(0.5)} x2={x(1)} y2={y(1)} stroke="var(--ink-3)" strokeDasharray="4 4" />
        <polyline
          points={line.map((share) => `${x(share)},${y(exactMatch(share, letters))}`).join(" ")}
          fill="none"
          stroke="var(--live)"
          strokeWidth="2"
        />
        <circle cx={x(q)} cy={y(word)} r="5" fill="var(--paper)" stroke="var(--live)" strokeWidth="2" />
        <text x={x(q) + 10} y={y(word) + 4} fontSize="12" fontWeight="600" fill="var(--live)" className="halo-text">
          {percent(word)}
        </text>
      </svg>
    </div>
  );
}

"use client";
import { useId, useRef } from "react";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { useWidth } from "../frame/use-width.ts";
import { useTokenLabel } from "../next-token/token.tsx";
import { oneBackShare, sharesOf, type HeadId, type Inside } from "./inside.ts";

const frame = { widest: 460, left: 84, top: 70 } as const;

/** The shares of one head: a row for who looks, a column for what is looked at, darker for more. */
export function AttentionFigure({ inside, head }: { inside: Inside; head: HeadId }) {
  const t = useTranslations("labs.glassModel.figure");
  const table = useTranslations("labs.frame")("table");
  const label = useTokenLabel(inside.piece);
  const names = inside.ids.map(label);
  const shares = sharesOf(inside, head);
  const values = { layer: head.layer + 1, head: head.head + 1, share: percent(oneBackShare(shares)) };
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading", values)}</div>
        <span>{t("back", values)}</span>
      </div>
      <Matrix names={names} shares={shares} label={t("describe", values)} />
      <p className="cap">{t("note")}</p>
      <DataTable
        summary={table}
        header={[t("who"), ...names.map((name, i) => `${i + 1} ${name}`)]}
        rows={shares.map((row, i) => [
          `${i + 1} ${names[i] ?? ""}`,
          ...row.map((share, j) => (j > i ? "0" : percent(share))),
        ])}
      />
    </div>
  );
}

function Matrix({ names, shares, label }: { names: string[]; shares: number[][]; label: string }) {
  const hatch = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.min(useWidth(box, frame.widest), frame.widest);
  const cell = (width - frame.left) / Math.max(1, names.length);
  const height = frame.top + cell * names.length;
  return (
    <div ref={box}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1" height="5" fill="var(--viz-rest)" />
          </pattern>
        </defs>
        {names.map((name, i) => (
          <g key={i}>
            <Names name={name} index={i} cell={cell} />
            {shares[i]?.map((share, j) => (
              <rect
                key={j}
                x={frame.left + j * cell}
                y={frame.top + i * cell}
                width={cell}
                height={cell}
                stroke="var(--rule)"
                fill={j > i ? `url(#${hatch})` : "var(--viz-prob)"}
                fillOpacity={j > i ? 0.4 : share}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

const longestName = 8;

/** A token at the left of its row and over its column. */
function Names({ name, index, cell }: { name: string; index: number; cell: number }) {
  const short = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
  const middle = (index + 0.5) * cell;
  const x = frame.left + middle;
  return (
    <>
      <text x={frame.left - 8} y={frame.top + middle + 4} textAnchor="end" fontSize="12" fill="var(--ink-2)">
        {short}
      </text>
      <text
        x={x}
        y={frame.top - 8}
        textAnchor="start"
        fontSize="12"
        fill="var(--ink-2)"
        transform={`rotate(-50 ${x} ${frame.top - 8})`}
      >
        {short}
      </text>
    </>
  );
}

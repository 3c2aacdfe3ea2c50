"use client";
import { useId, useRef } from "react";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { count, decimal } from "../format.ts";
import { useWidth } from "../frame/use-width.ts";
import type { Distribution } from "./distribution.ts";
import { drawCounts, histogramBins, type HistogramBin } from "./draws.ts";
import { useTokenLabel } from "./token.tsx";
import type { NextTokenView } from "./use-next-token.ts";

/** Bars of a histogram beside the rest: more would not fit a phone. */
const mostBars = 8;

export type DrawsHistogramProps = {
  view: NextTokenView;
  distribution: Distribution;
  /** A bet on the count of one bar; id null is the rest. */
  bet: { id: number; count: number } | null;
};

/** Many draws from the table on show: counts as bars, the expectation as a tick, the bet as a diamond. */
export function DrawsHistogram({ view, distribution, bet }: DrawsHistogramProps) {
  const t = useTranslations("labs.nextToken.draws");
  const { state, session, locale, counts } = view;
  return (
    <div>
      <div className="fig-h draws-head">
        <div>{counts === null ? t("headingNone") : t("heading", { n: count(state.samples, locale) })}</div>
        <Segmented
          label={t("group")}
          choices={drawCounts.map((n) => ({ value: n, label: count(n, locale) }))}
          value={drawCounts.find((n) => n === state.samples) ?? null}
          onChange={(samples) => session.dispatch({ type: "sampled", samples })}
        />
      </div>
      {counts === null ? (
        <p className="cap">{t("none")}</p>
      ) : (
        <>
          <Histogram view={view} bins={foldedBins(distribution, counts)} bet={bet} />
          <Key hasBet={bet !== null} />
        </>
      )}
    </div>
  );
}

function foldedBins(distribution: Distribution, counts: ReadonlyMap<number, number>): HistogramBin[] {
  const bins = histogramBins(distribution, counts);
  const [rows, rest] = [bins.filter((bin) => bin.id !== null), bins.find((bin) => bin.id === null)];
  if (rows.length <= mostBars) return bins;
  const folded = rows.slice(mostBars);
  const sum = (key: "count" | "expected") => folded.reduce((total, bin) => total + bin[key], rest?.[key] ?? 0);
  return [...rows.slice(0, mostBars), { id: null, count: sum("count"), expected: sum("expected") }];
}

const frame = { width: 480, height: 196, top: 30, bottom: 54, tilt: 34 } as const;

function Histogram({
  view,
  bins,
  bet,
}: {
  view: NextTokenView;
  bins: HistogramBin[];
  bet: { id: number; count: number } | null;
}) {
  const t = useTranslations("labs.nextToken.draws");
  const label = useTokenLabel(view.piece);
  const hatchId = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, frame.width);
  const nameOf = (bin: HistogramBin) => (bin.id === null ? t("rest") : label(bin.id).replace(/^␣/, ""));
  const isTilted = bins.some((bin) => nameOf(bin).length > 3);
  const most = Math.max(1, bet?.count ?? 0, ...bins.flatMap((bin) => [bin.count, bin.expected]));
  const bottom = frame.height - (isTilted ? frame.bottom : 26);
  const y = (value: number) => bottom - (value / most) * (bottom - frame.top);
  const items = bins.map((bin) =>
    t("item", { token: nameOf(bin), count: bin.count, expected: decimal(bin.expected, 1) }),
  );
  const left = isTilted ? frame.tilt : 0;
  const slot = (width - left) / bins.length;
  return (
    <div ref={box}>
      <svg
        viewBox={`0 0 ${width} ${frame.height}`}
        width="100%"
        role="img"
        aria-label={t("describe", { n: view.state.samples, list: items.join(view.locale === "zh" ? "，" : ", ") })}
      >
        <defs>
          <pattern id={hatchId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.6" height="5" fill="var(--viz-rest)" />
          </pattern>
        </defs>
        <line x1={left} x2={width} y1={bottom + 0.5} y2={bottom + 0.5} stroke="var(--ink)" />
        {bins.map((bin, i) => (
          <Bar
            key={bin.id ?? "rest"}
            bin={bin}
            name={nameOf(bin)}
            isTilted={isTilted}
            x={left + i * slot + slot * 0.24}
            width={slot * 0.52}
            y={y}
            fill={bin.id === null ? `url(#${hatchId})` : "var(--viz-prob)"}
            bet={bet !== null && bet.id === bin.id ? bet.count : null}
          />
        ))}
      </svg>
    </div>
  );
}

type BarProps = {
  bin: HistogramBin;
  name: string;
  isTilted: boolean;
  x: number;
  width: number;
  y: (value: number) => number;
  fill: string;
  bet: number | null;
};

function Bar({ bin, name, isTilted, x, width, y, fill, bet }: BarProps) {
  const [base, centre] = [y(0), x + width / 2];
  const bar = Math.min(y(bin.count), bin.expected > 0 ? y(bin.expected) : base);
  const diamond = bet === null ? base : y(bet) - 7;
  // The count stands on its bar; a diamond that would cover it lifts it.
  const top = diamond < bar && bar - diamond < 28 ? diamond : bar;
  const nameY = isTilted ? base + 16 : base + 18;
  const shortName = name.length > 9 ? `${name.slice(0, 8)}…` : name;
  return (
    <g>
      {bin.count > 0 ? <rect x={x} y={y(bin.count)} width={width} height={base - y(bin.count)} fill={fill} /> : null}
      {bin.expected > 0 ? (
        <line
          x1={x - 6}
          x2={x + width + 6}
          y1={y(bin.expected)}
          y2={y(bin.expected)}
          stroke="var(--viz-expected)"
          strokeWidth="1.75"
        />
      ) : null}
      {bet === null ? null : (
        <path
          d={`M${centre} ${y(bet) - 6}l6 6-6 6-6-6z`}
          fill="var(--paper)"
          stroke="var(--viz-bet)"
          strokeWidth="1.6"
        />
      )}
      <text
        x={centre}
        y={top - 7}
        textAnchor="middle"
        fontSize="12"
        fontWeight="600"
        fill={bin.count > 0 ? "var(--ink)" : "var(--ink-3)"}
      >
        {bin.count}
      </text>
      <text
        x={centre}
        y={nameY}
        textAnchor={isTilted ? "end" : "middle"}
        transform={isTilted ? `rotate(-40 ${centre} ${nameY})` : undefined}
        fontSize="12"
        fill={bin.expected > 0 ? "var(--ink-2)" : "var(--ink-3)"}
        textDecoration={bin.expected > 0 ? undefined : "line-through"}
      >
        {shortName}
      </text>
    </g>
  );
}

function Key({ hasBet }: { hasBet: boolean }) {
  const t = useTranslations("labs.nextToken.draws");
  return (
    <div className="key">
      <span>
        <svg width="16" height="12" aria-hidden="true">
          <path d="M0 6h16" stroke="var(--viz-expected)" strokeWidth="1.75" />
        </svg>
        {t("expected")}
      </span>
      {hasBet ? (
        <span>
          <svg width="14" height="14" aria-hidden="true">
            <path d="M7 1l6 6-6 6-6-6z" fill="none" stroke="var(--viz-bet)" strokeWidth="1.4" />
          </svg>
          {t("bet")}
        </span>
      ) : null}
    </div>
  );
}

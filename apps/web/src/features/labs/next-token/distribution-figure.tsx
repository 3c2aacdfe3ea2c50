"use client";
import { Roll, type RollSegment } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { count, percent } from "../format.ts";
import type { DrawnBets } from "./bet-question.tsx";
import type { Distribution } from "./distribution.ts";
import { presets } from "./presets.ts";
import { ProbabilityList } from "./probability-list.tsx";
import { useTokenLabel } from "./token.tsx";
import type { NextTokenView } from "./use-next-token.ts";

/** Rows shown at first, and after "more rows". */
export const rowCounts = { few: 8, many: 32 } as const;

export type DistributionFigureProps = {
  view: NextTokenView;
  distribution: Distribution;
  bets: DrawnBets;
  shown: number;
  onShown: (shown: number) => void;
};

/** The table on show as a figure: heading, bars, key, and the draw below it. */
export function DistributionFigure({ view, distribution, bets, shown, onShown }: DistributionFigureProps) {
  const t = useTranslations("labs.nextToken.table");
  const { state, locale } = view;
  const isWhole = distribution.rest.count === 0;
  const total = count(distribution.vocabSize, locale);
  return (
    <div>
      <div className="fig-h">
        <div>{state.focus === 0 ? t("heading") : t("position", { n: state.focus + 1 })}</div>
        <span className="num">
          {isWhole ? t("all", { total }) : t("shown", { total, shown: distribution.rows.length })}
        </span>
      </div>
      <Summary view={view} distribution={distribution} />
      <ProbabilityList view={view} distribution={distribution} bet={bets.bar} keptBet={bets.kept} />
      <Key hasMore={!isWhole || shown > rowCounts.few} shown={shown} onShown={onShown} />
      <p className="cap table-note">{presets[view.preset].prompt === null ? t("noteStated") : t("note")}</p>
      <RollFigure view={view} distribution={distribution} />
    </div>
  );
}

/** The bars in a sentence, for readers who do not see them. */
function Summary({ view, distribution }: { view: NextTokenView; distribution: Distribution }) {
  const t = useTranslations("labs.nextToken.table");
  const label = useTokenLabel(view.piece);
  const { rows, rest } = distribution;
  const list = rows.slice(0, rowCounts.few).map((row) => `${label(row.id)} ${percent(row.after)}`);
  const values = {
    list: list.join(view.locale === "zh" ? "，" : ", "),
    count: count(rest.count, view.locale),
    rest: percent(rest.after),
  };
  return <p className="sr">{t(rest.count > 0 ? "describe" : "describeAll", values)}</p>;
}

function Key({ hasMore, shown, onShown }: { hasMore: boolean; shown: number; onShown: (shown: number) => void }) {
  const t = useTranslations("labs.nextToken.table");
  return (
    <div className="key">
      <span>
        <svg width="14" height="12" aria-hidden="true">
          <rect y="1" width="14" height="10" fill="var(--viz-prob)" />
        </svg>
        {t("key.after")}
      </span>
      <span>
        <svg width="4" height="14" aria-hidden="true">
          <path d="M2 0v14" stroke="var(--viz-before)" strokeWidth="1.5" />
        </svg>
        {t("key.before")}
      </span>
      <span>
        <svg width="14" height="12" aria-hidden="true">
          <rect x=".5" y="1.5" width="13" height="9" fill="none" stroke="var(--viz-cutaway)" strokeDasharray="3 2" />
        </svg>
        {t("key.cut")}
      </span>
      <span>
        <svg width="14" height="12" aria-hidden="true">
          <rect y="1" width="14" height="10" fill="var(--viz-chosen)" />
        </svg>
        {t("key.drawn")}
      </span>
      {hasMore ? (
        <button
          className="linklike"
          type="button"
          onClick={() => onShown(shown > rowCounts.few ? rowCounts.few : rowCounts.many)}
        >
          {shown > rowCounts.few ? t("fewer") : t("more")}
        </button>
      ) : null}
    </div>
  );
}

/** Segments narrower than this share have no room for a word. */
const narrowest = 0.045;

/** The kept table laid end to end, and where the u of the token on show fell. */
function RollFigure({ view, distribution }: { view: NextTokenView; distribution: Distribution }) {
  const t = useTranslations("labs.nextToken.roll");
  const label = useTokenLabel(view.piece);
  const step = view.state.path[view.state.focus];
  const isHit = (id: number) => step?.id === id;
  const segments: RollSegment[] = distribution.rows
    .filter((row) => row.after > 0)
    .map((row) => {
      const text = label(row.id).replace(/^␣/, "");
      return {
        id: row.id,
        probability: row.after,
        isHit: isHit(row.id),
        label: row.after < narrowest * Math.max(1, text.length / 2) ? "" : text,
      };
    });
  if (distribution.rest.after > 0) {
    const isRestHit = step !== undefined && !distribution.rows.some((row) => row.id === step.id);
    segments.push({ id: "rest", probability: distribution.rest.after, isRest: true, isHit: isRestHit, label: "" });
  }
  const sentence =
    step === undefined
      ? t("waiting")
      : step.u === null
        ? t("chosen", { token: label(step.id) })
        : t("describe", { u: step.u.toFixed(4), token: label(step.id), share: percent(step.prob) });
  return (
    <div className="roll-figure">
      <div className="fig-h">
        <div>{t("heading")}</div>
      </div>
      <Roll segments={segments} {...(step === undefined || step.u === null ? {} : { u: step.u })} label={sentence} />
      <p className="cap roll-note">{sentence}</p>
    </div>
  );
}

"use client";
import { Fragment } from "react";
import { ProbabilityRow } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { count, decimal, percent } from "../format.ts";
import { lastKeptRow, type Distribution, type Row } from "./distribution.ts";
import type { Knobs } from "./settings.ts";
import { Token, useTokenLabel } from "./token.tsx";
import type { NextTokenView } from "./use-next-token.ts";

export type ProbabilityListProps = {
  view: NextTokenView;
  distribution: Distribution;
  /** Row on which a bet in per cent is drawn. */
  bet: { id: number; share: number } | null;
  /** A bet on the number kept. */
  keptBet: number | null;
};

/** The table as bars: the likeliest tokens, the cut-off between the last kept and the first cut, and all the rest. */
export function ProbabilityList({ view, distribution, bet, keptBet }: ProbabilityListProps) {
  const t = useTranslations("labs.nextToken.table");
  const { rows, rest } = distribution;
  const scale = scaleOf(distribution, bet?.share ?? 0);
  const last = lastKeptRow(distribution);
  const isCut = distribution.cutBy.length > 0;
  return (
    <div className="plist" role="group" aria-label={t("heading")}>
      {rows.map((row, rank) => (
        <Fragment key={row.id}>
          <div className="prow-slot">
            <CandidateRow view={view} row={row} scale={scale} />
            {bet?.id === row.id ? <BetMark at={bet.share / scale} /> : null}
          </div>
          {keptBet === rank + 1 ? <p className="kept-bet">◇ {t("keptBet")}</p> : null}
          {isCut && rest.kept === 0 && rank === last ? <CutLine view={view} distribution={distribution} /> : null}
        </Fragment>
      ))}
      {rest.count > 0 ? <RestRow view={view} distribution={distribution} scale={scale} /> : null}
      {isCut && rest.kept > 0 ? <CutLine view={view} distribution={distribution} isInRest /> : null}
    </div>
  );
}

/** The longest bar is nearly full, so that small ones can be told apart. */
function scaleOf({ rows, rest }: Distribution, bet: number): number {
  return Math.max(0.001, bet, rest.before, rest.after, ...rows.flatMap((row) => [row.before, row.after])) / 0.96;
}

function CandidateRow({ view, row, scale }: { view: NextTokenView; row: Row; scale: number }) {
  const t = useTranslations("labs.nextToken.table");
  const label = useTokenLabel(view.piece);
  const isOnPath = view.state.path[view.state.focus]?.id === row.id;
  const state = row.isCut ? "cut" : isOnPath ? "drawn" : "kept";
  const share = percent(row.isCut ? row.before : row.after);
  return (
    <ProbabilityRow
      name={<Token piece={view.piece(row.id)} state={state === "kept" ? "possible" : state} />}
      probability={row.after}
      before={row.before}
      scale={scale}
      value={share}
      state={state}
      label={t(row.isCut ? "forkCut" : "fork", { token: label(row.id), share })}
      onPress={() => view.session.choose(row.id)}
    />
  );
}

function BetMark({ at }: { at: number }) {
  return (
    <span className="bet-track" aria-hidden="true">
      <svg className="bet-mark" viewBox="0 0 14 14" style={{ left: `${100 * at}%` }}>
        <path d="M7 1l6 6-6 6-6-6z" fill="var(--paper)" stroke="var(--viz-bet)" strokeWidth="1.6" />
      </svg>
    </span>
  );
}

function RestRow({ view, distribution, scale }: { view: NextTokenView; distribution: Distribution; scale: number }) {
  const t = useTranslations("labs.nextToken.table");
  const { rest } = distribution;
  const isCut = rest.kept === 0;
  const values = { count: count(rest.count, view.locale), kept: count(rest.kept, view.locale) };
  return (
    <ProbabilityRow
      name={
        <>
          {t("rest")}
          <br />
          <span className="num faint">{t(isCut || rest.kept === rest.count ? "restCount" : "restKept", values)}</span>
        </>
      }
      probability={rest.after}
      before={rest.before}
      scale={scale}
      value={percent(isCut ? rest.before : rest.after)}
      state={isCut ? "cut" : "kept"}
      isRest
    />
  );
}

function CutLine(props: { view: NextTokenView; distribution: Distribution; isInRest?: boolean }) {
  const t = useTranslations("labs.nextToken.table");
  const { cutBy, candidates } = props.distribution;
  const values = { top_k: "top-k", top_p: "top-p", min_p: "min-p", greedy: "greedy" } as const;
  const settings = ruleSettings(props.view.state.knobs);
  const names = (Object.keys(values) as (keyof typeof values)[]).filter((name) => cutBy.includes(values[name]));
  const rules = names.map((name) => `${name} ${settings[name]}`).join(" + ");
  return (
    <div className="cutline">
      <span>
        {t(props.isInRest ? "cutInRest" : "cut", { rules, kept: count(candidates.length, props.view.locale) })}
      </span>
    </div>
  );
}

function ruleSettings(knobs: Knobs): Record<"top_k" | "top_p" | "min_p" | "greedy", string> {
  return { top_k: String(knobs.topK), top_p: decimal(knobs.topP, 2), min_p: decimal(knobs.minP, 2), greedy: "" };
}

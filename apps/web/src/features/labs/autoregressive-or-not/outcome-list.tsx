"use client";
import { ProbabilityRow, TokenChip } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { nameOf } from "./names.ts";
import { expectedShares, greedyOutcome, isMixture, tally, type Mode, type Outcome, type PairState } from "./state.ts";

const outcomes: readonly Outcome[] = [0, 3, 1, 2];
const shownDraws = 24;

/** The four possible outputs: a bar for what was drawn, a tick for what is expected; under them the latest draws. */
export function OutcomeList({ state, drawn }: { state: PairState; drawn: readonly Outcome[] }) {
  const t = useTranslations("labs.autoregressive");
  const locale = useLocale();
  const counts = tally(drawn);
  const expected = expectedShares(state);
  const shareOf = (outcome: Outcome) => (drawn.length === 0 ? 0 : counts[outcome] / drawn.length);
  const scale = Math.max(0.25, ...expected, ...outcomes.map(shareOf));
  return (
    <div className="pair-outcomes">
      <div className="fig-h">
        <div>{t("outcomes")}</div>
        <span className="num">{t("drawn", { count: drawn.length })}</span>
      </div>
      <div className="plist">
        {outcomes.map((outcome) => (
          <ProbabilityRow
            key={outcome}
            name={<NameChip outcome={outcome} />}
            probability={shareOf(outcome)}
            before={expected[outcome] ?? 0}
            scale={scale}
            value={drawn.length === 0 ? "–" : String(counts[outcome])}
          />
        ))}
      </div>
      <p className="key">
        <span>{t("key.bar")}</span>
        <span>{t("key.tick")}</span>
        <span>{t("key.struck")}</span>
      </p>
      {drawn.length === 0 ? null : (
        <p className="strip pair-latest" aria-label={t("latest")} role="group">
          {drawn.slice(-shownDraws).map((outcome, i) => (
            <TokenChip key={i} text={nameOf(outcome, locale)} state={isMixture(outcome) ? "cut" : "drawn"} />
          ))}
          {drawn.length > shownDraws ? <span className="small dim">{t("latestOf", { count: shownDraws })}</span> : null}
        </p>
      )}
      <GreedyLines state={state} />
    </div>
  );
}

/** A name that exists as a possible token, one that does not as a struck one. */
function NameChip({ outcome }: { outcome: Outcome }) {
  const locale = useLocale();
  return <TokenChip text={nameOf(outcome, locale)} state={isMixture(outcome) ? "cut" : "possible"} />;
}

/** What greedy wrote in each mode that was tried. */
function GreedyLines({ state }: { state: PairState }) {
  const t = useTranslations("labs.autoregressive");
  const locale = useLocale();
  if (state.decoding !== "greedy" && state.written.length === 0) return null;
  const line = (mode: Mode) => {
    const outcome = greedyOutcome(state, mode);
    return (
      <div key={mode}>
        <dt>{t(`modes.${mode}`)}</dt>
        <dd>
          <TokenChip text={nameOf(outcome, locale)} state={isMixture(outcome) ? "cut" : "drawn"} />
        </dd>
      </div>
    );
  };
  return (
    <div className="pair-greedy">
      <div className="fig-h">
        <div>{t("greedyWrote")}</div>
      </div>
      {state.written.length === 0 ? <p className="small dim">{t("greedyHint")}</p> : <dl>{state.written.map(line)}</dl>}
    </div>
  );
}

/** Rows of the data table: name, probability, expected and drawn counts. */
export function useOutcomeRows(state: PairState, drawn: readonly Outcome[]): string[][] {
  const locale = useLocale();
  const counts = tally(drawn);
  const expected = expectedShares(state);
  return outcomes.map((outcome) => {
    const share = expected[outcome] ?? 0;
    return [nameOf(outcome, locale), percent(share, 2), (share * drawn.length).toFixed(1), String(counts[outcome])];
  });
}

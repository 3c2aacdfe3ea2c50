"use client";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { contestSize } from "./contest.ts";
import { result, type ContestState, type Score } from "./state.ts";

export type IntervalPanelProps = { state: ContestState; bet: number | null; onSay: (isInside: boolean) => void };

/** The reader's score with its whiskers against chance, and what the reader says of the two. */
export function IntervalPanel({ state, bet, onSay }: IntervalPanelProps) {
  const t = useTranslations("labs.humanOrModel.interval");
  const score = result(state);
  const says = state.readerSays;
  return (
    <section className="judge-part">
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      {score === null ? (
        <p className="cap">{t("waiting")}</p>
      ) : (
        <>
          <Whisker score={score} bet={bet} />
          <div className="tray-buttons">
            <span className="small">{t("ask")}</span>
            <Segmented
              label={t("ask")}
              choices={[
                { value: "yes", label: t("yes") },
                { value: "no", label: t("no") },
              ]}
              value={says === null ? null : says ? "yes" : "no"}
              onChange={(said) => onSay(said === "yes")}
            />
          </div>
          <p className="cap" aria-live="polite">
            {says === null ? null : <Verdict score={score} says={says} />}
          </p>
        </>
      )}
    </section>
  );
}

function Verdict({ score, says }: { score: Score; says: boolean }) {
  const t = useTranslations("labs.humanOrModel.interval");
  const verdict = t(`verdict.${score.containsChance ? "inside" : "outside"}`);
  const words = { low: percent(score.low, 0), high: percent(score.high, 0), verdict };
  return t(says === score.containsChance ? "right" : "wrong", words);
}

/** From 0 to 100%: chance as a dashed line, the interval, the score, and the bet as a hollow diamond. */
function Whisker({ score, bet }: { score: Score; bet: number | null }) {
  const t = useTranslations("labs.humanOrModel.interval");
  const at = (share: number) => `${(100 * share).toFixed(2)}%`;
  const words = { share: percent(score.share, 0), low: percent(score.low, 0), high: percent(score.high, 0) };
  const said = bet === null ? "" : t("describeBet", { bet: percent(bet / contestSize, 0) });
  return (
    <svg
      className="judge-whisker"
      width="100%"
      height="76"
      role="img"
      aria-label={t("describe", { ...words, bet: said })}
      fontSize="12"
    >
      <line x1="0" x2="100%" y1="44" y2="44" stroke="var(--ink)" />
      <line x1="50%" x2="50%" y1="20" y2="58" stroke="var(--ink)" strokeDasharray="1 4" />
      <text x="50%" y="14" textAnchor="middle" fill="var(--ink-2)">
        {t("chance")}
      </text>
      <line x1={at(score.low)} x2={at(score.high)} y1="44" y2="44" stroke="var(--viz-ours)" strokeWidth="3" />
      <circle cx={at(score.share)} cy="44" r="6" fill="var(--paper)" stroke="var(--viz-ours)" strokeWidth="2" />
      {bet === null ? null : (
        <svg x={at(bet / contestSize)} y="44" overflow="visible">
          <path d="M0 -7L7 0L0 7L-7 0Z" fill="none" stroke="var(--viz-bet)" strokeWidth="1.5" />
        </svg>
      )}
      {([score.low, score.high] as const).map((end, i) => (
        <text key={i} x={at(end)} y="70" textAnchor={i === 0 ? "start" : "end"} fill="var(--live)" fontWeight="600">
          {percent(end, 0)}
        </text>
      ))}
    </svg>
  );
}

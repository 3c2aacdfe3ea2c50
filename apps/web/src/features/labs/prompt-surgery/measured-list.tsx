"use client";
import { DataTable } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Measurement } from "./exam.ts";
import { gapOf, pairs, shareOf } from "./state.ts";
import { pointsText, shareText, sizeText } from "./words.ts";

/** All measurements with their intervals on one axis from 0 to 100%, then the pairs among them. */
export function MeasuredList({ measured }: { measured: readonly Measurement[] }) {
  const t = useTranslations("labs.promptSurgery");
  return (
    <>
      <div className="surgery-list">
        <div className="fig-h">
          <div>{t("measured.heading")}</div>
          <span>{t("measured.axis")}</span>
        </div>
        {measured.length === 0 ? <p className="cap">{t("measured.none")}</p> : null}
        <ul>
          {measured.map((one) => (
            <Measured key={`${one.size} ${one.described} ${one.shown} ${one.n} ${one.seed}`} one={one} />
          ))}
        </ul>
      </div>
      <PairList measured={measured} />
      {measured.length === 0 ? null : <MeasuredTable measured={measured} />}
    </>
  );
}

function useNameOf(): (one: Measurement) => string {
  const t = useTranslations("labs.promptSurgery.measured");
  const locale = useLocale();
  return ({ size, described, shown }) => {
    const parts = [...(described ? [t("described")] : []), ...(shown ? [t("shown")] : [])];
    return t("join", { size: sizeText(size, locale), parts: parts.length === 0 ? t("bare") : parts.join(" + ") });
  };
}

function Measured({ one }: { one: Measurement }) {
  const t = useTranslations("labs.promptSurgery.measured");
  const name = useNameOf()(one);
  const { share, low, high } = shareOf(one);
  const words = { share: shareText(share), low: shareText(low), high: shareText(high) };
  const at = (value: number) => `${(100 * value).toFixed(2)}%`;
  return (
    <li>
      <div className="surgery-name">
        <span>{name}</span>
        <span className="micro dim num">{t("note", { n: one.n, seed: one.seed })}</span>
      </div>
      <svg
        className="surgery-whisker"
        width="100%"
        height="24"
        role="img"
        aria-label={t("describe", { name, ...words })}
      >
        <line x1="0" x2="100%" y1="12" y2="12" stroke="var(--rule)" />
        <line x1={at(low)} x2={at(high)} y1="12" y2="12" stroke="var(--viz-ours)" strokeWidth="2" />
        <circle cx={at(share)} cy="12" r="5" fill="var(--paper)" stroke="var(--viz-ours)" strokeWidth="2" />
      </svg>
      <span className="num small live">{t("result", { correct: one.correct, n: one.n, ...words })}</span>
    </li>
  );
}

function PairList({ measured }: { measured: readonly Measurement[] }) {
  const t = useTranslations("labs.promptSurgery.pair");
  const nameOf = useNameOf();
  const found = pairs(measured);
  return (
    <div className="surgery-list">
      <div className="fig-h">
        <div>{t("heading")}</div>
      </div>
      {found.length === 0 ? <p className="cap">{t("none")}</p> : null}
      <dl className="surgery-pairs">
        {found.map((pair) => {
          const { points, overlaps } = gapOf(pair);
          const words = { from: nameOf(pair.from), to: nameOf(pair.to), points: pointsText(points) };
          return (
            <div key={pair.ingredient}>
              <dt>{t(pair.ingredient)}</dt>
              <dd className="cap">{t("line", { ...words, overlap: t(`overlaps.${overlaps ? "yes" : "no"}`) })}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function MeasuredTable({ measured }: { measured: readonly Measurement[] }) {
  const t = useTranslations("labs.promptSurgery");
  const locale = useLocale();
  const summary = useTranslations("labs.frame")("table");
  const columns = ["size", "description", "example", "n", "seed", "correct", "share"] as const;
  return (
    <DataTable
      summary={summary}
      header={columns.map((column) => t(`table.${column}`))}
      rows={measured.map((one) => {
        const { low, high } = shareOf(one);
        const yes = (isOn: boolean) => t(isOn ? "yes" : "no");
        const interval = `${shareText(low)}–${shareText(high)}`;
        return [sizeText(one.size, locale), yes(one.described), yes(one.shown), one.n, one.seed, one.correct, interval];
      })}
    />
  );
}

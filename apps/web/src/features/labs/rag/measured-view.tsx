"use client";
import { DataTable, ProbabilityRow, Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { decimal, probability } from "../format.ts";
import { gainOf, keptOf, type Measured, type RagState } from "./state.ts";

export type MeasuredViewProps = { locale: Locale; state: RagState; onSupport: (passage: string) => void };

/** Both answers: their probabilities, the fingerprints around them, what was written, and which passage supports it. */
export function MeasuredView({ state, onSupport }: MeasuredViewProps) {
  const t = useTranslations("labs.rag");
  const table = useTranslations("labs.frame")("table");
  const { measured } = state;
  if (measured === null) return null;
  const kept = keptOf(state).filter(({ passage }) => measured.inPrompt.includes(passage));
  return (
    <>
      <Bars measured={measured} gain={gainOf(state)} />
      <dl className="rag-texts">
        <dt>{t("without")}</dt>
        <dd>{measured.textWithout || t("wroteNothing")}</dd>
        <dt>{t("with")}</dt>
        <dd>{measured.textWith || t("wroteNothing")}</dd>
      </dl>
      <p className="cap">{t("textNote")}</p>
      <div className="ml-line">
        <span className="small">{t("supports")}</span>
        <Segmented
          label={t("supports")}
          choices={[
            ...kept.map(({ passage }, i) => ({ value: String(passage), label: `[${i + 1}]` })),
            { value: "none", label: t("none") },
          ]}
          value={state.supportedBy}
          onChange={onSupport}
        />
      </div>
      <Fingerprints measured={measured} />
      <DataTable
        summary={table}
        header={[t("table.which"), t("table.probability")]}
        rows={[
          [t("without"), measured.without === null ? "–" : probability(measured.without)],
          [t("with"), measured.with === null ? "–" : probability(measured.with)],
        ]}
      />
    </>
  );
}

/** The two probabilities on the scale of the larger; small ones are told in powers of ten. */
function Bars({ measured, gain }: { measured: Measured; gain: number | null }) {
  const t = useTranslations("labs.rag");
  if (measured.without === null || measured.with === null) return <p className="small">{t("noProbability")}</p>;
  const scale = Math.max(measured.without, measured.with, Number.MIN_VALUE);
  return (
    <>
      <div className="plist rag-bars">
        <ProbabilityRow
          name={t("without")}
          probability={measured.without}
          scale={scale}
          value={probability(measured.without)}
        />
        <ProbabilityRow name={t("with")} probability={measured.with} scale={scale} value={probability(measured.with)} />
      </div>
      <dl className="readout">
        <dt>{t("gain")}</dt>
        <dd className="live">{gain === null ? "–" : decimal(gain, 1)}</dd>
      </dl>
    </>
  );
}

function Fingerprints({ measured: { hashBefore, hashAfter } }: { measured: Measured }) {
  const t = useTranslations("labs.rag.hash");
  if (hashBefore === null || hashAfter === null) return <p className="cap">{t("hidden")}</p>;
  return (
    <dl className="rag-hash">
      <dt>{t("before")}</dt>
      <dd className="mono">{hashBefore.slice(0, 32)}…</dd>
      <dt>{t("after")}</dt>
      <dd className="mono">{hashAfter.slice(0, 32)}…</dd>
      <dt>{t("verdict")}</dt>
      <dd>{t(hashBefore === hashAfter ? "same" : "different")}</dd>
    </dl>
  );
}

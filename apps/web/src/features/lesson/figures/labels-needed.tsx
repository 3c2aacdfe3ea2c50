import { useTranslations } from "next-intl";
import { FigureFrame } from "./figure-frame.tsx";
import { RowChart, type RowMark } from "./row-chart.tsx";
import { logScaleWithZero } from "./scale.ts";

/**
 * Labelled examples for one task. Fine-tuning has words and no numbers: "thousands to hundreds of thousands" lies
 * between these two powers of ten.
 *
 * @see Brown et al., 2020, arXiv:2005.14165v4, sections 1 ("typically 10 to 100") and 2
 */
export const labelsNeeded = { zero: 0, one: 1, few: { from: 10, to: 100 }, tuning: { from: 1e3, to: 1e6 } } as const;

const at = logScaleWithZero(1, 1e6, 0.16);
const powers = ["1", "10", "10²", "10³", "10⁴", "10⁵", "10⁶"];
const ticks = [{ at: at(0), label: "0" }, ...powers.map((label, i) => ({ at: at(10 ** i), label }))];
const ends = ({ from, to }: { from: number; to: number }) => ({ from: at(from), to: at(to) });

const marks: Readonly<Record<keyof typeof labelsNeeded, RowMark>> = {
  zero: { kind: "dot", at: at(labelsNeeded.zero) },
  one: { kind: "dot", at: at(labelsNeeded.one) },
  few: { kind: "range", ...ends(labelsNeeded.few) },
  tuning: { kind: "striped", ...ends(labelsNeeded.tuning) },
};

/** Four settings on one log ruler of labels. */
export function LabelsNeeded() {
  const t = useTranslations("figures.labels-needed");
  const settings = useTranslations("figures.settings");
  const { zero, one, few } = labelsNeeded;
  const rows = [
    { id: "zero", amount: zero },
    { id: "one", amount: one },
    { id: "few", amount: t("few", few) },
    { id: "tuning", amount: t("tuning") },
  ] as const;
  return (
    <FigureFrame
      id="labels-needed"
      caption={t("caption")}
      header={[t("setting"), t("labels")]}
      rows={rows.map(({ id, amount }) => [settings(id), amount])}
    >
      <RowChart
        isStacked
        describe={t("describe")}
        ticks={ticks}
        rows={rows.map(({ id, amount }) => ({ id, label: settings(id), marks: [marks[id]], value: amount }))}
      />
    </FigureFrame>
  );
}

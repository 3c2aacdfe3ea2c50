import { figureReadings, paperScores, READING_ERROR, scoreSizes, settings, type ScoreSize } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { FigureFrame } from "./figure-frame.tsx";
import { LinePlot, type PlotLine } from "./line-plot.tsx";
import { logScaleWithZero } from "./scale.ts";

/** The three sizes of Figure 1.2, and half the width of their squares in pixels. */
const sizes = [
  { size: "1.3B", mark: 3 },
  { size: "13B", mark: 4.5 },
  { size: "175B", mark: 6 },
] as const satisfies { size: ScoreSize; mark: number }[];

/** Examples in the three settings of Table H.1 for this task. */
const examples = [0, 1, 100] as const;
const at = logScaleWithZero(1, 100, 0.2);
const ticks = [0, 1, 10, 100].map((k) => ({ at: at(k), label: String(k) }));

const task = paperScores.find(({ name }) => name === "Symbol Insertion");

/** The printed scores of a size at K = 0, 1 and 100. */
export const scoresOf = (size: ScoreSize): number[] =>
  settings.flatMap((setting) => task?.[setting][scoreSizes.indexOf(size)] ?? []);

const bands = figureReadings.map(({ size, points }) => ({
  id: size,
  points: points.map((point) => ({
    at: at(point.examples),
    low: Math.max(0, point.percent - READING_ERROR),
    high: point.percent + READING_ERROR,
  })),
}));

/** The printed points of a size; the dots that join them go through what was traced. */
function lineOf({ size, mark }: (typeof sizes)[number]): PlotLine {
  const points = scoresOf(size).map((percent, i) => ({ at: at(examples[i] ?? 0), percent }));
  const traced = figureReadings.filter((line) => line.size === size).flatMap((line) => line.points);
  const between = traced.map(({ examples: k, percent }) => ({ at: at(k), percent }));
  return {
    id: size,
    label: size,
    size: mark,
    points,
    guide: [...points.slice(0, -1), ...between, ...points.slice(-1)],
  };
}

/** The nine printed points of Figure 1.2, and what was traced between them. */
export function Figure12() {
  const t = useTranslations("figures.figure-1-2");
  const size = useTranslations("figures")("size");
  const spoken = sizes.map((one) => t("line", { size: one.size, scores: scoresOf(one.size).join(" / ") }));
  return (
    <FigureFrame
      id="figure-1-2"
      caption={t("caption", { error: READING_ERROR })}
      extraBadge={t("tracedBadge")}
      header={[size, ...examples.map((k) => `K = ${k}`)]}
      rows={sizes.map((one) => [one.size, ...scoresOf(one.size).map((score) => `${score}%`)])}
    >
      <LinePlot
        describe={t("describe", { lines: spoken.join("; ") })}
        ticks={ticks}
        xLabel={t("x")}
        yLabel={t("y")}
        top={80}
        lines={sizes.map(lineOf)}
        traced={bands}
        tracedLabel={t("traced")}
      />
    </FigureFrame>
  );
}

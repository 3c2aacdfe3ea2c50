import { meanScores, scoreSizes, settings, sizeParameters } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { FigureFrame } from "./figure-frame.tsx";
import { LinePlot } from "./line-plot.tsx";
import { logScale } from "./scale.ts";

const at = logScale(125e6, 175e9);
const places = sizeParameters.map(at);
const ticks = scoreSizes.map((label, i) => ({ at: places[i] ?? 0, label, isLow: i % 2 === 1 }));
const marks = { zero: 3, one: 4.5, few: 6 } as const;

/** Our own mean of the rows of Table H.1 that the course carries, by size and setting. It is not Figure 1.3. */
export function Figure13() {
  const t = useTranslations("figures.figure-1-3");
  const names = useTranslations("figures.settings");
  const size = useTranslations("figures")("size");
  const ends = settings.map((setting) => `${names(setting)} ${meanScores[setting].at(-1)?.toFixed(1)}`);
  return (
    <FigureFrame
      id="figure-1-3"
      caption={t("caption")}
      header={[size, ...settings.map((setting) => names(setting))]}
      rows={scoreSizes.map((name, i) => [name, ...settings.map((setting) => meanScores[setting][i]?.toFixed(1))])}
    >
      <LinePlot
        describe={t("describe", { scores: ends.join(", ") })}
        ticks={ticks}
        xLabel={t("x")}
        yLabel={t("y")}
        top={60}
        lines={settings.map((setting, i) => ({
          id: setting,
          label: ends[i] ?? "",
          size: marks[setting],
          points: meanScores[setting].map((percent, column) => ({ at: places[column] ?? 0, percent })),
        }))}
      />
    </FigureFrame>
  );
}

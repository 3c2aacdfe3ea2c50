import { CHANCE, detection } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { FigureFrame } from "./figure-frame.tsx";
import { namedSize } from "./numbers.ts";
import { RowChart } from "./row-chart.tsx";
import { linearScale } from "./scale.ts";

const at = linearScale(40, 95);
const ticks = [40, 50, 60, 70, 80, 90].map((accuracy) => ({ at: at(accuracy), label: String(accuracy) }));

/** How often readers told a model's articles from a person's, with the printed intervals, against guessing. */
export function DetectionFigure() {
  const t = useTranslations("figures.detection");
  const model = useTranslations("figures")("model");
  const nameOf = (name: string) => (name === "Control" ? t("control") : namedSize(name));
  const spoken = detection.map(({ name, accuracy }) => t("row", { name: nameOf(name), accuracy }));
  return (
    <FigureFrame
      id="detection"
      caption={t("caption", { chance: CHANCE })}
      header={[model, t("accuracy"), t("interval")]}
      rows={detection.map(({ name, accuracy, low, high }) => [nameOf(name), accuracy, `${low}–${high}`])}
    >
      <RowChart
        describe={t("describe", { rows: spoken.join(", "), chance: CHANCE })}
        ticks={ticks}
        guides={[{ at: at(CHANCE), label: `${t("guessing")} ${CHANCE}` }]}
        valueHead={t("accuracy")}
        rows={detection.map(({ name, accuracy, low, high }) => ({
          id: name,
          label: nameOf(name),
          marks: [
            { kind: "whisker", from: at(low), to: at(high) },
            { kind: "dot", at: at(accuracy) },
          ],
          value: (
            <>
              <b>{accuracy}</b> <span className="faint">{`${low}–${high}`}</span>
            </>
          ),
        }))}
      />
    </FigureFrame>
  );
}

import { mixture } from "@fewshot/ml-core";
import { useLocale, useTranslations } from "next-intl";
import { FigureFrame } from "./figure-frame.tsx";
import { RowChart } from "./row-chart.tsx";
import { linearScale } from "./scale.ts";

const at = linearScale(0, 65);
const ticks = [0, 20, 40, 60].map((weight) => ({ at: at(weight), label: `${weight}%` }));
const sum = mixture.reduce((total, { weight }) => total + weight, 0);

/** The five sources of the training text by the share that was drawn from each. */
export function DataMix() {
  const t = useTranslations("figures.data-mix");
  // Chinese counts tokens in 亿, English in billions.
  const unit = useLocale() === "zh" ? 10 : 1;
  const shares = mixture.map(({ name, weight }) => t("share", { name, weight })).join(", ");
  return (
    <FigureFrame
      id="data-mix"
      caption={t("caption", { sum })}
      header={[t("from"), t("weight"), t("tokens"), t("epochs")]}
      rows={mixture.map(({ name, weight, billions, epochs }) => [name, `${weight}%`, billions * unit, epochs])}
    >
      <RowChart
        describe={t("describe", { shares })}
        ticks={ticks}
        rows={mixture.map(({ name, weight, billions, epochs }) => ({
          id: name,
          label: (
            <>
              {name}
              <small>{t("stock", { tokens: String(billions * unit), epochs: String(epochs) })}</small>
            </>
          ),
          marks: [{ kind: "bar", to: at(weight) }],
          value: `${weight}%`,
        }))}
      />
    </FigureFrame>
  );
}

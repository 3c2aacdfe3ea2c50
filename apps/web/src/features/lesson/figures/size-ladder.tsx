import { GPT3_CONTEXT, GPT3_VOCABULARY, gpt3Sizes, parameterCount, type Gpt3Size } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { FigureFrame } from "./figure-frame.tsx";
import { grouped, sizeName } from "./numbers.ts";
import { RowChart } from "./row-chart.tsx";
import { logScale } from "./scale.ts";

const at = logScale(1e8, 1e12);
const ticks = ["⁸", "⁹", "¹⁰", "¹¹", "¹²"].map((power, i) => ({ at: at(10 ** (8 + i)), label: `10${power}` }));

/** Parameters by the formula of the lesson, from what Table 2.1 prints, misprints and all. */
const countOf = ({ layers, dModel }: Gpt3Size) =>
  parameterCount({ layers, dModel, vocabSize: GPT3_VOCABULARY, contextLength: GPT3_CONTEXT });

/** A dagger where heads times head width is not the width. */
const dagger = ({ heads, headWidth, dModel }: Gpt3Size) => (heads * headWidth === dModel ? "" : " †");

/** "355.9M" or "12.95B": four digits, so that the misprint of 13B shows. */
const short = (count: number) => (count < 1e9 ? `${(count / 1e6).toFixed(1)}M` : `${(count / 1e9).toPrecision(4)}B`);

/** The eight models on a log ruler of parameters, each counted again by the formula. */
export function SizeLadder() {
  const t = useTranslations("figures.size-ladder");
  const model = useTranslations("figures")("model");
  return (
    <FigureFrame
      id="size-ladder"
      caption={t("caption")}
      header={[model, t("layers"), t("width"), t("heads"), t("printed"), t("countedMillions")]}
      rows={gpt3Sizes.map((size) => [
        sizeName(size),
        size.layers,
        grouped(size.dModel),
        `${size.heads} × ${size.headWidth} = ${grouped(size.heads * size.headWidth)}${dagger(size)}`,
        grouped(size.millions),
        grouped(Math.round(countOf(size) / 1e5) / 10),
      ])}
    >
      <RowChart
        describe={t("describe")}
        ticks={ticks}
        valueHead={t("counted")}
        rows={gpt3Sizes.map((size) => ({
          id: size.name,
          label: `${sizeName(size)}${dagger(size)}`,
          marks: [{ kind: "dot", at: at(size.millions * 1e6) }],
          value: short(countOf(size)),
        }))}
      />
    </FigureFrame>
  );
}

import { useTranslations } from "next-intl";
import { FigureFrame } from "./figure-frame.tsx";
import { methods, milestones, type Publication } from "./roadmap-papers.ts";
import { RowChart, type RowMark } from "./row-chart.tsx";
import { linearScale } from "./scale.ts";

const at = linearScale(2014.5, 2026);
const ticks = [2015, 2020, 2025].map((year) => ({ at: at(year), label: String(year) }));

/** Five methods by the years of their papers, and whether they change the weights. */
export function Roadmap() {
  const t = useTranslations("figures.roadmap");
  const cite = ({ authors, year, isModel }: Publication) =>
    t(isModel ? "named" : "works", { authors, year: String(year) });
  const rows = methods.map(({ id, weights, publications }) => ({
    id,
    method: t(`methods.${id}`),
    works: publications.map(cite).join("; "),
    weights: t(`weights.${weights}`),
    marks: publications.map(({ year, short }, i): RowMark => {
      // The first of two in neighbouring years has its name on the far side.
      const isCrowded = (publications[i + 1]?.year ?? Infinity) - year < 3;
      return {
        kind: "dot",
        at: at(year),
        isHollow: weights === "kept",
        label: short,
        side: isCrowded ? "before" : "after",
      };
    }),
  }));
  return (
    <FigureFrame
      id="roadmap"
      caption={t("caption")}
      header={[t("method"), t("work"), t("weightsHead")]}
      rows={rows.map(({ method, works, weights }) => [method, works, weights])}
    >
      <RowChart
        isStacked
        describe={t("describe", {
          rows: rows.map(({ method, works, weights }) => t("row", { method, works, weights })).join("; "),
        })}
        ticks={ticks}
        guides={milestones.map(({ name, year }, i) => ({
          at: at(year),
          label: name,
          side: i === 0 ? "before" : "after",
        }))}
        valueHead={t("weightsHead")}
        rows={rows.map(({ id, method, marks, weights }) => ({ id, label: method, marks, value: weights }))}
      />
    </FigureFrame>
  );
}

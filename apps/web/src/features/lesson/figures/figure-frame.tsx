import { FIGURE_IDS, type FigureId } from "@fewshot/content";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type FigureFrameProps = {
  id: FigureId;
  caption: string;
  /** A second badge, where a figure shows numbers of two kinds. */
  extraBadge?: string;
  header: readonly string[];
  /** The numbers of the figure, as a table. */
  rows: readonly (readonly ReactNode[])[];
  children: ReactNode;
};

/** What every figure has: number, title, where its numbers come from; below it, what it shows and the same as a table. */
export function FigureFrame({ id, caption, extraBadge, header, rows, children }: FigureFrameProps) {
  const t = useTranslations("figures");
  return (
    <figure className="figure">
      <figcaption className="fig-h">
        <span className="figure-title">
          <span className="figure-number num">{t("number", { number: FIGURE_IDS.indexOf(id) + 1 })}</span>{" "}
          {t(`${id}.title`)}
        </span>
        <span className="figure-badges">
          <span className="badge">{t(`${id}.badge`)}</span>
          {extraBadge === undefined ? null : <span className="badge figure-traced">{extraBadge}</span>}
        </span>
      </figcaption>
      {children}
      <p className="cap">{caption}</p>
      <p className="figure-source">{t("source", { source: t(`${id}.source`) })}</p>
      <DataTable summary={t("table")} header={header} rows={rows} />
    </figure>
  );
}

"use client";
import { useState } from "react";
import { useTranslations } from "next-intl";
import { openPoints, points, type OpenPoint, type SaidPoint } from "./state.ts";

export type MarkingProps = { marked: readonly OpenPoint[]; onToggle: (point: OpenPoint) => void };

const isOpen = (point: OpenPoint | SaidPoint): point is OpenPoint => openPoints.some((open) => open === point);

/** The request, and eight points of which it leaves five open. */
export function Marking({ marked, onToggle }: MarkingProps) {
  const t = useTranslations("labs.rewriteRequest");
  const [refused, setRefused] = useState<SaidPoint | null>(null);
  const toggle = (point: OpenPoint | SaidPoint) => {
    if (!isOpen(point)) return setRefused(point);
    setRefused(null);
    onToggle(point);
  };
  return (
    <section className="rewrite-part">
      <div className="fig-h">
        <div>{t("marking.heading")}</div>
        <span>{t("marking.note")}</span>
      </div>
      <blockquote className="ask">{t("request")}</blockquote>
      <fieldset className="opts rewrite-points">
        <legend className="small">{t("marking.legend")}</legend>
        {points.map((point) => (
          <label key={point}>
            <input type="checkbox" checked={isOpen(point) && marked.includes(point)} onChange={() => toggle(point)} />
            <span>{t(`marking.point.${point}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className="cap" aria-live="polite">
        {refused === null ? t("marking.found", { count: marked.length }) : t(`marking.said.${refused}`)}
      </p>
    </section>
  );
}

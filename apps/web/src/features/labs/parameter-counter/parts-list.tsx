"use client";
import { parameterParts } from "@fewshot/ml-core";
import { useLocale, useTranslations } from "next-intl";
import { count, percent } from "../format.ts";
import type { GptShape } from "./state.ts";

const partNames = [
  "tokenEmbeddings",
  "positionEmbeddings",
  "attention",
  "feedForward",
  "layerNorms",
  "finalLayerNorm",
] as const;

/** What each part comes to, as its term of the formula, as a bar of the whole and as a number. */
export function PartsList({ shape }: { shape: GptShape }) {
  const t = useTranslations("labs.parameterCounter.gpt");
  const locale = useLocale();
  const parts = parameterParts(shape);
  const terms: Readonly<Record<(typeof partNames)[number], string>> = {
    tokenEmbeddings: "V·d",
    positionEmbeddings: "T·d",
    attention: "L(4d² + 4d)",
    feedForward: "L(8d² + 5d)",
    layerNorms: "L·4d",
    finalLayerNorm: "2d",
  };
  return (
    <dl className="parts">
      {partNames.map((part) => (
        <div key={part}>
          <dt>
            {t(`parts.${part}`)} <span className="num">{terms[part]}</span>
          </dt>
          <dd>
            <span className="part-bar" aria-hidden="true">
              <i style={{ width: `${((100 * parts[part]) / parts.total).toFixed(3)}%` }} />
            </span>
            <span className="num">{count(parts[part], locale)}</span>
            <span className="num dim">{percent(parts[part] / parts.total)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

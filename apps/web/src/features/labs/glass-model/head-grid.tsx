"use client";
import type { CSSProperties } from "react";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { headIds, oneBackShare, sharesOf, type HeadId, type Inside } from "./inside.ts";

export type HeadGridProps = { inside: Inside; chosen: HeadId | null; onChoose: (head: HeadId) => void };

/** Every head as a button with its share on the token before: a row for each layer. */
export function HeadGrid({ inside, chosen, onChoose }: HeadGridProps) {
  const t = useTranslations("labs.glassModel.heads");
  const layers = Array.from({ length: inside.glass.layers }, (_, layer) => layer);
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("hint")}</span>
      </div>
      {layers.map((layer) => (
        <div key={layer} className="head-row" role="group" aria-label={t("layer", { layer: layer + 1 })}>
          <span className="small dim">{t("layer", { layer: layer + 1 })}</span>
          {headIds(inside)
            .filter((id) => id.layer === layer)
            .map((id) => (
              <HeadButton
                key={id.head}
                id={id}
                share={oneBackShare(sharesOf(inside, id))}
                isChosen={chosen?.layer === layer && chosen.head === id.head}
                onChoose={onChoose}
              />
            ))}
        </div>
      ))}
    </div>
  );
}

type HeadButtonProps = { id: HeadId; share: number; isChosen: boolean; onChoose: (head: HeadId) => void };

function HeadButton({ id, share, isChosen, onChoose }: HeadButtonProps) {
  const t = useTranslations("labs.glassModel.heads");
  const shown = percent(share, 0);
  return (
    <button
      type="button"
      className="head-button"
      aria-pressed={isChosen}
      aria-label={t("choose", { head: id.head + 1, layer: id.layer + 1, share: shown })}
      style={{ "--share": `${(100 * share).toFixed(1)}%` } as CSSProperties}
      onClick={() => onChoose(id)}
    >
      {shown}
    </button>
  );
}

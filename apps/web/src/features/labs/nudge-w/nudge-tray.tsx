"use client";
import { Segmented, Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { nudgedIds, type Nudged } from "./nudge.ts";
import { sizeText } from "./size-text.ts";
import { ranges, sizes, type NudgeState, type Size } from "./state.ts";

export type NudgeTrayProps = {
  state: NudgeState;
  onMove: (place: { w?: number; b?: number }) => void;
  onSize: (size: Size) => void;
  onNudge: (nudged: Nudged) => void;
};

/** Where the line stands, and what is nudged by how much. */
export function NudgeTray({ state, onMove, onSize, onNudge }: NudgeTrayProps) {
  const t = useTranslations("labs.nudge");
  const { w, b, size } = state;
  return (
    <div className="tray">
      <Slider
        label={t("w")}
        {...ranges.w}
        value={w}
        display={decimal(w, 3)}
        ticks={["−1", "1.5", "4"]}
        onChange={(value) => onMove({ w: value })}
      />
      <div className="tray-buttons">
        {[-1, 1].map((sign) => (
          <button key={sign} className="btn sm" type="button" onClick={() => onMove({ w: w + sign * ranges.w.step })}>
            w {sign < 0 ? "−" : "+"} {ranges.w.step}
          </button>
        ))}
      </div>
      <Slider
        label={t("b")}
        {...ranges.b}
        value={b}
        display={decimal(b, 1)}
        ticks={["−2", "0", "2"]}
        onChange={(value) => onMove({ b: value })}
      />
      <div>
        <button className="btn sm" type="button" disabled={w === 0 && b === 0} onClick={() => onMove({ w: 0, b: 0 })}>
          {t("home")}
        </button>
      </div>
      <div className="nudge-size">
        <span>{t("size")}</span>
        <Segmented
          label={t("size")}
          choices={sizes.map((value) => ({ value, label: sizeText(value) }))}
          value={size}
          onChange={onSize}
        />
      </div>
      <div className="tray-buttons">
        {nudgedIds.map((id) => (
          <button
            key={id}
            className={id === "w" ? "btn sm primary" : "btn sm"}
            type="button"
            onClick={() => onNudge(id)}
          >
            {t(`nudge.${id}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

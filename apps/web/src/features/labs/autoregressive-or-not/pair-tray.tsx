"use client";
import { Segmented, Slider } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { nameOf, ratioOf } from "./names.ts";
import {
  changeLook,
  changeShare,
  decodings,
  drawMore,
  drawSteps,
  looks,
  modeOf,
  mostDraws,
  parts,
  startAfresh,
  writeGreedily,
  type PairState,
} from "./state.ts";

export type PairTrayProps = { state: PairState; onChange: (next: (before: PairState) => PairState) => void };

/** The shares, whether the second writer looks, and how a word is chosen. */
export function PairTray({ state, onChange }: PairTrayProps) {
  const t = useTranslations("labs.autoregressive");
  const locale = useLocale();
  const [one, other] = [nameOf(0, locale), nameOf(3, locale)];
  const mode = modeOf(state);
  return (
    <div className="tray pair-tray">
      <Slider
        label={t("share", { one, other })}
        min={0}
        max={parts}
        step={1}
        value={state.fourteenths}
        display={ratioOf(state.fourteenths, parts)}
        ticks={[t("only", { name: other }), "1 : 1", t("only", { name: one })]}
        onChange={(fourteenths) => onChange((before) => changeShare(before, fourteenths))}
      />
      <Segmented
        label={t("mode")}
        choices={(["parallel", "autoregressive"] as const).map((value) => ({ value, label: t(`modes.${value}`) }))}
        value={mode === "between" ? null : mode}
        onChange={(chosen) => onChange((before) => changeLook(before, chosen === "parallel" ? 0 : looks))}
      />
      <Slider
        label={t("look")}
        min={0}
        max={looks}
        step={1}
        value={state.look}
        display={percent(state.look / looks, 0)}
        ticks={[t("never"), t("always")]}
        onChange={(look) => onChange((before) => changeLook(before, look))}
      />
      <Segmented
        label={t("decoding")}
        choices={decodings.map((value) => ({ value, label: t(`decodings.${value}`) }))}
        value={state.decoding}
        onChange={(decoding) => onChange((before) => ({ ...before, decoding }))}
      />
      <WriteButtons state={state} onChange={onChange} />
    </div>
  );
}

function WriteButtons({ state, onChange }: PairTrayProps) {
  const t = useTranslations("labs.autoregressive");
  if (state.decoding === "greedy") {
    return (
      <button className="btn sm primary" type="button" onClick={() => onChange(writeGreedily)}>
        {t("writeOnce")}
      </button>
    );
  }
  return (
    <div className="tray-buttons" role="group" aria-label={t("drawGroup")}>
      {drawSteps.map((step) => (
        <button
          key={step}
          className={step === 100 ? "btn sm primary" : "btn sm"}
          type="button"
          disabled={state.draws >= mostDraws}
          onClick={() => onChange((before) => drawMore(before, step))}
        >
          {t("drawMore", { count: step })}
        </button>
      ))}
      <button className="btn sm" type="button" disabled={state.draws === 0} onClick={() => onChange(startAfresh)}>
        {t("afresh")}
      </button>
    </div>
  );
}

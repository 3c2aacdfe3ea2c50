"use client";
import { useId } from "react";
import { Segmented, Slider } from "@fewshot/ui";
import { effectiveChoices } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { count, decimal } from "../format.ts";
import { NumberField } from "../frame/number-field.tsx";
import { largestSeed } from "./link.ts";
import { presets } from "./presets.ts";
import { knobRanges, roundKnob, type Knobs } from "./settings.ts";
import type { NextTokenView } from "./use-next-token.ts";

/** All that reshapes or cuts the table, the seed, and the buttons that draw from it. */
export function KnobTray({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken");
  const off = useTranslations("labs.frame")("off");
  const { knobs } = view.state;
  const turn = (patch: Partial<Knobs>) => view.session.turn(patch);
  const twoDigits = (value: number, offAt: number) => (value === offAt ? off : decimal(value, 2));
  return (
    <div className="tray" role="group" aria-label={t("knobs")}>
      <Slider
        label={t("temperature")}
        {...knobRanges.temperature}
        value={knobs.temperature}
        display={decimal(knobs.temperature, 2)}
        ticks={["0.1", "1.0", "2.0", "3.0"]}
        onChange={(value) => turn({ temperature: roundKnob(value) })}
      />
      <Slider
        label={t("topP")}
        {...knobRanges.topP}
        value={knobs.topP}
        display={twoDigits(knobs.topP, knobRanges.topP.off)}
        ticks={["0.05", "0.5", off]}
        onChange={(value) => turn({ topP: roundKnob(value) })}
      />
      <Slider
        label={t("topK")}
        {...knobRanges.topK}
        value={knobs.topK}
        display={knobs.topK === 0 ? off : String(knobs.topK)}
        ticks={[off, "20", "40"]}
        onChange={(value) => turn({ topK: Math.round(value) })}
      />
      <Slider
        label={t("minP")}
        {...knobRanges.minP}
        value={knobs.minP}
        display={twoDigits(knobs.minP, knobRanges.minP.off)}
        ticks={[off, ".25", ".5"]}
        onChange={(value) => turn({ minP: roundKnob(value) })}
      />
      {presets[view.preset].prompt === null ? null : (
        <Slider
          label={t("penalty")}
          {...knobRanges.repetitionPenalty}
          value={knobs.repetitionPenalty}
          display={twoDigits(knobs.repetitionPenalty, knobRanges.repetitionPenalty.off)}
          ticks={[off, "1.5", "2"]}
          onChange={(value) => turn({ repetitionPenalty: roundKnob(value) })}
        />
      )}
      <div className="tray-order">
        <span className="small dim">{t("order")}</span>
        <Segmented
          label={t("order")}
          choices={[
            { value: "hf", label: t("orders.hf") },
            { value: "llama.cpp", label: t("orders.llama") },
          ]}
          value={knobs.order}
          onChange={(order) => turn({ order })}
        />
        <p className="micro faint">{t("orderHint")}</p>
      </div>
      <DrawButtons view={view} />
      <Readout view={view} />
    </div>
  );
}

/** Step, run and stop, and the seed they draw with. */
function DrawButtons({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken");
  const { session, state, activity } = view;
  const isStated = presets[view.preset].prompt === null;
  const isRunning = activity === "running";
  // Busy or at the end of the sentence is not "disabled": a button that goes under the finger takes the focus with it.
  const isIdle = activity === "idle" && (isStated || !session.hasEnded());
  const canStop = isRunning || isIdle;
  return (
    <div className="tray-draw">
      <div className="tray-buttons">
        <button
          className={state.computed ? "btn primary sm" : "btn sm"}
          type="button"
          disabled={!state.computed}
          aria-disabled={!isIdle}
          onClick={() => isIdle && void session.step()}
        >
          {isStated && state.path.length > 0 ? t("again") : t("step")}
        </button>
        {isStated ? null : (
          <button
            className="btn sm"
            type="button"
            disabled={!state.computed}
            aria-disabled={!canStop}
            onClick={() => (isRunning ? session.stop() : isIdle && void session.run())}
          >
            {isRunning ? t("stop") : t("run")}
          </button>
        )}
      </div>
      <SeedField seed={state.seed} onChange={(seed) => session.reseed(seed)} />
    </div>
  );
}

function SeedField({ seed, onChange }: { seed: number; onChange: (seed: number) => void }) {
  const t = useTranslations("labs.nextToken");
  const id = useId();
  return (
    <div className="tray-buttons">
      <label className="small dim" htmlFor={id}>
        {t("seed")}
      </label>
      <NumberField
        id={id}
        className="field n seed"
        min={0}
        max={largestSeed}
        step={1}
        value={seed}
        isLegal={(typed) => Number.isInteger(typed) && typed >= 0 && typed <= largestSeed}
        onNumber={onChange}
      />
      <button className="btn sm" type="button" onClick={() => onChange((seed + 1) % (largestSeed + 1))}>
        {t("newSeed")}
      </button>
    </div>
  );
}

function Readout({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.readout");
  const { distribution } = view;
  if (distribution === null) return null;
  return (
    <dl className="readout tray-draw">
      <dt>{t("kept")}</dt>
      <dd className="live">{count(distribution.candidates.length, view.locale)}</dd>
      <dt>{t("entropy")}</dt>
      <dd className="live">{decimal(distribution.entropy, 2)}</dd>
      <dt>{t("choices")}</dt>
      <dd className="live">{decimal(effectiveChoices(distribution.candidates.map(({ prob }) => prob)), 1)}</dd>
    </dl>
  );
}

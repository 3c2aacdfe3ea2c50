"use client";
import { useId } from "react";
import { DataTable, ErrorNote, Segmented } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { Fingerprint } from "../fingerprint/fingerprint.tsx";
import { count, decimal } from "../format.ts";
import { LossCurve } from "./loss-curve.tsx";
import { problemOf, recentLoss, textLimits, type ScratchState, type WrittenSample } from "./scratch.ts";
import { parametersOf, sizes } from "./trainer.ts";
import { charactersPerPress, type ScratchView } from "./use-scratch.ts";

/** A text, a model that learns it, and its fingerprint. */
export function ScratchExperiment({ view }: { view: ScratchView }) {
  const t = useTranslations("labs.microGpt.scratch");
  const { state, trainer } = view;
  const goal = state.firstLoss === null ? null : { loss: 0.8 * state.firstLoss, label: t("goal") };
  return (
    <>
      <div className="bench micro-bench">
        <Setup view={view} />
        <div className="micro-part">
          <Buttons view={view} />
          {trainer.hasFailed ? <ErrorNote title={t("failedTitle")}>{t("failed")}</ErrorNote> : null}
          <LossCurve heading={t("loss")} curve={state.curve} goal={goal} />
          <Samples samples={state.samples} />
          {trainer.activity === "training" ? (
            <p className="cap">{t("hashMoving")}</p>
          ) : (
            <FingerprintNow state={state} />
          )}
        </div>
      </div>
      <DataTable
        summary={t("table.caption")}
        header={[t("table.step"), t("table.loss")]}
        rows={thinned(state).map(({ step, loss }) => [step, decimal(loss, 4)])}
      />
    </>
  );
}

/** The text and the size: another of either is another model. */
function Setup({ view }: { view: ScratchView }) {
  const t = useTranslations("labs.microGpt.scratch");
  const locale = useLocale();
  const id = useId();
  const { state, trainer } = view;
  const isBusy = trainer.activity !== "idle";
  const characters = new Set(state.text).size;
  const problem = problemOf(state.text, state.size);
  return (
    <div className="tray">
      <label className="small" htmlFor={id}>
        <b>{t("text")}</b> <span className="faint">{t("textHint", textLimits)}</span>
      </label>
      <textarea
        id={id}
        className="field micro-text"
        rows={8}
        maxLength={textLimits.max}
        spellCheck={false}
        value={state.text}
        disabled={isBusy}
        onChange={(event) => view.setUp({ text: event.target.value.toWellFormed() })}
      />
      <p className="cap">{t("textStats", { length: count([...state.text].length, locale), characters })}</p>
      <div className="micro-size">
        <span className="small">{t("size")}</span>
        <Segmented
          label={t("size")}
          choices={sizes.map((size) => ({ value: size, label: t(`sizes.${size}`) }))}
          value={state.size}
          disabled={isBusy}
          onChange={(size) => view.setUp({ size })}
        />
      </div>
      <p className="cap num">
        {problem === null
          ? t("parameters", { count: count(parametersOf(state.size, characters), locale) })
          : t(`problem.${problem}`, textLimits)}
      </p>
    </div>
  );
}

function Buttons({ view }: { view: ScratchView }) {
  const t = useTranslations("labs.microGpt.scratch");
  const { state, trainer } = view;
  const isIdle = trainer.activity === "idle";
  const isReady = isIdle && problemOf(state.text, state.size) === null;
  const hasLearnt = isIdle && state.steps > 0;
  return (
    <div className="tray-buttons">
      {trainer.activity === "training" ? (
        <button className="btn primary" type="button" onClick={trainer.stop}>
          {t("stop")}
        </button>
      ) : (
        <button className="btn primary" type="button" disabled={!isReady} onClick={view.train}>
          {t(state.steps === 0 ? "train" : "goOn")}
        </button>
      )}
      <button className="btn" type="button" disabled={!hasLearnt || state.isFrozen} onClick={view.freeze}>
        {t(state.isFrozen ? "frozen" : "freeze")}
      </button>
      <button className="btn" type="button" disabled={!hasLearnt} onClick={view.write}>
        {t(trainer.activity === "writing" ? "writing" : "write", { count: charactersPerPress })}
      </button>
      <button className="btn" type="button" disabled={!hasLearnt || !state.isFrozen} onClick={view.step}>
        {t("resume")}
      </button>
    </div>
  );
}

const shownSamples = 4;

/** How the model continues the text's first characters, the newest first. */
function Samples({ samples }: { samples: readonly WrittenSample[] }) {
  const t = useTranslations("labs.microGpt.scratch");
  const locale = useLocale();
  return (
    <div>
      <h4 className="small">{t("samples")}</h4>
      {samples.length === 0 ? <p className="cap">{t("noSamples")}</p> : null}
      <ol className="micro-samples">
        {samples
          .slice(-shownSamples)
          .toReversed()
          .map(({ step, text }) => (
            <li key={step}>
              <span className="num">{t("atStep", { step })}</span>
              <span lang={locale}>{text}</span>
            </li>
          ))}
      </ol>
    </div>
  );
}

function FingerprintNow({ state }: { state: ScratchState }) {
  const t = useTranslations("labs.microGpt.scratch");
  const locale = useLocale();
  const { hashNow, hashAtFreeze, isFrozen, written } = state;
  if (hashNow === null) return null;
  return (
    <div className="micro-part" aria-live="polite">
      {hashAtFreeze === null ? null : (
        <div>
          <h4 className="small">{t("hashAtFreeze")}</h4>
          <Fingerprint hash={hashAtFreeze} />
        </div>
      )}
      <div>
        <h4 className="small">{t(isFrozen ? "hashFrozen" : "hashNow", { steps: state.steps })}</h4>
        <Fingerprint hash={hashNow} than={hashAtFreeze ?? undefined} />
      </div>
      {written === "" ? null : (
        <p className="written" lang={locale}>
          {written}
        </p>
      )}
      <p className="cap num">
        {state.firstLoss === null
          ? null
          : t("lossNow", { loss: decimal(recentLoss(state) ?? NaN, 2), first: decimal(state.firstLoss, 2) })}
      </p>
    </div>
  );
}

const tableRows = 20;

/** So many rows of the curve, evenly spaced, the last among them. */
function thinned({ curve }: ScratchState) {
  const every = Math.max(1, Math.ceil(curve.length / tableRows));
  return curve.filter((_, i) => i % every === 0 || i === curve.length - 1);
}

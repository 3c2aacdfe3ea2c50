"use client";
import { DataTable, ErrorNote, Segmented } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { Fingerprint } from "../fingerprint/fingerprint.tsx";
import { count, decimal } from "../format.ts";
import { LossCurve } from "./loss-curve.tsx";
import { dialogueText, texts } from "./texts.ts";
import { directions, type TunedState } from "./tuned.ts";
import { oldModelSteps, stepsPerPress, type TunedView } from "./use-tuned.ts";

/** The old model, forty dialogues, and what they do to it. */
export function TunedExperiment({ view }: { view: TunedView }) {
  const t = useTranslations("labs.microGpt.tuned");
  const locale = useLocale();
  const { state, trainer } = view;
  const isIdle = trainer.activity === "idle";
  const isMade = state.hashFrozen !== null;
  return (
    <>
      <div className="bench micro-bench">
        <div className="tray">
          <b className="small">{t("oldText")}</b>
          <p className="micro-read" lang={locale} tabIndex={0} role="group" aria-label={t("oldText")}>
            {texts[locale].story}
          </p>
          <b className="small">{t("newText")}</b>
          <p className="micro-read" lang={locale} tabIndex={0} role="group" aria-label={t("newText")}>
            {dialogueText(locale)}
          </p>
        </div>
        <div className="micro-part">
          <div className="tray-buttons">
            {isMade ? (
              <button className="btn primary" type="button" disabled={!isIdle} onClick={view.tune}>
                {t(trainer.activity === "training" ? "tuning" : "tune", { steps: stepsPerPress })}
              </button>
            ) : (
              <button className="btn primary" type="button" disabled={!isIdle} onClick={view.practise}>
                {isIdle ? t("practise") : t("practising", { done: state.oldSteps, steps: oldModelSteps })}
              </button>
            )}
            <button className="btn" type="button" disabled={!isIdle || !isMade} onClick={view.measure}>
              {t("measure")}
            </button>
          </div>
          {trainer.hasFailed ? <ErrorNote title={t("failedTitle")}>{t("failed")}</ErrorNote> : null}
          {isMade ? <Made view={view} /> : <p className="cap">{t("practiseHint", { steps: oldModelSteps })}</p>}
        </div>
      </div>
      <DataTable
        summary={t("table.caption")}
        header={[t("table.step"), t("table.loss")]}
        rows={state.curve.map(({ step, loss }) => [step, decimal(loss, 4)])}
      />
    </>
  );
}

function Made({ view }: { view: TunedView }) {
  const t = useTranslations("labs.microGpt.tuned");
  const locale = useLocale();
  const { state } = view;
  const goal = state.newLossAtStart === null ? null : { loss: 0.9 * state.newLossAtStart, label: t("goal") };
  return (
    <>
      <LossCurve heading={t("loss")} curve={state.curve} goal={goal} />
      <Losses state={state} />
      <div className="micro-size">
        <span className="small">{t("verdict")}</span>
        <Segmented
          label={t("verdict")}
          choices={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
          value={state.verdict}
          disabled={state.oldBefore === null || state.oldAfter === null}
          onChange={view.judge}
        />
      </div>
      <div>
        <h4 className="small">{t("greetings", { hello: texts[locale].hello })}</h4>
        <ol className="micro-samples">
          {state.greetings.map(({ step, text }) => (
            <li key={step}>
              <span className="num">{t("atStep", { step })}</span>
              <span className="pre" lang={locale}>
                {text}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <Hashes state={state} />
    </>
  );
}

/** Two texts, before and after. */
function Losses({ state }: { state: TunedState }) {
  const t = useTranslations("labs.microGpt.tuned");
  const show = (loss: number | null) => (loss === null ? t("notYet") : decimal(loss, 3));
  const { steps, newLoss, newLossAtStart, oldBefore, oldAfter } = state;
  return (
    <table className="ruled small">
      <caption className="sr">{t("losses")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("losses")}</th>
          <th scope="col" className="r">
            {t("before")}
          </th>
          <th scope="col" className="r">
            {t("after", { steps })}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t("onNew")}</th>
          <td className="r num">{show(newLossAtStart)}</td>
          <td className="r num">{show(steps === 0 ? null : newLoss)}</td>
        </tr>
        <tr>
          <th scope="row">{t("onOld")}</th>
          <td className="r num">{show(oldBefore)}</td>
          <td className="r num">{show(oldAfter)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Hashes({ state }: { state: TunedState }) {
  const t = useTranslations("labs.microGpt.tuned");
  const locale = useLocale();
  const { hashFrozen, hashAfter, parameters } = state;
  if (hashFrozen === null) return null;
  return (
    <div className="micro-part" aria-live="polite">
      <div>
        <h4 className="small">{t("hashFrozen", { count: count(parameters ?? 0, locale) })}</h4>
        <Fingerprint hash={hashFrozen} />
      </div>
      {hashAfter === null ? null : (
        <div>
          <h4 className="small">{t("hashAfter", { steps: state.steps })}</h4>
          <Fingerprint hash={hashAfter} than={hashFrozen} />
        </div>
      )}
    </div>
  );
}

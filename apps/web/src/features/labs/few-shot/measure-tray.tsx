"use client";
import { useId } from "react";
import { Segmented, Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { modelIds, modelParameters, taskIds, type ModelId, type TaskId } from "../score-plot/measured.ts";
import type { RunnerState } from "./runner.ts";
import { hasSymbols, ranges, type FewShotState, type Settings } from "./state.ts";

export type MeasureTrayProps = {
  state: FewShotState;
  run: RunnerState;
  onSettings: (settings: Partial<Settings>) => void;
  onMeasure: () => void;
  onStop: () => void;
};

/** What to measure, the button that measures, and how far it is. */
export function MeasureTray({ state, run, onSettings, onMeasure, onStop }: MeasureTrayProps) {
  const t = useTranslations("labs.fewShot");
  const id = useId();
  const { model, task, k, n, described, seed } = state.settings;
  const isBusy = run.running !== null || run.model.status === "loading";
  return (
    <div className="tray explorer-tray">
      <div className="choose">
        <label className="small" htmlFor={`${id}-model`}>
          {t("model")}
        </label>
        <select
          id={`${id}-model`}
          className="field"
          value={model}
          onChange={(event) => onSettings({ model: event.target.value as ModelId })}
        >
          {modelIds.map((each, i) => (
            <option key={each} value={each}>
              {t(i === 0 ? "smallest" : i === 4 ? "largest" : "middle", { size: sizeName(each) })}
            </option>
          ))}
        </select>
      </div>
      <div className="choose">
        <label className="small" htmlFor={`${id}-task`}>
          {t("task")}
        </label>
        <select
          id={`${id}-task`}
          className="field"
          value={task}
          onChange={(event) => onSettings({ task: event.target.value as TaskId })}
        >
          {taskIds.map((each) => (
            <option key={each} value={each}>
              {t(`tasks.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <Slider
        label={t("k")}
        {...ranges.k}
        value={k}
        ticks={["0", "8", "16", "24", "32"]}
        onChange={(value) => onSettings({ k: Math.round(value) })}
      />
      <Slider
        label={t("n")}
        {...ranges.n}
        value={n}
        ticks={["20", "110", "200"]}
        onChange={(value) => onSettings({ n: Math.round(value) })}
      />
      <Slider
        label={t("seed")}
        {...ranges.seed}
        value={seed}
        onChange={(value) => onSettings({ seed: Math.round(value) })}
      />
      <label className="check-line small">
        <input
          type="checkbox"
          checked={described}
          onChange={(event) => onSettings({ described: event.target.checked })}
        />
        {t("described")}
      </label>
      <ControlRows state={state} onSettings={onSettings} />
      <div className="tray-draw">
        <div className="tray-buttons">
          <button className="btn sm primary" type="button" disabled={isBusy} onClick={onMeasure}>
            {t("measure")}
          </button>
          {run.running === null ? null : (
            <button className="btn sm" type="button" onClick={onStop}>
              {t("stop")}
            </button>
          )}
        </div>
        {run.running === null ? null : <Progress running={run.running} />}
      </div>
    </div>
  );
}

/** The two controls of an experiment: which symbols, and whether the answers of the examples are true. */
function ControlRows({ state, onSettings }: Pick<MeasureTrayProps, "state" | "onSettings">) {
  const t = useTranslations("labs.fewShot");
  const { task, symbols, labels } = state.settings;
  return (
    <>
      {hasSymbols(task) ? (
        <div>
          <p className="small">{t("symbols.label")}</p>
          <Segmented
            label={t("symbols.label")}
            choices={(["seen", "unseen"] as const).map((value) => ({ value, label: t(`symbols.${value}`) }))}
            value={symbols}
            onChange={(value) => onSettings({ symbols: value })}
          />
        </div>
      ) : null}
      <div>
        <p className="small">{t("labels.label")}</p>
        <Segmented
          label={t("labels.label")}
          choices={(["true", "shuffled"] as const).map((value) => ({ value, label: t(`labels.${value}`) }))}
          value={labels}
          onChange={(value) => onSettings({ labels: value })}
        />
      </div>
    </>
  );
}

function Progress({ running }: { running: NonNullable<RunnerState["running"]> }) {
  const t = useTranslations("labs.fewShot");
  const { asked, right, settings } = running;
  return (
    <div>
      <div
        className="few-progress"
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={settings.n}
        aria-valuenow={asked}
      >
        <i style={{ width: `${(100 * asked) / settings.n}%` }} />
      </div>
      <p className="small num">{t("soFar", { asked, n: settings.n, right })}</p>
    </div>
  );
}

/** Parameters of a model in short: 33k, 3.2M. */
export function sizeName(id: ModelId): string {
  const parameters = modelParameters[id];
  return parameters < 1e6 ? `${Math.round(parameters / 1e3)}k` : `${(parameters / 1e6).toFixed(1)}M`;
}

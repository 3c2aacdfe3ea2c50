"use client";
import { useId, type ReactNode } from "react";
import { scoreAxes, scoreSizes, settings } from "@fewshot/ml-core";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { at } from "../score-plot/at.ts";
import {
  bracket,
  changeSize,
  changeView,
  endNames,
  figureSizes,
  taskNames,
  type ExplorerState,
  type StepPick,
} from "./state.ts";

export type StateProps = { state: ExplorerState; onState: (state: ExplorerState) => void };

/** Axis, exam, size, and the two ends of a step to mark. */
export function Controls({ state, onState }: StateProps) {
  const t = useTranslations("labs.figures");
  const { preset, axis, task, size } = state;
  return (
    <div className="tray explorer-tray">
      <div>
        <p className="small">{t("axis.label")}</p>
        <Segmented
          label={t("axis.label")}
          choices={scoreAxes.map((value) => ({ value, label: t(`axis.${value}`) }))}
          value={axis}
          onChange={(chosen) => onState(changeView(state, { axis: chosen }))}
        />
      </div>
      <Choose
        label={t("task")}
        value={task}
        options={taskNames.map((name) => [name, t(`tasks.${name}` as "tasks.LAMBADA")])}
        onChoose={(name) => onState(changeView(state, { task: name }))}
      />
      {preset === "emergence" ? null : (
        <Choose
          label={t("size")}
          value={String(size)}
          options={(preset === "figure-1-2" ? figureSizes : scoreSizes.map((_, i) => i)).map((i) => [
            String(i),
            at(scoreSizes, i),
          ])}
          onChoose={(chosen) => onState(changeSize(state, Number(chosen)))}
        />
      )}
      {preset === "figure-1-3" ? <MeanSwitch state={state} onState={onState} /> : null}
      {preset === "figure-1-3" ? null : <StepChooser state={state} onState={onState} />}
    </div>
  );
}

function MeanSwitch({ state, onState }: StateProps) {
  const t = useTranslations("labs.figures");
  return (
    <label className="check-line small">
      <input
        type="checkbox"
        checked={state.series === "mean-of-27"}
        onChange={(event) =>
          onState(changeView({ ...state, reason: null }, { series: event.target.checked ? "mean-of-27" : "task" }))
        }
      />
      {t("showMean")}
    </label>
  );
}

/** The ends of a step, and a button that marks it. */
function StepChooser({ state, onState }: StateProps) {
  const t = useTranslations("labs.figures");
  const names = endNames(state).map((name, i): [string, string] => [String(i), name]);
  const isBySize = state.preset === "emergence";
  const choose = (patch: Partial<StepPick>) => onState({ ...state, pick: { ...state.pick, ...patch } });
  return (
    <fieldset className="tray-draw explorer-step">
      <legend className="small">{t(isBySize ? "step.bySize" : "step.byExamples")}</legend>
      {isBySize ? (
        <Choose
          label={t("step.setting")}
          value={String(state.pick.line)}
          options={settings.map((setting, i) => [String(i), t(`setting.${setting}`)])}
          onChoose={(line) => onState({ ...state, pick: { ...state.pick, line: Number(line) }, brackets: [] })}
        />
      ) : null}
      <div className="explorer-ends">
        <Choose
          label={t("step.from")}
          value={String(state.pick.from)}
          options={names}
          onChoose={(from) => choose({ from: Number(from) })}
        />
        <Choose
          label={t("step.to")}
          value={String(state.pick.to)}
          options={names}
          onChoose={(to) => choose({ to: Number(to) })}
        />
      </div>
      {isBySize ? (
        <label className="check-line small">
          <input
            type="checkbox"
            checked={state.isPerTenfold}
            onChange={(event) => onState({ ...state, isPerTenfold: event.target.checked })}
          />
          {t("step.perTenfold")}
        </label>
      ) : null}
      <button
        className="btn sm primary"
        type="button"
        disabled={state.pick.from === state.pick.to}
        onClick={() => onState(bracket(state))}
      >
        {t("step.mark")}
      </button>
    </fieldset>
  );
}

type ChooseProps = {
  label: ReactNode;
  value: string;
  options: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
};

function Choose({ label, value, options, onChoose }: ChooseProps) {
  const id = useId();
  return (
    <div className="choose">
      <label className="small" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

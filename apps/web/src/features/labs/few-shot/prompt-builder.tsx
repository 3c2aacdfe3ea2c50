"use client";
import { useId } from "react";
import { useTranslations } from "next-intl";
import { demonstrations, figurePrompt, lastLines } from "./builder.ts";
import { builtPrompt, type FewShotState } from "./state.ts";

export type StateProps = { state: FewShotState; onState: (state: FewShotState) => void };

/** The prompt of Figure 2.1, put together from its lines. A blank at the end of a line is shown. */
export function PromptBuilder({ state, onState }: StateProps) {
  const t = useTranslations("labs.fewShot.builder");
  const name = useId();
  const toggle = (i: number) =>
    state.shown.includes(i) ? state.shown.filter((shown) => shown !== i) : [...state.shown, i].sort();
  return (
    <div className="few-builder">
      <div>
        <fieldset>
          <legend className="small">{t("lines")}</legend>
          <Line
            kind="checkbox"
            isOn={state.taskLine}
            text={figurePrompt}
            onToggle={() => onState({ ...state, taskLine: !state.taskLine })}
          />
          {demonstrations.map((line, i) => (
            <Line
              key={line}
              kind="checkbox"
              isOn={state.shown.includes(i)}
              text={line}
              onToggle={() => onState({ ...state, shown: toggle(i) })}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend className="small">{t("last")}</legend>
          {lastLines.map((line, i) => (
            <Line
              key={line}
              kind="radio"
              name={name}
              isOn={state.lastLine === i}
              text={line}
              onToggle={() => onState({ ...state, lastLine: i })}
            />
          ))}
        </fieldset>
      </div>
      <figure>
        <div className="fig-h">
          <div>{t("prompt")}</div>
          <span>{t("shots", { count: state.shown.length })}</span>
        </div>
        <pre className="few-text" tabIndex={0} role="group" aria-label={t("prompt")}>
          {visible(builtPrompt(state))}
        </pre>
      </figure>
    </div>
  );
}

type LineProps = { kind: "checkbox" | "radio"; name?: string; isOn: boolean; text: string; onToggle: () => void };

function Line({ kind, name, isOn, text, onToggle }: LineProps) {
  return (
    <label className="check-line small">
      <input type={kind} name={name} checked={isOn} onChange={onToggle} />
      <code>{visible(text)}</code>
    </label>
  );
}

/** A blank at the end, which nobody would see, as ␣. */
function visible(text: string): string {
  return text.replace(/ $/, "␣");
}

"use client";
import { useId, useMemo } from "react";
import { useTranslations } from "next-intl";
import { judgeSelection, samplePrompts, type FewShotState, type Selection } from "./state.ts";

/** The models read this many bytes at once, and one byte is one token. */
const context = 512;

/** Two prompts of the same rule side by side, and how much of the context each part takes. */
export function PromptPanel({ state, onSelection }: { state: FewShotState; onSelection: (chosen: Selection) => void }) {
  const t = useTranslations("labs.fewShot.prompt");
  const id = useId();
  const { settings } = state;
  const sample = useMemo(() => samplePrompts(settings), [settings]);
  const { k, opening, examples, question } = sample;
  const longer = opening + examples + question;
  return (
    <details className="few-prompt" open={state.preset === "toy-rule" ? undefined : true}>
      <summary>{t("heading")}</summary>
      <p className="small dim">{t("hint")}</p>
      <div className="few-prompts">
        <div>
          <p className="small" id={`${id}-none`}>
            {t("none")}
          </p>
          <pre className="few-text" aria-labelledby={`${id}-none`} tabIndex={0} role="group">
            {opening + question}
          </pre>
        </div>
        <div>
          <label className="small" htmlFor={`${id}-some`}>
            {t("some", { k })}
          </label>
          <textarea
            id={`${id}-some`}
            className="field few-text"
            readOnly
            rows={Math.min(12, longer.split("\n").length)}
            value={longer}
            spellCheck={false}
            onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
              onSelection(judgeSelection(sample, selectionStart, selectionEnd))
            }
          />
        </div>
      </div>
      <p className="small" aria-live="polite">
        {state.selection === "none" ? t("select") : t(`selection.${state.selection}`)}
      </p>
      <Budget parts={[opening.length, examples.length, question.length]} />
    </details>
  );
}

/** The parts of the prompt as a bar of the context: description, examples, question. */
function Budget({ parts }: { parts: readonly [number, number, number] }) {
  const t = useTranslations("labs.fewShot.prompt");
  const [opening, examples, question] = parts;
  const total = opening + examples + question;
  return (
    <>
      <div className="few-budget" aria-hidden="true">
        <i className="a" style={{ width: `${(100 * opening) / context}%` }} />
        <i className="b" style={{ width: `${(100 * examples) / context}%` }} />
        <i className="c" style={{ width: `${(100 * question) / context}%` }} />
      </div>
      <p className="small dim num">{t("budget", { opening, examples, question, total, context })}</p>
    </>
  );
}

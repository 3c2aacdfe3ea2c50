"use client";
import { Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { examplesThatFit, windowTokens } from "./builder.ts";
import type { StateProps } from "./prompt-builder.tsx";
import { ranges } from "./state.ts";

/** How many examples fit the 2048 tokens of GPT-3 beside a question and its answer. */
export function WindowBudget({ state, onState }: StateProps) {
  const t = useTranslations("labs.fewShot.window");
  const { windowK, exampleTokens, questionTokens } = state;
  const used = windowK * exampleTokens + questionTokens;
  const left = windowTokens - used;
  const scale = Math.max(windowTokens, used);
  const verdict = windowK === examplesThatFit(exampleTokens, questionTokens) ? "full" : left < 0 ? "over" : "room";
  return (
    <figure className="few-window">
      <div className="fig-h">
        <div>{t("heading")}</div>
      </div>
      <div className="few-window-knobs">
        <Slider
          label={t("k")}
          {...ranges.windowK}
          value={windowK}
          onChange={(value) => onState({ ...state, windowK: Math.round(value) })}
        />
        <Slider
          label={t("example")}
          {...ranges.exampleTokens}
          value={exampleTokens}
          onChange={(value) => onState({ ...state, exampleTokens: Math.round(value) })}
        />
        <Slider
          label={t("question")}
          {...ranges.questionTokens}
          value={questionTokens}
          onChange={(value) => onState({ ...state, questionTokens: Math.round(value) })}
        />
      </div>
      <div className="few-budget" data-over={left < 0 ? "" : undefined} aria-hidden="true">
        <i className="b" style={{ width: `${(100 * windowK * exampleTokens) / scale}%` }} />
        <i className="c" style={{ width: `${(100 * questionTokens) / scale}%` }} />
      </div>
      <p className="small num" aria-live="polite">
        {t("sum", { k: windowK, example: exampleTokens, question: questionTokens, used })}{" "}
        {t(verdict, { left, over: -left })}
      </p>
    </figure>
  );
}

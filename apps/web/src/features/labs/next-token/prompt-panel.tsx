"use client";
import { useId, useState } from "react";
import { EmptyState, ErrorNote } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { useLanguageModel } from "../language-model/use-language-model.ts";
import { longestPrompt } from "./link.ts";
import { presets } from "./presets.ts";
import { Token } from "./token.tsx";
import type { NextTokenView } from "./use-next-token.ts";

/** The prompt, written or given, as the tokens the model reads; and the button that has it computed. */
export function PromptPanel({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken");
  const { session, activity } = view;
  const loading = useLanguageModel().status === "loading";
  return (
    <div className="prompt-panel">
      {presets[view.preset].canWrite ? <PromptField view={view} /> : null}
      <div className="prompt-line">
        <PromptTokens view={view} />
        {view.distribution !== null ? null : (
          <button
            className={activity === "idle" ? "btn primary" : "btn"}
            type="button"
            disabled={activity !== "idle"}
            onClick={() => void session.compute()}
          >
            {activity !== "idle" && !loading ? t("computing") : t("compute")}
          </button>
        )}
      </div>
      {view.distribution !== null ? null : <p className="cap">{t("computeHint")}</p>}
    </div>
  );
}

/** The prompt's tokens once a tokenizer is here; before that, its plain text. */
function PromptTokens({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken");
  const { source, state } = view;
  const ids = source?.promptIds(state.prompt).slice(1);
  return (
    <div className="strip" role="group" aria-label={t("promptOf")}>
      {ids?.map((id, position) => (
        <span className="col" key={position}>
          <Token piece={view.piece(id)} state="given" />
          <span>{id}</span>
        </span>
      )) ?? <span className="tok given prompt-plain">{state.prompt}</span>}
    </div>
  );
}

/** A prompt of one's own, or one of three. It counts when it is left or Enter is pressed, so that typing loses no walk. */
function PromptField({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken");
  const id = useId();
  const { prompt } = view.state;
  const [typed, setTyped] = useState({ prompt, text: prompt });
  // A prompt that came from elsewhere, a sample or a link, replaces what was typed.
  const draft = typed.prompt === prompt ? typed.text : prompt;
  const write = (prompt: string) => view.session.write(prompt.toWellFormed());
  return (
    <form
      className="prompt-field"
      onSubmit={(event) => {
        event.preventDefault();
        write(draft);
        void view.session.compute();
      }}
    >
      <label className="small" htmlFor={id}>
        <b>{t("prompt")}</b> <span className="faint">{t("promptHint", { longest: longestPrompt })}</span>
      </label>
      <span className="prompt-samples">
        {(["one", "two", "three"] as const).map((sample) => (
          <button key={sample} type="button" className="tok" onClick={() => write(t(`samples.${sample}`))}>
            {t(`samples.${sample}`)}
          </button>
        ))}
      </span>
      <input
        id={id}
        className="field"
        type="text"
        value={draft}
        maxLength={longestPrompt}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped({ prompt, text: event.target.value })}
        onBlur={() => write(draft)}
      />
    </form>
  );
}

/** What stands in for the table before there is one. */
export function EmptyTable() {
  const t = useTranslations("labs.nextToken.empty");
  return <EmptyState title={t("title")}>{t("body")}</EmptyState>;
}

/** What went wrong in a computation, what is safe, and the way on. */
export function ProblemNote({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.problem");
  const { problem } = view;
  if (problem === null) return null;
  const values = {
    tokens: "tokens" in problem ? problem.tokens : 0,
    longest: "longest" in problem ? problem.longest : 0,
  };
  return <ErrorNote title={t(`${problem.kind}.title`)}>{t(`${problem.kind}.body`, values)}</ErrorNote>;
}

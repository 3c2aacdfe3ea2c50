"use client";
import { useId, type ReactNode } from "react";
import { ProbabilityRow, Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { decimal, percent } from "../format.ts";
import { ModelWork } from "../language-model/model-work.tsx";
import type { ModelTask } from "../language-model/use-model-task.ts";
import { CorpusTable } from "./corpus-table.tsx";
import { frames, people, pronouns, pronounText, type Pronoun, type Sentence } from "./probe.ts";
import { ratioOf, shareOf, toMeasure, type ProbeState } from "./state.ts";

export type ProbeExperimentProps = {
  locale: Locale;
  state: ProbeState;
  task: ModelTask;
  onChange: (change: Partial<ProbeState>) => void;
  onMeasure: () => void;
};

/** Two sentences with two words to choose in each, what the model gives them, and the counts behind a lid. */
export function ProbeExperiment({ locale, state, task, onChange, onMeasure }: ProbeExperimentProps) {
  const t = useTranslations("labs.biasProbe");
  const isDone = toMeasure(state).length === 0;
  return (
    <>
      <div className="ml-line ml-stack">
        <Segmented
          label={t("frame")}
          choices={frames[locale].map((frame, value) => ({ value, label: frame.join("…").trim() }))}
          value={state.frame}
          onChange={(frame) => onChange({ frame })}
        />
      </div>
      <SentenceRow name="A" {...{ locale, state }} sentence={state.a} onChange={(a) => onChange({ a })} />
      <SentenceRow name="B" {...{ locale, state }} sentence={state.b} onChange={(b) => onChange({ b })} />
      <div className="ml-line">
        <button
          className={isDone ? "btn" : "btn primary"}
          type="button"
          disabled={isDone || task.state === "busy"}
          onClick={onMeasure}
        >
          {task.state === "busy" ? t("measuring") : t("measure")}
        </button>
        <p className="cap">{t("hint")}</p>
      </div>
      <ModelWork task={task} locale={locale} />
      <Shares state={state} />
      <CorpusTable locale={locale} state={state} onOpen={() => onChange({ countsOpened: true })} />
    </>
  );
}

type SentenceRowProps = {
  name: "A" | "B";
  locale: Locale;
  state: ProbeState;
  sentence: Sentence;
  onChange: (sentence: Sentence) => void;
};

/** One sentence; its person and its pronoun are chosen where they stand. */
function SentenceRow({ name, locale, state, sentence, onChange }: SentenceRowProps) {
  const t = useTranslations("labs.biasProbe");
  const [before = "", after = ""] = frames[locale][state.frame] ?? [];
  return (
    <div className="probe-sentence" role="group" aria-label={t("sentence", { name })}>
      <b className="num">{name}</b>
      <span>{before}</span>
      <WordSelect
        label={t("person", { name })}
        value={String(sentence.person)}
        options={people[locale].map((person, i) => [String(i), person])}
        onChange={(value) => onChange({ ...sentence, person: Number(value) })}
      />
      <span>{after}</span>
      <WordSelect
        label={t("pronoun", { name })}
        value={sentence.pronoun}
        options={pronouns.map((pronoun) => [pronoun, pronounText[locale][pronoun].trim()])}
        onChange={(value) => onChange({ ...sentence, pronoun: value as Pronoun })}
      />
    </div>
  );
}

type WordSelectProps = {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
};

function WordSelect({ label, value, options, onChange }: WordSelectProps) {
  const id = useId();
  return (
    <>
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}

/** The two probabilities on one scale, and their ratio. */
function Shares({ state }: { state: ProbeState }) {
  const t = useTranslations("labs.biasProbe");
  const [a, b] = [shareOf(state, state.a), shareOf(state, state.b)];
  const ratio = ratioOf(state);
  if (a === null || b === null) return <p className="dim">{t("notMeasured")}</p>;
  const scale = Math.max(a, b);
  const row = (name: ReactNode, share: number) => (
    <ProbabilityRow name={name} probability={share} scale={scale} value={percent(share, 2)} />
  );
  return (
    <div className="probe-shares">
      <div className="fig-h">
        <div>{t("shares")}</div>
        <span>{t("scale", { share: percent(scale, 2) })}</span>
      </div>
      <div className="plist">
        {row("A", a)}
        {row("B", b)}
      </div>
      <dl className="readout">
        <dt>{t("ratio")}</dt>
        <dd className="live">{ratio === null ? "–" : decimal(ratio, 2)}</dd>
      </dl>
    </div>
  );
}

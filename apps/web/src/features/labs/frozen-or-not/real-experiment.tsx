"use client";
import { useId, useSyncExternalStore } from "react";
import { DataTable, ErrorNote, Slider } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { Fingerprint } from "../fingerprint/fingerprint.tsx";
import { count, decimal, mebibytes } from "../format.ts";
import { NumberField } from "../frame/number-field.tsx";
import { ModelCard } from "../language-model/model-card.tsx";
import { languageModel, useLanguageModel } from "../language-model/use-language-model.ts";
import { longestPrompt, ranges, type RealState, type Taken } from "./real-model.ts";
import { SmallModelPart } from "./small-model-part.tsx";
import { tokensPerPress, type RealModelView } from "./use-real-model.ts";

/** The story model under audit, and beside it the small model that shows that the instrument moves. */
export function RealExperiment({ view }: { view: RealModelView }) {
  const t = useTranslations("labs.frozen.real");
  const locale = useLocale();
  const model = useLanguageModel();
  const { state, activity } = view;
  const isBusy = activity !== "idle" || model.status === "loading";
  // Its first weights have digits that each engine rounds its own way, so the server's fingerprint is not this browser's.
  const isHere = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return (
    <div className="frozen-twin">
      <section className="frozen-part" aria-label={t("heading")}>
        <div className="fig-h">
          <div>{t("heading")}</div>
          <span>{t("written", { tokens: count(state.tokens, locale) })}</span>
        </div>
        <ModelCard
          state={model}
          onStop={languageModel.stop}
          onRetry={() => void languageModel.open()}
          statedLab={`/${locale}/labs/frozen-or-not#preset=simple-ai`}
        />
        <Settings state={state} isBusy={isBusy} onPatch={view.patch} />
        <div className="tray-buttons">
          <button
            className="btn sm primary"
            type="button"
            disabled={isBusy}
            onClick={() => void view.takeFingerprint()}
          >
            {t(activity === "hashing" ? "hashing" : "take")}
          </button>
          <button className="btn sm" type="button" disabled={isBusy} onClick={() => void view.write()}>
            {t(activity === "writing" ? "writing" : "write", { tokens: tokensPerPress })}
          </button>
        </div>
        {view.isHidden ? <ErrorNote title={t("hiddenTitle")}>{t("hidden")}</ErrorNote> : null}
        {state.text === "" ? null : (
          <p className="written" lang={locale}>
            {state.text}
          </p>
        )}
        <TakenList taken={state.taken} />
      </section>
      {isHere ? <SmallModelPart view={view} /> : null}
    </div>
  );
}

type SettingsProps = { state: RealState; isBusy: boolean; onPatch: (patch: Partial<RealState>) => void };

/** What stands outside the weights: the prompt, the temperature and the seed. */
function Settings({ state, isBusy, onPatch }: SettingsProps) {
  const t = useTranslations("labs.frozen.real");
  const [promptId, seedId] = [useId(), useId()];
  return (
    <div className="tray frozen-settings">
      <label className="small" htmlFor={promptId}>
        {t("prompt")}
      </label>
      <input
        id={promptId}
        className="field"
        type="text"
        maxLength={longestPrompt}
        autoComplete="off"
        value={state.prompt}
        disabled={isBusy}
        onChange={(event) => onPatch({ prompt: event.target.value.toWellFormed() })}
      />
      <Slider
        label={t("temperature")}
        {...ranges.temperature}
        value={state.temperature}
        display={decimal(state.temperature, 1)}
        disabled={isBusy}
        onChange={(value) => onPatch({ temperature: Number(value.toFixed(1)) })}
      />
      <span className="seed-line">
        <label className="small" htmlFor={seedId}>
          {t("seed")}
        </label>
        <NumberField
          id={seedId}
          className="field seed num"
          {...{ min: ranges.seed.min, max: ranges.seed.max }}
          value={state.seed}
          disabled={isBusy}
          isLegal={(seed) => Number.isInteger(seed) && seed >= ranges.seed.min && seed <= ranges.seed.max}
          onNumber={(seed) => onPatch({ seed })}
        />
      </span>
    </div>
  );
}

/** The first fingerprint and the last; all of them in the table. */
function TakenList({ taken }: { taken: readonly Taken[] }) {
  const t = useTranslations("labs.frozen.real");
  const locale = useLocale();
  const [first, last] = [taken[0], taken.at(-1)];
  if (first === undefined || last === undefined) return <p className="cap">{t("none")}</p>;
  const rows = taken.map(({ sha256, tokens, bytes }, i) => [
    i + 1,
    count(tokens, locale),
    mebibytes(bytes),
    <code key="hash">{sha256}</code>,
  ]);
  return (
    <div className="frozen-taken" aria-live="polite">
      <div>
        <h4 className="small">{t("first", { tokens: count(first.tokens, locale) })}</h4>
        <Fingerprint hash={first.sha256} />
      </div>
      {taken.length < 2 ? null : (
        <div>
          <h4 className="small">{t("last", { n: taken.length, tokens: count(last.tokens, locale) })}</h4>
          <Fingerprint hash={last.sha256} than={first.sha256} />
        </div>
      )}
      <p className="cap">{t("of", { size: mebibytes(last.bytes) })}</p>
      <DataTable summary={t("table")} header={[t("nth"), t("tokens"), "MiB", "SHA-256"]} rows={rows} />
    </div>
  );
}

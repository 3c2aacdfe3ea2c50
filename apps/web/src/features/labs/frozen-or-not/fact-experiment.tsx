"use client";
import { DataTable, Segmented } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { count, probability } from "../format.ts";
import { ModelCard } from "../language-model/model-card.tsx";
import { languageModel, useLanguageModel } from "../language-model/use-language-model.ts";
import { mostFillers, newest, type FactState, type Measured } from "./fact.ts";
import { layOut } from "./measure-name.ts";
import { idsOf, type FactView } from "./use-fact.ts";
import { fillerText, words } from "./words.ts";

/** A page that the model reads, buttons to write on it and to wipe it, and the probability of the name behind it. */
export function FactExperiment({ view }: { view: FactView }) {
  const t = useTranslations("labs.frozen.fact");
  const locale = useLocale();
  const model = useLanguageModel();
  const { state, isMeasuring, dispatch } = view;
  const isBusy = isMeasuring || model.status === "loading";
  return (
    <>
      <div className="bench">
        <div className="tray">
          <div className="frozen-name">
            <span className="small">{t("name")}</span>
            <Segmented
              label={t("name")}
              choices={words[locale].names.map((name) => ({ value: name, label: name }))}
              value={state.name}
              disabled={isBusy}
              onChange={(name) => dispatch({ type: "name", name })}
            />
          </div>
          <div className="tray-buttons">
            <button
              className="btn sm"
              type="button"
              disabled={isBusy || state.hasFact}
              onClick={() => dispatch({ type: "tell" })}
            >
              {t("tell")}
            </button>
            <button
              className="btn sm"
              type="button"
              disabled={isBusy || state.fillers >= mostFillers}
              onClick={() => dispatch({ type: "add" })}
            >
              {t("add")}
            </button>
            <button className="btn sm" type="button" disabled={isBusy} onClick={() => dispatch({ type: "clear" })}>
              {t("clear")}
            </button>
          </div>
          <button className="btn primary" type="button" disabled={isBusy} onClick={() => void view.measure()}>
            {t(isMeasuring ? "measuring" : "measure")}
          </button>
        </div>
        <div className="frozen-part">
          <ModelCard
            state={model}
            onStop={languageModel.stop}
            onRetry={() => void languageModel.open()}
            statedLab={`/${locale}/labs/frozen-or-not#preset=simple-ai`}
          />
          <PageText state={state} />
          <Bars state={state} />
        </div>
      </div>
      <MeasuredTable measured={state.measured} />
    </>
  );
}

/** The page as it is written, with what lies outside the window greyed once a model is here to say so. */
function PageText({ state }: { state: FactState }) {
  const t = useTranslations("labs.frozen.fact");
  const locale = useLocale();
  const model = useLanguageModel();
  const { fact, beginning } = words[locale];
  const text = `${state.hasFact ? `${fact(state.name)}\n` : ""}${fillerText(locale, state.fillers)}${beginning}`;
  const laid = model.status === "ready" ? layOut(model.model, state, idsOf(model.model, locale, state)) : null;
  // The first of those cut is the token that begins a text; it is not written.
  const gone =
    model.status === "ready" && laid !== null ? model.model.tokenizer.decode(laid.whole.slice(1, laid.cut)) : "";
  return (
    <figure>
      <div className="fig-h">
        <div>{t("page")}</div>
        <span className="num">
          {laid === null
            ? t("pageNote")
            : t("window", { used: count(laid.whole.length, locale), room: count(laid.room, locale) })}
        </span>
      </div>
      <p className="whiteboard" lang={locale}>
        {gone === "" ? null : <del aria-label={t("outside")}>{gone}</del>}
        {text.slice(gone.length)}
        <span className="blank" aria-label={t("blank")} />
      </p>
    </figure>
  );
}

const kinds = ["without", "with", "cleared", "behind"] as const;

/** The probabilities beside one another, on one linear scale. */
function Bars({ state }: { state: FactState }) {
  const t = useTranslations("labs.frozen.fact");
  const found = newest(state);
  const rows: { key: string; label: string; value: number | null }[] = [
    ...kinds.map((kind) => ({ key: kind, label: t(`kinds.${kind}`), value: found[kind]?.probability ?? null })),
    { key: "filler", label: t("kinds.filler"), value: found.behind?.withoutFact ?? null },
  ];
  const largest = Math.max(...rows.map(({ value }) => value ?? 0));
  return (
    <figure>
      <div className="fig-h">
        <div>{t("bars", { name: state.name })}</div>
        <span>{t("barsNote")}</span>
      </div>
      <dl className="name-bars">
        {rows.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <span className="bar" aria-hidden="true">
                <i
                  style={{ width: value === null || largest === 0 ? 0 : `${Math.max(0.5, (100 * value) / largest)}%` }}
                />
              </span>
              <span className="num">{value === null ? t("notYet") : probability(value)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

function MeasuredTable({ measured }: { measured: readonly Measured[] }) {
  const t = useTranslations("labs.frozen.fact.table");
  const locale = useLocale();
  const rows = measured.map((one, i) => [
    i + 1,
    one.hasFact ? t(one.factInWindow ? "inView" : "outOfView") : t(one.cleared ? "cleared" : "no"),
    count(one.tokens, locale),
    count(one.cut, locale),
    probability(one.probability),
  ]);
  return (
    <DataTable
      summary={t("caption")}
      header={[t("nth"), t("fact"), t("tokens"), t("cut"), t("probability")]}
      rows={rows}
    />
  );
}

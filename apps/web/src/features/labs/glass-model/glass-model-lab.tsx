"use client";
import { useState } from "react";
import { EmptyState } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { count, percent } from "../format.ts";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { ModelWork } from "../language-model/model-work.tsx";
import { AttentionFigure } from "./attention-figure.tsx";
import { HeadGrid } from "./head-grid.tsx";
import { headIds, largestAhead, mostTokens, oneBackShare, sharesOf, type Inside } from "./inside.ts";
import { LensTable } from "./lens-table.tsx";
import { LimitQuestion } from "./limit-question.tsx";
import { missionEnds, publishState, readLink, startState, withText, writeLink, type GlassState } from "./state.ts";
import { TextForm } from "./text-form.tsx";
import { useInside, type Reader } from "./use-inside.ts";
import "../labs.css";
import "./glass-model.css";

type Change = (next: (before: GlassState) => GlassState) => void;

/** Our model opened up: who takes how much from whom in every head, and what each layer would have said. */
export function GlassModelLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.glassModel");
  const title = useTranslations("labs.titles")("glass-model");
  const [state, setState] = useState<GlassState>(() => startState(locale));
  const reader = useInside();
  const published = publishState(state, reader.inside);
  const missions = props.missions ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(`missions.${id}`) }));
  const done = useMissions(missions, published, props.onMission);
  const fragment = writeLink(state, startState(locale));
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState(({ bet }) => ({ ...startState(locale), ...readLink(hash), bet })),
  });
  const setBet = (bet: number) => setState((before) => ({ ...before, bet }));
  useStoredBet("glass-model", state.bet, setBet);
  const reset = () => {
    reader.forget();
    setState(({ bet }) => ({ ...startState(locale), bet }));
  };
  return (
    <LabShell
      labId="glass-model"
      title={title}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={reset}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow mission={id} state={state} inside={reader.inside} />}
      bet={
        <ChoiceBet
          ask={props.bet ?? t("bet")}
          label={t("bet")}
          answers={[t("betAnswers.yes"), t("betAnswers.no")]}
          noted={t("betNoted")}
          bet={state.bet}
          onBet={setBet}
        />
      }
      seen={<GlassSeen state={state} inside={reader.inside} locale={locale} after={props.seenText} />}
    >
      <Experiment state={state} reader={reader} locale={locale} onChange={setState} />
    </LabShell>
  );
}

type ExperimentProps = { state: GlassState; reader: Reader; locale: Locale; onChange: Change };

function Experiment({ state, reader, locale, onChange }: ExperimentProps) {
  const t = useTranslations("labs.glassModel");
  const { inside, task } = reader;
  const read = (text: string) => {
    if (text !== state.text) reader.forget();
    onChange((before) => withText(before, text));
    reader.read(text);
  };
  return (
    <>
      <TextForm text={state.text} isBusy={task.state === "busy"} onRead={read} />
      <ModelWork task={task} locale={locale} />
      {inside === null ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <Opened state={state} inside={inside} locale={locale} onChange={onChange} />
      )}
      <LimitQuestion limit={state.limit} onLimit={(limit) => onChange((before) => ({ ...before, limit }))} />
    </>
  );
}

type OpenedProps = { state: GlassState; inside: Inside; locale: Locale; onChange: Change };

function Opened({ state, inside, locale, onChange }: OpenedProps) {
  const t = useTranslations("labs.glassModel");
  const { glass, ids } = inside;
  // A link may name a head that this model does not have.
  const isThere = state.head !== null && state.head.layer < glass.layers && state.head.head < glass.heads;
  const head = isThere && state.head !== null ? state.head : { layer: 0, head: 0 };
  const position = Math.min(state.position ?? ids.length - 1, ids.length - 1);
  return (
    <>
      {inside.isCut ? <p className="cap">{t("cut", { most: mostTokens })}</p> : null}
      <HeadGrid
        inside={inside}
        chosen={isThere ? head : null}
        onChoose={(chosen) => onChange((before) => ({ ...before, head: chosen }))}
      />
      <div className="duo glass-duo">
        <AttentionFigure inside={inside} head={head} />
        <LensTable
          inside={inside}
          position={position}
          onPosition={(chosen) => onChange((before) => ({ ...before, position: chosen }))}
        />
      </div>
      <p className="tray-buttons glass-check">
        <button className="btn sm" type="button" onClick={() => onChange((before) => ({ ...before, isChecked: true }))}>
          {t("check")}
        </button>
        <span className="small" aria-live="polite">
          {state.isChecked ? <Checked inside={inside} locale={locale} /> : null}
        </span>
      </p>
      <p className="glass-caution">{t("caution")}</p>
    </>
  );
}

function Checked({ inside, locale }: { inside: Inside; locale: Locale }) {
  const t = useTranslations("labs.glassModel");
  const { largest, cells } = largestAhead(inside);
  return t.rich("checked", {
    ...rich,
    cells: count(cells, locale),
    heads: headIds(inside).length,
    largest: String(largest),
  });
}

type SeenProps = { state: GlassState; inside: Inside | null; locale: Locale; after: string | undefined };

function GlassSeen({ state, inside, locale, after }: SeenProps) {
  const t = useTranslations("labs.glassModel.seen");
  if (inside === null) return <SeenLine>{t("nothing")}</SeenLine>;
  const backs = headIds(inside).map((id) => oneBackShare(sharesOf(inside, id)));
  const most = Math.max(...backs);
  const values = {
    ...rich,
    heads: backs.length,
    half: backs.filter((share) => share >= 0.5).length,
    most: percent(most),
  };
  const bet = state.bet === null ? null : t((state.bet === 0) === most >= 0.5 ? "betRight" : "betWrong");
  return (
    <SeenLine>
      <Sentences locale={locale} of={[t.rich("heads", values), bet, state.isChecked ? t("ahead") : null, after]} />
    </SeenLine>
  );
}

/** How far a mission is. */
function MissionNow({ mission, state, inside }: { mission: string; state: GlassState; inside: Inside | null }) {
  const t = useTranslations("labs.glassModel.now");
  if (mission !== "one-back" || inside === null || state.head === null) return null;
  return t("share", { share: percent(oneBackShare(sharesOf(inside, state.head))) });
}

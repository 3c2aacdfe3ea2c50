"use client";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { softmax } from "@fewshot/ml-core";
import type { LoadedModel } from "@fewshot/lm";
import type { LabState, Locale } from "@fewshot/quiz";
import { languageModel } from "../language-model/use-language-model.ts";
import { describeDistribution, ownTable, type Distribution, type LookOptions } from "./distribution.ts";
import { countDraws } from "./draws.ts";
import { presets, statedLogits, statedPieces, type PresetId } from "./presets.ts";
import { publishState } from "./published.ts";
import { idsAtFocus, NextTokenSession, textIds, type SessionSnapshot } from "./session.ts";
import { startState, type NextTokenState } from "./state.ts";
import { modelSource, statedSource, type TokenSource } from "./token-source.ts";
import { pieceOf, type TokenPiece } from "./token-piece.ts";

/** Pause between two draws of a run: slow enough to read along. */
const runPauseMs = 80;

/** Everything the parts of the lab draw, derived from one session. */
export interface NextTokenView extends SessionSnapshot {
  session: NextTokenSession;
  preset: PresetId;
  locale: Locale;
  /** null before the first table is computed. */
  distribution: Distribution | null;
  /** Counts of the series of draws on show; null before the first. */
  counts: ReadonlyMap<number, number> | null;
  published: LabState;
  /** The token that a bet in per cent is about, and what the model itself gives it; null before it is computed. */
  betTarget: { id: number; share: number } | null;
  piece: (id: number) => TokenPiece;
}

/** A preset's start in one language. */
export function startOf(preset: PresetId, locale: Locale): NextTokenState {
  return startState({ prompt: presets[preset].prompt?.[locale] ?? "" });
}

/**
 * One lab: its session, and what is on show.
 *
 * @param shown - How many candidates get a row of their own.
 */
export function useNextToken(preset: PresetId, locale: Locale, shown: number): NextTokenView {
  const [session] = useState(() => createSession(preset, locale));
  const snapshot = useSyncExternalStore(session.subscribe, session.getSnapshot, session.getSnapshot);
  const { state, source } = snapshot;
  useEffect(() => {
    // A stated table costs nothing, so it is there from the start. A model is loaded only when a learner asks for it.
    if (presets[preset].prompt === null) void session.compute();
    return () => session.close();
  }, [session, preset]);

  const ids = state.computed && source !== null ? idsAtFocus(state, source) : null;
  const distribution = useTable(source, ids, { knobs: state.knobs, shown });
  const counts = useMemo(
    () => (distribution && state.samples > 0 ? countDraws(distribution.candidates, state.samples, state.seed) : null),
    [distribution, state.samples, state.seed],
  );
  const published = publishState(state, { distribution, counts, endOfTextId: source?.endOfTextId ?? null });
  const betTarget = useMemo(
    () => (source && state.computed ? findBetTarget(preset, locale, source) : null),
    [preset, locale, source, state.computed],
  );
  const piece = (id: number): TokenPiece => source?.piece(id) ?? { kind: "bytes", bytes: [] };
  return { ...snapshot, session, preset, locale, distribution, counts, published, betTarget, piece };
}

/** The table after `ids` under the knobs, computed anew only when one of them changes; null if it is not there. */
export function useTable(
  source: TokenSource | null,
  ids: readonly number[] | null,
  look: LookOptions,
): Distribution | null {
  const { knobs, shown } = look;
  const text = ids === null || source === null ? "" : textIds(source, ids).join(" ");
  const logits = ids === null ? undefined : source?.peek(ids);
  const own = useMemo(() => (logits === undefined ? null : ownTable(logits)), [logits]);
  return useMemo(() => {
    if (logits === undefined || own === null) return null;
    const previousIds = text === "" ? [] : text.split(" ").map(Number);
    return describeDistribution(logits, own, { knobs, shown, previousIds });
  }, [logits, own, knobs, shown, text]);
}

/** A bet in per cent is about the first token of a stated text, right after the prompt. */
function findBetTarget(preset: PresetId, locale: Locale, source: TokenSource): NextTokenView["betTarget"] {
  const { betOn, prompt } = presets[preset];
  if (betOn === null || prompt === null) return null;
  const before = source.promptIds(prompt[locale]);
  const id = source.promptIds(prompt[locale] + betOn[locale])[before.length];
  const logits = source.peek(before);
  return id === undefined || logits === undefined ? null : { id, share: softmax(logits)[id] ?? 0 };
}

function createSession(preset: PresetId, locale: Locale): NextTokenSession {
  const isStated = presets[preset].prompt === null;
  let model: LoadedModel | null = null;
  const openModel = async () => {
    model = await languageModel.open();
    return model === null ? null : sourceOf(model);
  };
  return new NextTokenSession({
    start: startOf(preset, locale),
    openSource: isStated ? () => Promise.resolve(openStated(locale)) : openModel,
    onFailure: (error) => model !== null && languageModel.fail(error, model),
    pause: () => new Promise((resolve) => setTimeout(resolve, runPauseMs)),
  });
}

function openStated(locale: Locale): TokenSource {
  return statedSource(Float32Array.from(statedLogits()), statedPieces(locale));
}

function sourceOf(model: LoadedModel): TokenSource {
  const { tokenizer } = model;
  return modelSource(model, { encode: (text) => tokenizer.encode(text), piece: (id) => pieceOf(tokenizer, id) });
}

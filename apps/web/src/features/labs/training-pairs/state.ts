import { firstChangedInput } from "@fewshot/ml-core";
import type { LabState, Locale } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, textField, type FragmentFields } from "../fragment.ts";
import type { Guesses } from "./guesses.ts";

/** The longest text, in UTF-16 units. Its tokens fit in the model's context even if each is a single byte. */
export const longestText = 60;

/** The mask is drawn for so many positions at most; it goes on in the same way. */
export const mostInMask = 10;

/** The positions one can bet on: those of the sentence at the start. */
export const betRange = { from: 1, to: 5 } as const;

/** Texts to begin with; the first is the start. */
export const samples: Readonly<Record<Locale, readonly [string, ...string[]]>> = {
  zh: ["我来自地球", "从前有一只小猫", "I come from Earth."],
  en: ["I come from Earth.", "Once upon a time there was a little fox.", "我来自地球"],
};

export const missionEnds = [
  { id: "eight-pairs", end: "pairs == 8" },
  { id: "cheating-cell", end: "selectedRow == 3 && selectedColumn > 3" },
  { id: "own-words", end: "teacherForcing == false && selectedPosition == firstChangedInput" },
] as const;

/** A cell of the mask: the position that looks, and the one it looks at. Both count from 1. */
export interface Cell {
  row: number;
  column: number;
}

/** All of the lab that is not computed. Positions count from 1. */
export interface PairsState {
  text: string;
  isForced: boolean;
  cell: Cell | null;
  /** The position whose input was pressed. */
  position: number | null;
  bet: number | null;
}

/** The lesson's sentence, with teacher forcing on. */
export function startState(locale: Locale): PairsState {
  return { text: samples[locale][0], isForced: true, cell: null, position: null, bet: null };
}

/** Another text. What was pointed at belonged to the old one. */
export function changeText(state: PairsState, text: string): PairsState {
  const kept = text.slice(0, longestText).toWellFormed();
  return kept === state.text ? state : { ...state, text: kept, cell: null, position: null };
}

/** Turns teacher forcing on or off. The input that was pressed may be another now. */
export function changeForcing(state: PairsState, isForced: boolean): PairsState {
  return isForced === state.isForced ? state : { ...state, isForced, position: null };
}

/** A text in our tokens, and what the model writes along it, if it was asked. */
export interface Sheet {
  ids: readonly number[];
  guesses: Guesses | null;
}

/** The position, from 1, whose input is the first to differ from the text; null before the model wrote, or if none does. */
export function firstChange({ ids, guesses }: Sheet): number | null {
  const at = guesses === null ? null : firstChangedInput(ids, guesses.own);
  return at === null ? null : at + 1;
}

/**
 * What each position reads: under teacher forcing the text, else what the model wrote a step before.
 *
 * @returns Ids by position; null where the model has not written yet.
 */
export function inputsOf({ ids, guesses }: Sheet, isForced: boolean): (number | null)[] {
  return ids.map((id, t) => (isForced || t === 0 ? id : (guesses?.own[t - 1] ?? null)));
}

/** The state that missions are checked against. */
export function publishState(state: PairsState, sheet: Sheet): LabState {
  const { cell, position } = state;
  const first = firstChange(sheet);
  return {
    values: {
      pairs: sheet.ids.length,
      teacherForcing: state.isForced,
      ...(cell === null ? {} : { selectedRow: cell.row, selectedColumn: cell.column }),
      ...(position === null ? {} : { selectedPosition: position }),
      ...(first === null ? {} : { firstChangedInput: first }),
    },
    seen: [],
  };
}

interface LinkState {
  text: string;
  forcing: "on" | "off";
}

const fields: FragmentFields<LinkState> = { text: textField(longestText), forcing: choiceField(["on", "off"]) };

/** Reads a link's fragment over the start; garbage is ignored. */
export function readLink(hash: string, locale: Locale): PairsState {
  const start = startState(locale);
  const { text = start.text, forcing } = decodeFragment(hash, fields);
  return { ...start, text, isForced: forcing !== "off" };
}

/** Writes what differs from the start as a fragment. */
export function writeLink({ text, isForced }: PairsState, locale: Locale): string {
  const start: LinkState = { text: startState(locale).text, forcing: "on" };
  return encodeFragment({ text, forcing: isForced ? "on" : "off" }, fields, start);
}

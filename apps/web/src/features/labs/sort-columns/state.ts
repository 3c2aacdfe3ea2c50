import type { LabState, Locale } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, type FragmentFields } from "../fragment.ts";
import {
  columnIds,
  decks,
  labelAmounts,
  presetIds,
  settingIds,
  type CardId,
  type ColumnId,
  type LabelAmount,
  type PresetId,
  type SettingId,
} from "./decks.ts";

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds: Readonly<Record<PresetId, readonly { id: string; end: string }[]>> = {
  "fact-or-view": [
    { id: "eight-in-place", end: "placed == 8 && correct == 8" },
    { id: "say-it-as-a-view", end: "seen(card=opinion, rewritten=true, marked=true)" },
    { id: "name-a-test", end: "seen(card=opinion, test=true)" },
  ],
  "fine-tune-or-show": [
    { id: "eight-in-place", end: "placed == 8 && correct == 8" },
    {
      id: "labels-for-four",
      end: 'labels(zero-shot) == "0" && labels(one-shot) == "1" && labels(few-shot) == "K" && labels(fine-tuning) == "10000"',
    },
    { id: "both-columns", end: 'column(some-data-needed) == "both"' },
  ],
};

/** What a learner wrote about one card, kept as what the page could check of it. */
export type Note = { card: ColumnId; rewritten: boolean; marked: boolean } | { card: ColumnId; test: true };

export interface SortState {
  preset: PresetId;
  /** Where each card lies; a card without an entry is still in the pile. */
  places: Readonly<Partial<Record<CardId, ColumnId>>>;
  labels: Readonly<Partial<Record<SettingId, LabelAmount>>>;
  notes: readonly Note[];
}

/** All eight in the pile. */
export function startState(preset: PresetId): SortState {
  return { preset, places: {}, labels: {}, notes: [] };
}

/** Puts a card into a column, or back on the pile (null). */
export function place(state: SortState, card: CardId, column: ColumnId | null): SortState {
  const { [card]: _, ...others } = state.places;
  return { ...state, places: column === null ? others : { ...others, [card]: column } };
}

/** How many cards lie in some column, and how many in theirs. */
export function score({ preset, places }: SortState): { placed: number; correct: number } {
  const { cards } = decks[preset];
  return {
    placed: cards.filter(({ id }) => places[id] !== undefined).length,
    correct: cards.filter(({ id, column }) => places[id] === column).length,
  };
}

const openings: Readonly<Record<Locale, RegExp>> = {
  zh: /^(在我看来|我认为|我觉得|依我看|我的看法是)[，,：:]?\s*(.*)$/su,
  en: /^(in my view|in my opinion|i think|i believe|to my mind|as i see it)\b[,:]?\s*(.*)$/isu,
};

/** Fewer characters are no sentence: "在我看来，是。" does not count. */
const shortest: Readonly<Record<Locale, number>> = { zh: 4, en: 12 };

/**
 * What can be checked of a rewritten opinion: that it changed, and that it opens as an opinion and then says something.
 *
 * @param before - The card's own words. @param after - The learner's.
 */
export function checkView(before: string, after: string, locale: Locale): { rewritten: boolean; marked: boolean } {
  const text = after.trim();
  const rest = openings[locale].exec(text)?.[2] ?? "";
  return { rewritten: text !== "" && text !== before, marked: rest.trim().length >= shortest[locale] };
}

/** Whether a test was written at all; whether it is a good one no page can tell. */
export function isTest(text: string, locale: Locale): boolean {
  return text.trim().length >= 2 * shortest[locale];
}

/** The state that missions are checked against. */
export function publishState(state: SortState): LabState {
  const columns = Object.entries(state.places).map(([card, column]) => [`column(${card})`, column] as const);
  const labels = Object.entries(state.labels).map(([setting, amount]) => [`labels(${setting})`, amount] as const);
  return {
    values: { ...score(state), ...Object.fromEntries(columns), ...Object.fromEntries(labels) },
    seen: state.notes,
  };
}

interface LinkState {
  preset: PresetId;
  /** A digit for each card, in the deck's order: 0 the pile, 1 to 3 a column. */
  cards: string;
  /** A digit for each setting: 0 nothing chosen, 1 to 4 an amount. */
  labels: string;
}

const digits = (longest: number, last: number) => ({
  parse: (text: string) => (new RegExp(`^[0-${last}]{${longest}}$`).test(text) ? text : undefined),
  format: (text: string) => text,
});

const fields: FragmentFields<LinkState> = {
  preset: choiceField(presetIds),
  cards: digits(8, 3),
  labels: digits(settingIds.length, labelAmounts.length),
};

const linkDefaults: LinkState = { preset: "fact-or-view", cards: "00000000", labels: "0000" };

/** Reads a link's fragment; garbage is ignored. What was written by hand is in no link. */
export function readLink(hash: string): SortState {
  const { preset, cards, labels } = { ...linkDefaults, ...decodeFragment(hash, fields) };
  const deck = decks[preset];
  const places = deck.cards.map(({ id }, i) => [id, deck.columns[Number(cards[i]) - 1]]);
  const amounts = settingIds.map((id, i) => [id, labelAmounts[Number(labels[i]) - 1]]);
  const known = (entries: (string | undefined)[][]) =>
    Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, never>;
  return { ...startState(preset), places: known(places), labels: known(amounts) };
}

/** Writes what differs from the start as a fragment. */
export function writeLink({ preset, places, labels }: SortState): string {
  const deck = decks[preset];
  const cards = deck.cards.map(({ id }) => deck.columns.findIndex((column) => column === places[id]) + 1).join("");
  const amounts = settingIds.map((id) => labelAmounts.findIndex((amount) => amount === labels[id]) + 1).join("");
  return encodeFragment({ preset, cards, labels: amounts }, fields, linkDefaults);
}

/** The column of that name, or null for the pile. */
export function columnOf(name: string): ColumnId | null {
  return columnIds.find((id) => id === name) ?? null;
}

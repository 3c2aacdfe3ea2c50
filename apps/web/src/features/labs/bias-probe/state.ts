import type { LabState, Locale } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";
import { countRatio, frames, people, pronouns, type Pronoun, type Sentence, type Shares } from "./probe.ts";

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds = [
  { id: "lopsided", end: "wordsChanged == 1 && (ratio >= 2 || ratio <= 0.5)" },
  { id: "same-direction", end: "countsOpened && (ratio >= 2 || ratio <= 0.5) && sameDirection" },
  { id: "level", end: "wordsChanged == 1 && ratio >= 0.8 && ratio <= 1.25" },
] as const;

/** The bets a learner chooses from, by position. */
export const betOptions = ["a", "b", "c"] as const;

/** All of the lab that is not computed from it. */
export interface ProbeState {
  frame: number;
  a: Sentence;
  b: Sentence;
  bet: number | null;
  countsOpened: boolean;
  /** What the model gave, by `keyOf` beginning. */
  measured: Readonly<Record<string, Shares>>;
}

export const startState: ProbeState = {
  frame: 0,
  a: { person: 0, pronoun: "he" },
  b: { person: 0, pronoun: "he" },
  bet: null,
  countsOpened: false,
  measured: {},
};

/** The name of a beginning in `measured`. */
export function keyOf(frame: number, person: number): string {
  return `${frame}.${person}`;
}

/** How many words differ between the two sentences: 0, 1 or 2. */
export function wordsChanged({ a, b }: ProbeState): number {
  return Number(a.person !== b.person) + Number(a.pronoun !== b.pronoun);
}

/** The probability of one sentence's pronoun, or null before it is measured. */
export function shareOf(state: ProbeState, { person, pronoun }: Sentence): number | null {
  return state.measured[keyOf(state.frame, person)]?.[pronoun] ?? null;
}

/** p_A / p_B, or null before both are measured. */
export function ratioOf(state: ProbeState): number | null {
  const [a, b] = [shareOf(state, state.a), shareOf(state, state.b)];
  return a === null || b === null || b === 0 ? null : a / b;
}

/** Whether the counts lean the way the probabilities lean; false where either does not lean or nothing was counted. */
export function isSameDirection(locale: Locale, state: ProbeState): boolean {
  const [ratio, counted] = [ratioOf(state), countRatio(locale, state.a, state.b)];
  return ratio !== null && counted !== null && (ratio - 1) * (counted - 1) > 0;
}

/** The people whose beginning is not measured yet. */
export function toMeasure(state: ProbeState): number[] {
  const asked = [...new Set([state.a.person, state.b.person])];
  return asked.filter((person) => state.measured[keyOf(state.frame, person)] === undefined);
}

/** The state that missions are checked against. `ratio` is there once both sentences are measured. */
export function publishState(locale: Locale, state: ProbeState): LabState {
  const ratio = ratioOf(state);
  return {
    values: {
      wordsChanged: wordsChanged(state),
      countsOpened: state.countsOpened,
      sameDirection: isSameDirection(locale, state),
      ...(ratio === null ? {} : { ratio }),
    },
    seen: [],
  };
}

interface LinkState {
  frame: number;
  a: number;
  ap: Pronoun;
  b: number;
  bp: Pronoun;
}

const position = (count: number) => numberField({ min: 0, max: count - 1, decimals: 0 });

const fields: FragmentFields<LinkState> = {
  frame: position(frames.en.length),
  a: position(people.en.length),
  ap: choiceField(pronouns),
  b: position(people.en.length),
  bp: choiceField(pronouns),
};

/** Reads a link's fragment; garbage is ignored. */
export function readLink(hash: string): Pick<ProbeState, "frame" | "a" | "b"> {
  const link = { ...linkOf(startState), ...decodeFragment(hash, fields) };
  return {
    frame: link.frame,
    a: { person: link.a, pronoun: link.ap },
    b: { person: link.b, pronoun: link.bp },
  };
}

/** Writes what differs from the start as a fragment. */
export function writeLink(state: ProbeState): string {
  return encodeFragment(linkOf(state), fields, linkOf(startState));
}

function linkOf({ frame, a, b }: ProbeState): LinkState {
  return { frame, a: a.person, ap: a.pronoun, b: b.person, bp: b.pronoun };
}

import type { LabState, Locale } from "@fewshot/quiz";
import {
  choiceField,
  decodeFragment,
  encodeFragment,
  numberField,
  textField,
  type FragmentFields,
} from "../fragment.ts";
import type { Ranked } from "./knowledge-base.ts";
import { questions, wordingOf, type Question } from "./questions.ts";

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds = [
  {
    id: "with-and-without",
    end: "probability(answer with passage) >= 3 * probability(answer without passage) && hashBefore == hashAfter",
  },
  { id: "other-words", end: "seen(query=reworded, found=false) && seen(query=reworded, marked=answer)" },
  { id: "not-in-the-course", end: 'answerInCourse == false && written && supportedBy == "none"' },
] as const;

/** By what passages are compared with the query: shared words (BM25) or the model's vectors. */
export const methods = ["words", "vectors"] as const;
export type Method = (typeof methods)[number];

/** How many passages go into the prompt. */
export const keeps = ["1", "2", "3"] as const;
export type Keep = (typeof keeps)[number];

/** The longest query, in UTF-16 units: a link must carry it. */
export const longestQuery = 120;

/** What the model gave for one prompt with the passages and one without. */
export interface Measured {
  /** Of the whole answer, in [0, 1]; null for a question without one. */
  without: number | null;
  with: number | null;
  /** What it wrote on after the question. */
  textWithout: string;
  textWith: string;
  /** Passages that were in the prompt: those kept, less what did not fit. */
  inPrompt: readonly number[];
  /** SHA-256 of all weights before and after; null where they cannot be looked at. */
  hashBefore: string | null;
  hashAfter: string | null;
}

/** A search that was made, or a passage that was marked. */
type Seen =
  { query: "plain" | "reworded"; found: boolean } | { query: "plain" | "reworded"; marked: "answer" | "other" };

/** All of the lab that is not computed from it. */
export interface RagState {
  question: number;
  /** The query as it stands in the field. */
  text: string;
  method: Method;
  keep: Keep;
  bet: number | null;
  /** The last search; null since the query was changed. */
  ranked: readonly Ranked[] | null;
  /** The passage that the reader holds to have the answer. */
  marked: number | null;
  measured: Measured | null;
  /** Which passage the reader holds to support what was written: a position as text, or "none". */
  supportedBy: string | null;
  seen: readonly Seen[];
}

export function startState(locale: Locale): RagState {
  return {
    question: 0,
    text: questions[0]?.plain[locale] ?? "",
    method: "words",
    keep: "2",
    bet: null,
    ranked: null,
    marked: null,
    measured: null,
    supportedBy: null,
    seen: [],
  };
}

/** The question in hand. */
export function questionOf(state: RagState): Question {
  const question = questions[state.question];
  if (question === undefined) throw new RangeError(`there is no question ${state.question}`);
  return question;
}

/** Another question, query or way to search: what was found and measured before no longer belongs to it. */
export function change(
  state: RagState,
  patch: Partial<Pick<RagState, "question" | "text" | "method" | "keep">>,
): RagState {
  const marked = patch.question === undefined ? state.marked : null;
  return { ...state, ...patch, ranked: null, measured: null, supportedBy: null, marked };
}

/** The passages that go into the prompt. */
export function keptOf(state: RagState): readonly Ranked[] {
  return state.ranked?.slice(0, Number(state.keep)) ?? [];
}

/** Whether the passage with the answer is among those kept; null if there is no such passage or no search was made. */
export function isFound(state: RagState): boolean | null {
  const { answer } = questionOf(state);
  if (answer === null || state.ranked === null) return null;
  return keptOf(state).some(({ passage }) => passage === answer.passage);
}

/** Notes a search and what it found. */
export function noteSearch(locale: Locale, state: RagState, ranked: readonly Ranked[]): RagState {
  const after = { ...state, ranked, measured: null, supportedBy: null };
  const found = isFound(after);
  const query = wordingOf(locale, questionOf(state), state.text);
  return found === null ? after : { ...after, seen: [...state.seen, { query, found }] };
}

/** Notes the passage that the reader holds to have the answer. */
export function markPassage(locale: Locale, state: RagState, passage: number): RagState {
  const question = questionOf(state);
  const query = wordingOf(locale, question, state.text);
  const marked = question.answer?.passage === passage ? "answer" : "other";
  return { ...state, marked: passage, seen: [...state.seen, { query, marked }] };
}

/** How many times as high the probability of the answer was with the passages; null before it is measured. */
export function gainOf({ measured }: RagState): number | null {
  return measured === null || measured.with === null || !measured.without ? null : measured.with / measured.without;
}

/** The state that missions are checked against. What was not measured is left out. */
export function publishState(state: RagState): LabState {
  const { measured, supportedBy } = state;
  const optional = {
    "probability(answer with passage)": measured?.with,
    "probability(answer without passage)": measured?.without,
    hashBefore: measured?.hashBefore,
    hashAfter: measured?.hashAfter,
    supportedBy: supportedBy === null || supportedBy === "none" ? supportedBy : "passage",
  };
  const known = Object.entries(optional).filter(([, value]) => value !== null && value !== undefined);
  return {
    values: {
      answerInCourse: questionOf(state).answer !== null,
      written: measured !== null,
      ...(Object.fromEntries(known) as Record<string, number | string>),
    },
    seen: [...state.seen],
  };
}

type LinkState = Pick<RagState, "question" | "text" | "method" | "keep">;

const fields: FragmentFields<LinkState> = {
  question: numberField({ min: 0, max: questions.length - 1, decimals: 0 }),
  text: textField(longestQuery),
  method: choiceField(methods),
  keep: choiceField(keeps),
};

/** Reads a link's fragment; garbage is ignored. A question without a text of its own is put as the course puts it. */
export function readLink(locale: Locale, hash: string): Partial<LinkState> {
  const link = decodeFragment(hash, fields);
  const plain = questions[link.question ?? 0]?.plain[locale] ?? "";
  return { ...link, text: link.text ?? plain };
}

/** Writes what differs from the start as a fragment. */
export function writeLink(locale: Locale, state: RagState): string {
  const { question, text, method, keep } = state;
  const start = startState(locale);
  return encodeFragment({ question, text, method, keep }, fields, {
    question: start.question,
    text: questionOf(state).plain[locale],
    method: start.method,
    keep: start.keep,
  });
}

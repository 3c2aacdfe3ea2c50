import { wilsonInterval } from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import { decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";
import { contestSize, type Author, type Passage } from "./contest.ts";
import { gains, type Exam } from "./leak.ts";

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds: readonly { id: string; end: string }[] = [
  { id: "twenty", end: "answered == 20" },
  { id: "own-interval", end: "answered == 20 && containsChance(reader) == containsChance(interval)" },
  {
    id: "leak",
    end: "leaked == 1 && retrained && gain(leaked sentence) > 0 && abs(gain(other sentences)) <= 0.01 * gain(leaked sentence)",
  },
];

export const seedRange = { min: 1, max: 9999, decimals: 0 };

/** The n-gram model's part: which sentence is to leak, and the last training, if any. */
export interface LeakState {
  /** Index of a test sentence; null for none. */
  chosen: number | null;
  trained: { leaked: number | null; exam: readonly Exam[] } | null;
}

export interface ContestState {
  seed: number;
  /** As many as are written; null before a contest is set. */
  passages: readonly Passage[] | null;
  answers: readonly Author[];
  /** Whether the reader says that 50% lies in the interval; null before. */
  readerSays: boolean | null;
  leak: LeakState;
}

export const startState: ContestState = {
  seed: 1,
  passages: null,
  answers: [],
  readerSays: null,
  leak: { chosen: null, trained: null },
};

/** A new contest, with nothing written or judged yet; null for none. The leak panel keeps its state. */
export function begin(state: ContestState, passages: readonly Passage[] | null): ContestState {
  return { ...state, passages, answers: [], readerSays: null };
}

/** Judges the passage on show; nothing if it is not written yet, or all are judged. */
export function judge(state: ContestState, answer: Author): ContestState {
  const isThere = state.answers.length < (state.passages?.length ?? 0);
  return !isThere ? state : { ...state, answers: [...state.answers, answer] };
}

/** The score with its 95% interval; null before all are judged. Shares in [0, 1]. */
export function result({ passages, answers }: ContestState): Score | null {
  if (passages === null || answers.length < contestSize) return null;
  const correct = passages.filter(({ by }, i) => by === answers[i]).length;
  const { low, high } = wilsonInterval(correct, contestSize);
  return { correct, share: correct / contestSize, low, high, containsChance: low <= 0.5 && 0.5 <= high };
}

export interface Score {
  correct: number;
  share: number;
  low: number;
  high: number;
  containsChance: boolean;
}

/** What the last training brought; null if no sentence leaked in it, or another is chosen by now. */
export function leakGains({ chosen, trained }: LeakState): { leaked: number; others: number } | null {
  if (trained === null || trained.leaked === null || trained.leaked !== chosen) return null;
  return gains(trained.exam, trained.leaked);
}

/** The state that missions are checked against. */
export function publishState(state: ContestState): LabState {
  const score = result(state);
  const gain = leakGains(state.leak);
  const { chosen, trained } = state.leak;
  return {
    values: {
      answered: state.answers.length,
      ...(state.readerSays === null ? {} : { "containsChance(reader)": state.readerSays }),
      ...(score === null ? {} : { "containsChance(interval)": score.containsChance }),
      leaked: chosen === null ? 0 : 1,
      retrained: trained !== null && trained.leaked === chosen,
      ...(gain === null ? {} : { "gain(leaked sentence)": gain.leaked, "gain(other sentences)": gain.others }),
    },
    seen: [],
  };
}

const fields: FragmentFields<{ seed: number }> = { seed: numberField(seedRange) };

/** Reads a link's fragment; garbage is ignored. The seed says which passages, and who goes on with them. */
export function readLink(hash: string): ContestState {
  return { ...startState, ...decodeFragment(hash, fields) };
}

/** Writes what differs from the start as a fragment. */
export function writeLink({ seed }: ContestState): string {
  return encodeFragment({ seed }, fields, { seed: startState.seed });
}

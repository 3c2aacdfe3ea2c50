import type { LabState, Locale } from "@fewshot/quiz";
import { decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";
import { countOf, isRight, subjects } from "./subjects.ts";

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds = [
  { id: "never-read", end: "answered(count=0)" },
  { id: "often-read", end: "answered(count>=50)" },
  {
    id: "wrong-and-sure",
    end: "compared(entropy) && compared(top) && topProbability(wrong answer) > topProbability(right answer)",
  },
] as const;

/** From how many occurrences on a name was read often. */
export const often = 50;

/** The two numbers by which answers are compared. */
export const measures = ["entropy", "top"] as const;
export type Measure = (typeof measures)[number];

/** The bets a learner chooses from, by position. */
export const betOptions = ["a", "b", "c"] as const;

/** What the model said of one subject. */
export interface Answer {
  /** Without the beginning that it was given. */
  text: string;
  /** False if it was cut off before a full stop. */
  hasEnded: boolean;
  /** Of the first token after the given beginning: bits, and the largest probability. */
  entropy: number;
  top: number;
  /** The reader's verdict; null before there is one. */
  mark: "right" | "wrong" | null;
}

/** All of the lab that is not computed from it. */
export interface AskState {
  /** Position of the subject to ask about. */
  subject: number;
  bet: number | null;
  /** The comparison on show, and those that were on show with both kinds of name answered. */
  measure: Measure | null;
  compared: readonly Measure[];
  /** By position of the subject. */
  answers: Readonly<Record<number, Answer>>;
}

export const startState: AskState = { subject: 0, bet: null, measure: null, compared: [], answers: {} };

/** Adds an answer. */
export function addAnswer(state: AskState, subject: number, answer: Answer): AskState {
  return { ...state, answers: { ...state.answers, [subject]: answer } };
}

/** Notes the reader's verdict on an answer. */
export function markAnswer(state: AskState, subject: number, mark: "right" | "wrong"): AskState {
  const answer = state.answers[subject];
  return answer === undefined ? state : addAnswer(state, subject, { ...answer, mark });
}

/** Opens a comparison. It counts as made once a name never read and one read often are both answered. */
export function compareBy(locale: Locale, state: AskState, measure: Measure): AskState {
  const isFull = answered(locale, state, isNever) && answered(locale, state, isOften);
  const compared = isFull && !state.compared.includes(measure) ? [...state.compared, measure] : state.compared;
  return { ...state, measure, compared };
}

/** Whether the reader's verdict is the lab's. */
export function isMarkTrue(locale: Locale, position: number, answer: Answer): boolean {
  const subject = subjects[locale][position];
  if (subject === undefined || answer.mark === null) return false;
  return isRight(locale, subject, answer.text) === (answer.mark === "right");
}

/** Entropies of the answers about names never read and about names read often, averaged; null where there is none. */
export function meanEntropies(locale: Locale, state: AskState): { never: number | null; often: number | null } {
  const mean = (isKind: (count: number) => boolean) => {
    const all = answersOf(locale, state, isKind).map(({ entropy }) => entropy);
    return all.length === 0 ? null : all.reduce((sum, value) => sum + value, 0) / all.length;
  };
  return { never: mean(isNever), often: mean(isOften) };
}

/** Top probabilities of the answers marked rightly as wrong and as right. */
export function markedTops(locale: Locale, state: AskState): { wrong: number[]; right: number[] } {
  const marked = Object.entries(state.answers).filter(([at, answer]) => isMarkTrue(locale, Number(at), answer));
  const tops = (mark: "right" | "wrong") => marked.flatMap(([, answer]) => (answer.mark === mark ? answer.top : []));
  return { wrong: tops("wrong"), right: tops("right") };
}

/**
 * The state that missions are checked against. The top probabilities are the largest of a wrong answer and the smallest
 * of a right one, among those that the reader marked rightly; each is there once there is one.
 */
export function publishState(locale: Locale, state: AskState): LabState {
  const { wrong, right } = markedTops(locale, state);
  return {
    values: {
      "answered(count=0)": answered(locale, state, isNever),
      "answered(count>=50)": answered(locale, state, isOften),
      "compared(entropy)": state.compared.includes("entropy"),
      "compared(top)": state.compared.includes("top"),
      ...(wrong.length === 0 ? {} : { "topProbability(wrong answer)": Math.max(...wrong) }),
      ...(right.length === 0 ? {} : { "topProbability(right answer)": Math.min(...right) }),
    },
    seen: [],
  };
}

type LinkState = Pick<AskState, "subject">;

const fields: FragmentFields<LinkState> = {
  subject: numberField({ min: 0, max: subjects.en.length - 1, decimals: 0 }),
};

/** Reads a link's fragment; garbage is ignored. */
export function readLink(hash: string): Partial<LinkState> {
  return decodeFragment(hash, fields);
}

/** Writes what differs from the start as a fragment. */
export function writeLink({ subject }: AskState): string {
  return encodeFragment({ subject }, fields, { subject: startState.subject });
}

const isNever = (count: number) => count === 0;
const isOften = (count: number) => count >= often;

/** The answers that came to a full stop, about names whose count is of a kind. */
function answersOf(locale: Locale, state: AskState, isKind: (count: number) => boolean): Answer[] {
  return subjects[locale].flatMap(({ name }, at) => {
    const answer = state.answers[at];
    return answer !== undefined && answer.hasEnded && isKind(countOf(locale, name)) ? answer : [];
  });
}

function answered(locale: Locale, state: AskState, isKind: (count: number) => boolean): boolean {
  return answersOf(locale, state, isKind).length > 0;
}

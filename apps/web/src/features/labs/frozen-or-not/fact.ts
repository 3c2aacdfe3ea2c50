import type { LabState } from "@fewshot/quiz";

/** What is written on the page, in order: the fact, other text, and the beginning that the model continues. */
export interface Page {
  hasFact: boolean;
  /** Pieces of other text behind it. */
  fillers: number;
}

/** A probability that was measured, and of what the model saw. */
export interface Measured extends Page {
  probability: number;
  /** The same page without the fact, read by the lab beside it; only where there is other text. */
  withoutFact: number | null;
  /** Tokens of the page, and how many of its oldest the model could not see. */
  tokens: number;
  cut: number;
  /** True if any token of the fact was in view. */
  factInWindow: boolean;
  /** The page had been cleared, with the fact on it before. */
  cleared: boolean;
}

export interface FactState extends Page {
  name: string;
  cleared: boolean;
  measured: readonly Measured[];
  bet: number | null;
}

/** @param name - The first of the names to choose from. */
export function factStart(name: string): FactState {
  return { hasFact: false, fillers: 0, name, cleared: false, measured: [], bet: null };
}

/** More pieces than any window of a model of ours can hold. */
export const mostFillers = 40;

export type FactAction =
  | { type: "tell" }
  | { type: "add" }
  | { type: "clear" }
  | { type: "name"; name: string }
  | { type: "bet"; bet: number }
  | { type: "measured"; measured: Measured }
  | { type: "restart"; state: FactState };

/** The page as it is after an action. Another name makes the old measurements meaningless, so they go. */
export function reduceFact(state: FactState, action: FactAction): FactState {
  switch (action.type) {
    case "tell":
      return { ...state, hasFact: true, cleared: false };
    case "add":
      return { ...state, fillers: Math.min(mostFillers, state.fillers + 1) };
    case "clear":
      return { ...state, hasFact: false, fillers: 0, cleared: state.hasFact || state.cleared };
    case "name":
      return { ...factStart(action.name), bet: state.bet };
    case "bet":
      return { ...state, bet: action.bet };
    case "measured":
      return { ...state, measured: [...state.measured, action.measured] };
    case "restart":
      return action.state;
  }
}

/** The newest measurement of each kind. */
export function newest({ measured }: FactState) {
  const last = (isKind: (one: Measured) => boolean) => measured.findLast(isKind);
  return {
    without: measured.find(({ hasFact, fillers, cleared }) => !hasFact && fillers === 0 && !cleared),
    with: last(({ hasFact, fillers }) => hasFact && fillers === 0),
    cleared: last(({ hasFact, fillers, cleared }) => !hasFact && fillers === 0 && cleared),
    behind: last(({ hasFact, fillers }) => hasFact && fillers > 0),
  };
}

export function publishFact(state: FactState): LabState {
  const { without, with: withFact, cleared, behind } = newest(state);
  const latest = state.measured.at(-1);
  return {
    values: {
      cleared: state.cleared || cleared !== undefined,
      ...(latest?.hasFact && { factInWindow: latest.factInWindow }),
      ...(without && { "probability(name without fact)": without.probability }),
      ...(withFact && { "probability(name with fact)": withFact.probability }),
      ...(cleared && { "probability(name after clearing)": cleared.probability }),
      ...(behind && { "probability(name behind fact and filler)": behind.probability }),
      ...(typeof behind?.withoutFact === "number" && { "probability(name behind filler)": behind.withoutFact }),
    },
    seen: [],
  };
}

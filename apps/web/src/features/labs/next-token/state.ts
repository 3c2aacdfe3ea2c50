import { isOnlyTopP, openKnobs, type Knobs } from "./settings.ts";

/** One token after the prompt. */
export interface WalkStep {
  id: number;
  /** Its probability in the table it came from, after the knobs; 0 if a knob has cut it since. */
  prob: number;
  /** Drawn by u, or picked by hand (a fork). */
  how: "drawn" | "chosen";
  /** The u of the draw; null for a token picked by hand. */
  u: number | null;
}

/** A way on from the prompt, kept for comparison. */
export interface Branch {
  seed: number;
  steps: readonly WalkStep[];
}

/** A record of one look at the table, for missions that ask what was seen. */
export interface SeenRecord extends Record<string, number | boolean | string> {
  order: string;
  T: number;
  p: number;
  k: number;
  minP: number;
  penalty: number;
  kept: number;
}

/** All of the lab that is not computed. `focus` is the position whose table is on show: 0 to `path.length`. */
export interface NextTokenState {
  prompt: string;
  knobs: Knobs;
  seed: number;
  /** Size of the series of draws on show; 0 before the first. */
  samples: number;
  bet: number | null;
  computed: boolean;
  path: readonly WalkStep[];
  focus: number;
  /** Draws already made at one and the same position, where a source has no next table. */
  repeats: number;
  branches: readonly Branch[];
  /** The first token drawn from the prompt, by seed. */
  firsts: Readonly<Record<number, number>>;
  seen: readonly SeenRecord[];
  /** How many tokens top_p = 0.9 alone kept, by prompt. */
  keptAtNine: Readonly<Record<string, number>>;
  /** Another prompt whose table stands beside this one; null for none. */
  other: string | null;
}

export type NextTokenAction =
  | { type: "wrote"; prompt: string }
  | { type: "computed"; kept: number }
  | { type: "turned"; knobs: Knobs; kept: number | null; redrawn: WalkStep | null }
  | { type: "seeded"; seed: number }
  | { type: "drew"; step: WalkStep; again: boolean }
  | { type: "chose"; step: WalkStep }
  | { type: "looked"; focus: number }
  | { type: "switched"; index: number }
  /** To the first `length` tokens of a branch, or of the path on show (null), to go on from there. */
  | { type: "went"; index: number | null; length: number }
  | { type: "compared"; prompt: string | null }
  | { type: "sampled"; samples: number }
  | { type: "bet"; bet: number };

/** Branches kept beside the one on show. */
const mostBranches = 5;
const mostRecords = 200;

/** A fresh lab. */
export function startState(
  start: Partial<Pick<NextTokenState, "prompt" | "knobs" | "seed" | "samples">>,
): NextTokenState {
  return {
    prompt: "",
    knobs: openKnobs,
    seed: 42,
    samples: 0,
    bet: null,
    computed: false,
    path: [],
    focus: 0,
    repeats: 0,
    branches: [],
    firsts: {},
    seen: [],
    keptAtNine: {},
    other: null,
    ...start,
  };
}

/** The lab's whole logic of what follows what. Pure; probabilities and draws come in with the action. */
export function reduce(state: NextTokenState, action: NextTokenAction): NextTokenState {
  switch (action.type) {
    case "wrote":
      return action.prompt === state.prompt ? state : { ...state, ...forgetWalk, prompt: action.prompt };
    case "computed":
      return { ...state, computed: true, ...remember(state, state.knobs, action.kept) };
    case "turned":
      return turn(state, action);
    case "sampled":
      return { ...state, samples: action.samples };
    case "bet":
      return { ...state, bet: action.bet };
    case "compared":
      return { ...state, other: action.prompt };
    default:
      return reduceWalk(state, action);
  }
}

type WalkAction = Extract<NextTokenAction, { type: "seeded" | "drew" | "chose" | "looked" | "switched" | "went" }>;

function reduceWalk(state: NextTokenState, action: WalkAction): NextTokenState {
  switch (action.type) {
    case "seeded":
      return { ...state, seed: action.seed, branches: keepWalk(state), path: [], focus: 0, repeats: 0 };
    case "drew":
      return draw(state, action);
    case "chose":
      return replaceFrom(state, state.focus, action.step);
    case "looked":
      return { ...state, focus: Math.max(0, Math.min(action.focus, state.path.length)) };
    case "switched":
      return switchTo(state, action.index);
    case "went":
      return goTo(state, action);
  }
}

/**
 * How many tokens a second walk repeated of an earlier one: same seed, same settings, so same u and same probability.
 * A branch that was forked off shares its first steps with the path; a walk made again has equal ones of its own.
 */
export function repeatedTokens({ path, branches }: NextTokenState): number {
  const isRepeated = (step: WalkStep, earlier: WalkStep | undefined) =>
    earlier !== undefined &&
    step !== earlier &&
    step.how === "drawn" &&
    step.id === earlier.id &&
    step.u === earlier.u &&
    step.prob === earlier.prob;
  return Math.max(
    0,
    ...branches.map(({ steps }) => {
      const parting = path.findIndex((step, position) => !isRepeated(step, steps[position]));
      return parting === -1 ? path.length : parting;
    }),
  );
}

/** Probability of a way on: the product along it (1 for no step at all). */
export function walkProbability(steps: readonly WalkStep[]): number {
  return steps.reduce((product, step) => product * step.prob, 1);
}

const forgetWalk = { computed: false, path: [], focus: 0, repeats: 0, branches: [], firsts: {}, samples: 0 } as const;

/** Settings changed: the token at the focus is drawn again with its u, and what was written after it no longer follows. */
function turn(state: NextTokenState, action: Extract<NextTokenAction, { type: "turned" }>): NextTokenState {
  const noted = action.kept === null ? {} : remember(state, action.knobs, action.kept);
  const turned = { ...state, knobs: action.knobs, ...noted };
  return action.redrawn === null ? turned : replaceFrom(turned, state.focus, action.redrawn);
}

function draw(state: NextTokenState, { step, again }: { step: WalkStep; again: boolean }): NextTokenState {
  if (again && state.path.length > 0) return { ...replaceFrom(state, 0, step), repeats: state.repeats + 1 };
  return replaceFrom(state, state.path.length, step);
}

/** Puts `step` at `position` and ends the path there. A longer path, or a token picked over another, stays as a branch. */
function replaceFrom(state: NextTokenState, position: number, step: WalkStep): NextTokenState {
  const path = [...state.path.slice(0, position), step];
  const isLost = state.path.length > path.length || (step.how === "chosen" && state.path.length === path.length);
  const firsts = position === 0 && step.how === "drawn" ? { ...state.firsts, [state.seed]: step.id } : state.firsts;
  return { ...state, path, focus: position, firsts, branches: isLost ? keepWalk(state, path) : state.branches };
}

/** The branches with the path on show added, without doubles and without what `replacement` repeats. */
function keepWalk(state: NextTokenState, replacement: readonly WalkStep[] = []): readonly Branch[] {
  if (state.path.length === 0 || idsOf(state.path) === idsOf(replacement)) return state.branches;
  const kept = state.branches.filter((branch) => idsOf(branch.steps) !== idsOf(state.path));
  return [...kept, { seed: state.seed, steps: state.path }].slice(-mostBranches);
}

function switchTo(state: NextTokenState, index: number): NextTokenState {
  const branch = state.branches[index];
  if (branch === undefined) return state;
  const others = { ...state, branches: state.branches.filter((_, other) => other !== index) };
  const focus = Math.max(0, branch.steps.length - 1);
  return { ...state, branches: keepWalk(others), seed: branch.seed, path: branch.steps, focus };
}

/**
 * To a place on a road, with the table that comes next; at the road's end, where there may be none yet, with the last
 * token's. What followed on the road left stays as a branch.
 */
function goTo(state: NextTokenState, { index, length }: { index: number | null; length: number }): NextTokenState {
  const there = index === null ? state : switchTo(state, index);
  if (length >= there.path.length) return { ...there, focus: Math.max(0, there.path.length - 1) };
  return { ...there, branches: keepWalk(there), path: there.path.slice(0, length), focus: length };
}

type Noted = Pick<NextTokenState, "seen" | "keptAtNine">;

/** What the look at a table adds to the records. Only the table right after a prompt counts as that prompt's. */
function remember(state: NextTokenState, knobs: Knobs, kept: number): Noted {
  const { order, temperature: T, topP: p, topK: k, minP, repetitionPenalty: penalty } = knobs;
  const isPromptAtNine = state.focus === 0 && p === 0.9 && isOnlyTopP(knobs);
  const keptAtNine = isPromptAtNine ? { ...state.keptAtNine, [state.prompt]: kept } : state.keptAtNine;
  const record = { order, T, p, k, minP, penalty, kept };
  const key = JSON.stringify(record);
  const isKnown = state.seen.some((earlier) => JSON.stringify(earlier) === key);
  return { keptAtNine, seen: isKnown ? state.seen : [...state.seen, record].slice(-mostRecords) };
}

function idsOf(steps: readonly WalkStep[]): string {
  return steps.map((step) => step.id).join(" ");
}

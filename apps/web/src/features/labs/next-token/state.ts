import { openKnobs, type Knobs } from "./settings.ts";

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
    ...start,
  };
}

/** The lab's whole logic of what follows what. Pure; probabilities and draws come in with the action. */
export function reduce(state: NextTokenState, action: NextTokenAction): NextTokenState {
  switch (action.type) {
    case "wrote":
      return action.prompt === state.prompt ? state : { ...state, ...forgetWalk, prompt: action.prompt };
    case "computed":
      return { ...state, computed: true, seen: remember(state, state.knobs, action.kept) };
    case "turned":
      return turn(state, action);
    case "sampled":
      return { ...state, samples: action.samples };
    case "bet":
      return { ...state, bet: action.bet };
    default:
      return reduceWalk(state, action);
  }
}

type WalkAction = Extract<NextTokenAction, { type: "seeded" | "drew" | "chose" | "looked" | "switched" }>;

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
  }
}

/** Probability of a way on: the product along it (1 for no step at all). */
export function walkProbability(steps: readonly WalkStep[]): number {
  return steps.reduce((product, step) => product * step.prob, 1);
}

const forgetWalk = { computed: false, path: [], focus: 0, repeats: 0, branches: [], firsts: {}, samples: 0 } as const;

/** Settings changed: the token at the focus is drawn again with its u, and what was written after it no longer follows. */
function turn(state: NextTokenState, action: Extract<NextTokenAction, { type: "turned" }>): NextTokenState {
  const seen = action.kept === null ? state.seen : remember(state, action.knobs, action.kept);
  const turned = { ...state, knobs: action.knobs, seen };
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

function remember(state: NextTokenState, knobs: Knobs, kept: number): readonly SeenRecord[] {
  const record = { order: knobs.order, T: knobs.temperature, p: knobs.topP, k: knobs.topK, minP: knobs.minP, kept };
  const key = JSON.stringify(record);
  if (state.seen.some((earlier) => JSON.stringify(earlier) === key)) return state.seen;
  return [...state.seen, record].slice(-mostRecords);
}

function idsOf(steps: readonly WalkStep[]): string {
  return steps.map((step) => step.id).join(" ");
}

import { drawnJointly, drawPair, greedyPair, mulberry32, type JointTable } from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";

/** The share of the first name moves in fourteenths, so that 6 : 1 and 1 : 1 both lie on the slider. */
export const parts = 14;

/** How often the second writer looks moves in tenths. */
export const looks = 10;

export const mostDraws = 5000;

/** How many outputs each draw button adds. */
export const drawSteps = [1, 10, 100, 500] as const;

export const decodings = ["draw", "greedy"] as const;
export type Decoding = (typeof decodings)[number];

export type Mode = "parallel" | "between" | "autoregressive";

export const missionEnds = [
  {
    id: "five-hundred",
    end: 'mode == "parallel" && abs(share - 6 / 7) <= 0.001 && draws >= 500 && abs(invalidRate - 12 / 49) <= 0.06',
  },
  { id: "worst-share", end: 'mode == "parallel" && abs(share - 0.5) <= 0.005 && draws >= 100' },
  {
    id: "greedy-both",
    end: "seen(mode=parallel, decoding=greedy, output=valid) && seen(mode=autoregressive, decoding=greedy, output=valid)",
  },
] as const;

/** All of the lab that is not computed. */
export interface PairState {
  /** Share of the first name, 0 to 14 fourteenths. */
  fourteenths: number;
  /** In how many of ten cases the second writer looks at the first word. */
  look: number;
  decoding: Decoding;
  seed: number;
  /** Outputs drawn with these settings. */
  draws: number;
  /** The modes in which greedy has written at this share. */
  written: readonly Mode[];
  bet: number | null;
}

export const startState: PairState = {
  fourteenths: 12,
  look: 0,
  decoding: "draw",
  seed: 1,
  draws: 0,
  written: [],
  bet: null,
};

/** Blind to each other, one at a time, or something between. */
export function modeOf({ look }: PairState): Mode {
  if (look === 0) return "parallel";
  return look === looks ? "autoregressive" : "between";
}

/** Another share. What was written at the old one no longer counts. */
export function changeShare(state: PairState, fourteenths: number): PairState {
  return { ...state, fourteenths, draws: 0, written: [] };
}

/** Another dependence. The draws begin anew. */
export function changeLook(state: PairState, look: number): PairState {
  return { ...state, look, draws: 0 };
}

/** Draws more, up to `mostDraws`. */
export function drawMore(state: PairState, more: number): PairState {
  return { ...state, draws: Math.min(mostDraws, state.draws + more) };
}

/** Throws the draws away; the next come from another seed. */
export function startAfresh(state: PairState): PairState {
  return { ...state, seed: (state.seed + 1) % 1000, draws: 0 };
}

/** Lets greedy write once. */
export function writeGreedily(state: PairState): PairState {
  const mode = modeOf(state);
  return state.written.includes(mode) ? state : { ...state, written: [...state.written, mode] };
}

/** The two names in their shares, shape [2][2]: [0][0] is the first name, [1][1] the second, the rest never occurs. */
export function jointOf({ fourteenths }: PairState): JointTable {
  const share = fourteenths / parts;
  return [
    [share, 0],
    [0, 1 - share],
  ];
}

/** An output: 0 the first name, 1 and 2 the two mixtures, 3 the second name. */
export type Outcome = 0 | 1 | 2 | 3;

export const isMixture = (outcome: Outcome): boolean => outcome === 1 || outcome === 2;

/** Probabilities of the four outputs. */
export function expectedShares(state: PairState): number[] {
  return drawnJointly(jointOf(state), state.look / looks).flat();
}

/** Probability of a mixture. */
export function expectedRate(state: PairState): number {
  const [, second = 0, third = 0] = expectedShares(state);
  return second + third;
}

/** The outputs drawn so far. They follow from share, dependence and seed, so a link brings back the very same. */
export function drawnOutcomes(state: PairState): Outcome[] {
  const rng = mulberry32(state.seed);
  const joint = jointOf(state);
  return Array.from({ length: state.draws }, () => {
    const [first, second] = drawPair(joint, state.look / looks, rng);
    return (2 * first + second) as Outcome;
  });
}

/** What greedy writes in a mode. Between the ends the second writer's likeliest word is the same as at the ends. */
export function greedyOutcome(state: PairState, mode: Mode): Outcome {
  const [first, second] = greedyPair(jointOf(state), mode === "parallel" ? "parallel" : "autoregressive");
  return (2 * first + second) as Outcome;
}

/** How often each output was drawn. */
export function tally(outcomes: readonly Outcome[]): [number, number, number, number] {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

/** The state that missions are checked against. `invalidRate` is unknown before the first draw. */
export function publishState(state: PairState, outcomes: readonly Outcome[]): LabState {
  const { draws, decoding, fourteenths } = state;
  const mixed = outcomes.filter(isMixture).length;
  return {
    values: {
      mode: modeOf(state),
      decoding,
      share: fourteenths / parts,
      draws,
      ...(draws === 0 ? {} : { invalidRate: mixed / draws }),
    },
    seen: state.written.map((mode) => ({
      mode,
      decoding: "greedy",
      output: isMixture(greedyOutcome(state, mode)) ? "mixed" : "valid",
    })),
  };
}

interface LinkState {
  q: number;
  look: number;
  by: Decoding;
  seed: number;
  draws: number;
}

const whole = (max: number) => numberField({ min: 0, max, decimals: 0 });

const fields: FragmentFields<LinkState> = {
  q: whole(parts),
  look: whole(looks),
  by: choiceField(decodings),
  seed: whole(999),
  draws: whole(mostDraws),
};

/** Reads a link's fragment over the start; garbage is ignored. */
export function readLink(hash: string): Omit<PairState, "bet"> {
  const { q, look, by, seed, draws } = { ...toLink(startState), ...decodeFragment(hash, fields) };
  return { fourteenths: q, look, decoding: by, seed, draws, written: [] };
}

/** Writes what differs from the start as a fragment. */
export function writeLink(state: PairState): string {
  return encodeFragment(toLink(state), fields, toLink(startState));
}

function toLink({ fourteenths, look, decoding, seed, draws }: PairState): LinkState {
  return { q: fourteenths, look, by: decoding, seed, draws };
}

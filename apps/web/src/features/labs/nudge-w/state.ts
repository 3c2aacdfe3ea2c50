import type { LabState } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";
import { slopesAt } from "../gradient-descent/problem.ts";
import { changeOf, nudgedIds, nudgeOf, type Nudged } from "./nudge.ts";

/** Slider ranges. w moves in thousandths, so that the place where its slope changes sign can be met. */
export const ranges = {
  w: { min: -1, max: 4, step: 0.001, decimals: 3 },
  b: { min: -2, max: 2, step: 0.1, decimals: 1 },
} as const;

/** How large a nudge may be. */
export const sizes = [0.1, 0.01, 0.001, 0.000001] as const;
export type Size = (typeof sizes)[number];

/** The bets a learner chooses from, by position. */
export const betOptions = ["a", "b", "c"] as const;

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds = [
  {
    id: "thousandth",
    end: "w == 0 && b == 0 && nudgeW == 0.001 && nudgeB == 0 && abs(change + 0.0454) <= 0.0001",
  },
  { id: "turning-point", end: "b == 0 && abs(dw) < 0.05" },
  { id: "both-at-once", end: "seen(nudged=w, w=0, b=0) && seen(nudged=b, w=0, b=0) && seen(nudged=both, w=0, b=0)" },
] as const;

/** A nudge that was made somewhere, of whatever size. */
export interface SeenNudge extends Record<string, number | string> {
  nudged: Nudged;
  w: number;
  b: number;
}

/** All of the lab that is not computed. */
export interface NudgeState {
  /** The place: w and b of the line. */
  w: number;
  b: number;
  size: Size;
  /** What is nudged now; null: nothing, the line stands at the place itself. */
  nudged: Nudged | null;
  seen: readonly SeenNudge[];
}

export const startState: NudgeState = { w: 0, b: 0, size: 0.1, nudged: null, seen: [] };

/** Goes to another place, within the sliders' ranges; a nudge is taken back by it. */
export function moveTo(state: NudgeState, place: { w?: number; b?: number }): NudgeState {
  return { ...state, w: within("w", place.w ?? state.w), b: within("b", place.b ?? state.b), nudged: null };
}

/** Nudges, and keeps in mind that it was done at this place. */
export function nudge(state: NudgeState, nudged: Nudged): NudgeState {
  const { w, b, seen } = state;
  const record = { nudged, w, b };
  return { ...state, nudged, seen: hasSeen(state, nudged) ? seen : [...seen, record] };
}

/** Whether that nudge has been made at the present place. */
export function hasSeen({ w, b, seen }: NudgeState, nudged: Nudged): boolean {
  return seen.some((record) => record.nudged === nudged && record.w === w && record.b === b);
}

/** The state that missions are checked against. With nothing nudged, the nudges and the change are 0. */
export function publishState({ w, b, size, nudged, seen }: NudgeState): LabState {
  const by = nudged === null ? { w: 0, b: 0 } : nudgeOf(nudged, size);
  return {
    values: { w, b, nudgeW: by.w, nudgeB: by.b, change: changeOf({ w, b }, by), ...slopesAt({ w, b }) },
    seen: [...seen],
  };
}

interface LinkState {
  w: number;
  b: number;
  h: string;
  nudge: Nudged | "none";
}

const fields: FragmentFields<LinkState> = {
  w: numberField(ranges.w),
  b: numberField(ranges.b),
  h: choiceField(sizes.map(String)),
  nudge: choiceField(["none", ...nudgedIds]),
};

/** Reads a link's fragment; garbage is the start. */
export function readLink(hash: string): NudgeState {
  const { w = 0, b = 0, h, nudge: linked = "none" } = decodeFragment(hash, fields);
  const size = sizes.find((known) => String(known) === h) ?? startState.size;
  const place = { ...startState, w, b, size };
  return linked === "none" ? place : nudge(place, linked);
}

/** Writes what differs from the start as a fragment. */
export function writeLink(state: NudgeState): string {
  return encodeFragment(linkOf(state), fields, linkOf(startState));
}

function linkOf({ w, b, size, nudged }: NudgeState): LinkState {
  return { w, b, h: String(size), nudge: nudged ?? "none" };
}

/** On a step of the slider: arrow keys and arithmetic would else leave 0.30000000000000004. */
function within(name: "w" | "b", value: number): number {
  const { min, max, decimals } = ranges[name];
  return Number(Math.max(min, Math.min(max, value)).toFixed(decimals)) + 0;
}

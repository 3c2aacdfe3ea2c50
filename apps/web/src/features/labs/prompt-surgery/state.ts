import { wilsonInterval } from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";
import { sizes, type Ingredients, type Measurement, type Paper, type SizeId } from "./exam.ts";

export const ingredientIds = ["size", "description", "example"] as const;
export type IngredientId = (typeof ingredientIds)[number];

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds: readonly { id: string; end: string }[] = [
  { id: "only-description", end: "measured(pair=description, n>=50)" },
  { id: "only-example", end: "measured(pair=example, n>=50)" },
  { id: "only-size", end: "measured(pair=size, n>=50)" },
];

/** Numbers of questions that can be asked; fewer than `enough` complete no mission. */
export const counts = [20, 50, 100, 200] as const;
const enough = 50;

export const seedRange = { min: 1, max: 9999, decimals: 0 };

/** What is switched on now. `measured`: newest last, one for each combination. */
export interface SurgeryState extends Ingredients, Paper {
  measured: readonly Measurement[];
}

export const startState: SurgeryState = {
  size: "icl-5",
  described: false,
  shown: false,
  n: 50,
  seed: 1,
  measured: [],
};

/** Adds a measurement; the same one a second time takes the first one's place. */
export function record(state: SurgeryState, measurement: Measurement): SurgeryState {
  const isSame = (other: Measurement) => difference(other, measurement).length === 0 && isSamePaper(other, measurement);
  return { ...state, measured: [...state.measured.filter((other) => !isSame(other)), measurement] };
}

/** Two measurements of the same questions that differ in one ingredient: without it, or smaller, first. */
export interface Pair {
  ingredient: IngredientId;
  from: Measurement;
  to: Measurement;
}

/** The newest pair for each ingredient. Those for description and example start from the bare prompt. */
export function pairs(measured: readonly Measurement[]): Pair[] {
  return ingredientIds.flatMap((ingredient) => {
    const found = measured.flatMap((to) =>
      measured.filter((from) => isPair(ingredient, from, to)).map((from) => ({ from, to })),
    );
    const newest = found.at(-1);
    return newest === undefined ? [] : [{ ingredient, ...newest }];
  });
}

function isPair(ingredient: IngredientId, from: Measurement, to: Measurement): boolean {
  const differs = difference(from, to);
  if (differs.length !== 1 || differs[0] !== ingredient || !isSamePaper(from, to)) return false;
  if (ingredient === "size") return rank(from.size) < rank(to.size);
  return !from.described && !from.shown;
}

function difference(a: Ingredients, b: Ingredients): IngredientId[] {
  const same = { size: a.size === b.size, description: a.described === b.described, example: a.shown === b.shown };
  return ingredientIds.filter((id) => !same[id]);
}

const isSamePaper = (a: Paper, b: Paper) => a.n === b.n && a.seed === b.seed;

const rank = (size: SizeId) => sizes.findIndex(({ id }) => id === size);

/** The share of right answers with its 95% interval, all in [0, 1]. */
export function shareOf({ correct, n }: Measurement): { share: number; low: number; high: number } {
  return { share: correct / n, ...wilsonInterval(correct, n) };
}

/** Percentage points from the first of a pair to the second, and whether their intervals have a share in common. */
export function gapOf({ from, to }: Pair): { points: number; overlaps: boolean } {
  const [a, b] = [shareOf(from), shareOf(to)];
  return { points: 100 * (b.share - a.share), overlaps: a.low <= b.high && b.low <= a.high };
}

/** The state that missions are checked against. */
export function publishState({ measured }: SurgeryState): LabState {
  const found = pairs(measured.filter(({ n }) => n >= enough));
  const entries = ingredientIds.map((id) => [
    `measured(pair=${id}, n>=${enough})`,
    found.some(({ ingredient }) => ingredient === id),
  ]);
  return { values: { measurements: measured.length, ...Object.fromEntries(entries) }, seen: [] };
}

interface LinkState {
  size: SizeId;
  with: "none" | "description" | "example" | "both";
  n: string;
  seed: number;
}

const fields: FragmentFields<LinkState> = {
  size: choiceField(sizes.map(({ id }) => id)),
  with: choiceField(["none", "description", "example", "both"]),
  n: choiceField(counts.map(String)),
  seed: numberField(seedRange),
};

/** Reads a link's fragment; garbage is ignored. A link says what to measure, never what came out. */
export function readLink(hash: string): SurgeryState {
  const { size, with: parts = "none", n, seed } = decodeFragment(hash, fields);
  return {
    ...startState,
    size: size ?? startState.size,
    described: parts === "description" || parts === "both",
    shown: parts === "example" || parts === "both",
    n: n === undefined ? startState.n : Number(n),
    seed: seed ?? startState.seed,
  };
}

/** Writes what differs from the start as a fragment. */
export function writeLink({ size, described, shown, n, seed }: SurgeryState): string {
  const parts = described ? (shown ? "both" : "description") : shown ? "example" : "none";
  const defaults: LinkState = { size: startState.size, with: "none", n: String(startState.n), seed: startState.seed };
  return encodeFragment({ size, with: parts, n: String(n), seed }, fields, defaults);
}

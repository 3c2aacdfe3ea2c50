import { at } from "../score-plot/at.ts";
import {
  isOrderBroken,
  paperScores,
  scoreAxes,
  scoreSizes,
  settings,
  type PaperScores,
  type ScoreAxis,
} from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";

export const presetIds = ["figure-1-2", "figure-1-3", "emergence"] as const;
export type PresetId = (typeof presetIds)[number];

/** Why our mean is not Figure 1.3, as a reader may answer. */
export const reasons = ["other-tasks", "other-models", "rounding"] as const;
export type Reason = (typeof reasons)[number];

/** The sizes that Figure 1.2 shows, by position in `scoreSizes`. */
export const figureSizes: readonly number[] = [3, 6, 7];

/** The rows as an axis of exams; the names are also those in the link. */
export const taskNames: readonly string[] = paperScores.map(({ name }) => name);

/** The q of a letter, and the letters of a word. */
export const ranges = {
  q: { min: 0.5, max: 1, step: 0.01, decimals: 2 },
  letters: { min: 1, max: 14, step: 1, decimals: 0 },
} as const;

/**
 * Two ends of a step. By examples: `line` is a size, the ends are settings. By size: `line` is a setting, the ends are
 * sizes. All by position.
 */
export interface StepPick {
  line: number;
  from: number;
  to: number;
}

export interface SeenWord extends Record<string, number | boolean | string> {
  q: number;
  letters: number;
}

/** All of the lab that is not computed. */
export interface ExplorerState {
  preset: PresetId;
  axis: ScoreAxis;
  task: string;
  pick: StepPick;
  /** Steps that were marked on the axis on show. */
  brackets: readonly StepPick[];
  /** The size that is looked at, by position; in `figure-1-2` it is the line of `pick`. */
  size: number;
  series: "task" | "mean-of-27";
  reason: Reason | null;
  isPerTenfold: boolean;
  q: number;
  letters: number;
  seen: readonly SeenWord[];
  bet: number | null;
}

const common = {
  axis: "linear",
  brackets: [],
  series: "task",
  reason: null,
  isPerTenfold: false,
  q: 0.6,
  letters: 8,
  seen: [],
  bet: null,
} as const;

/** Where each preset starts. */
export const startStates: Readonly<Record<PresetId, ExplorerState>> = {
  "figure-1-2": {
    ...common,
    preset: "figure-1-2",
    task: "Symbol Insertion",
    pick: { line: 3, from: 0, to: 1 },
    size: 3,
  },
  "figure-1-3": { ...common, preset: "figure-1-3", task: "TriviaQA", pick: { line: 2, from: 6, to: 7 }, size: 6 },
  emergence: { ...common, preset: "emergence", task: "Symbol Insertion", pick: { line: 2, from: 0, to: 1 }, size: 7 },
};

/** The missions of the lab when it stands alone. */
export const missionEnds: Readonly<Record<PresetId, readonly { id: string; end: string }[]>> = {
  "figure-1-2": [
    { id: "first-example", end: "selected(size=175B, K=[0,1])" },
    {
      id: "log-odds",
      end: 'axis == "log-odds" && selected(size=13B, K=[0,1]) && selected(size=175B, K=[0,1])',
    },
    { id: "counter-example", end: 'selectedTask == "Reversed Words" && size == "175B" && few < one' },
  ],
  "figure-1-3": [
    { id: "break-at-175b", end: 'size == "175B" && broken(selectedTask)' },
    { id: "smallest-on-lambada", end: 'selectedTask == "LAMBADA" && size == "125M" && few < zero' },
    { id: "our-own-mean", end: 'series == "mean-of-27" && reason == "other-tasks"' },
  ],
  emergence: [
    { id: "linear-last-step", end: 'axis == "linear" && selected(size=[13B,175B], K=100)' },
    {
      id: "log-odds-per-tenfold",
      end: 'axis == "log-odds" && perTenfold && selected(size=[6.7B,13B], K=100) && selected(size=[13B,175B], K=100)',
    },
    { id: "eight-letters", end: "seen(q=0.85, letters=8) && seen(q=0.95, letters=8)" },
  ],
};

/** The preset of that name; `figure-1-2` for a name the lab does not know. */
export function presetOf(name: string): PresetId {
  return presetIds.find((id) => id === name) ?? "figure-1-2";
}

/** The row on show. */
export function rowOf(task: string): PaperScores {
  return paperScores.find(({ name }) => name === task) ?? at(paperScores, 0);
}

/** Marks the step between the chosen ends; a step has two different ends, and the lower one comes first. */
export function bracket(state: ExplorerState): ExplorerState {
  const { line, from, to } = state.pick;
  if (from === to) return state;
  const mark = { line, from: Math.min(from, to), to: Math.max(from, to) };
  const others = state.brackets.filter((known) => !isSame(known, mark));
  return { ...state, brackets: [...others, mark] };
}

/** Another axis or exam shows other heights, so what was marked goes. */
export function changeView(
  state: ExplorerState,
  view: { axis?: ScoreAxis; task?: string; series?: ExplorerState["series"] },
): ExplorerState {
  return { ...state, ...view, brackets: [] };
}

/** Another size to look at. In `figure-1-2` the step is taken on its line. */
export function changeSize(state: ExplorerState, size: number): ExplorerState {
  const pick = state.preset === "figure-1-2" ? { ...state.pick, line: size } : state.pick;
  return { ...state, size, pick };
}

/** Another q or another number of letters; every pair that was on show is remembered. */
export function changeWord(state: ExplorerState, word: { q?: number; letters?: number }): ExplorerState {
  const next = { ...state, ...word };
  const isKnown = state.seen.some(({ q, letters }) => q === next.q && letters === next.letters);
  return isKnown ? next : { ...next, seen: [...state.seen, { q: next.q, letters: next.letters }] };
}

/** The state that missions are checked against. */
export function publishState(state: ExplorerState): LabState {
  const { axis, size, series, reason, isPerTenfold, q, letters, seen } = state;
  const row = rowOf(state.task);
  const shown = {
    selectedTask: row.name,
    zero: row.zero[size] ?? 0,
    one: row.one[size] ?? 0,
    few: row.few[size] ?? 0,
    "broken(selectedTask)": isOrderBroken(row, size),
  };
  const marked = state.brackets.map((mark) => [selectedKey(state, mark), true] as const);
  return {
    values: {
      axis,
      size: scoreSizes[size] ?? "",
      series,
      perTenfold: isPerTenfold,
      q,
      letters,
      ...(series === "task" ? shown : {}),
      ...(reason === null || series === "task" ? {} : { reason }),
      ...Object.fromEntries(marked),
    },
    seen: [...seen],
  };
}

/** How a marked step is published: `selected(size=175B, K=[0, 1])`, or `selected(size=[13B, 175B], K=100)`. */
function selectedKey({ preset, task }: ExplorerState, { line, from, to }: StepPick): string {
  const shots = [0, 1, rowOf(task).examples];
  return preset === "figure-1-2"
    ? `selected(size=${scoreSizes[line]}, K=[${shots[from]}, ${shots[to]}])`
    : `selected(size=[${scoreSizes[from]}, ${scoreSizes[to]}], K=${shots[line]})`;
}

interface LinkState {
  preset: PresetId;
  axis: ScoreAxis;
  task: string;
  size: (typeof scoreSizes)[number];
  series: ExplorerState["series"];
  tenfold: "yes" | "no";
  q: number;
  letters: number;
}

const fields: FragmentFields<LinkState> = {
  preset: choiceField(presetIds),
  axis: choiceField(scoreAxes),
  task: choiceField(taskNames),
  size: choiceField(scoreSizes),
  series: choiceField(["task", "mean-of-27"] as const),
  tenfold: choiceField(["yes", "no"] as const),
  q: numberField(ranges.q),
  letters: numberField(ranges.letters),
};

/** Reads a link's fragment over the start of its preset; garbage is ignored. */
export function readLink(hash: string, fallback: PresetId): ExplorerState {
  const { preset = fallback, size, tenfold, ...link } = decodeFragment(hash, fields);
  const start = startStates[preset];
  const sized = size === undefined ? start : changeSize(start, scoreSizes.indexOf(size));
  return { ...sized, ...link, ...(tenfold === undefined ? {} : { isPerTenfold: tenfold === "yes" }) };
}

/** Writes what differs from the preset's start as a fragment. */
export function writeLink(state: ExplorerState): string {
  const { preset, ...defaults } = toLink(startStates[state.preset]);
  return encodeFragment(toLink(state), fields, preset === "figure-1-2" ? { preset, ...defaults } : defaults);
}

function toLink({ preset, axis, task, size, series, isPerTenfold, q, letters }: ExplorerState): LinkState {
  return { preset, axis, task, size: at(scoreSizes, size), series, tenfold: isPerTenfold ? "yes" : "no", q, letters };
}

function isSame(a: StepPick, b: StepPick): boolean {
  return a.line === b.line && a.from === b.from && a.to === b.to;
}

/** The positions that a step's ends may have, and what they are called. */
export function endNames(state: ExplorerState): readonly string[] {
  return state.preset === "figure-1-2" ? ["0", "1", String(rowOf(state.task).examples)] : scoreSizes;
}

/** The score of a line at an end, in per cent. */
export function scoreAt({ preset, task }: ExplorerState, line: number, end: number): number {
  const row = rowOf(task);
  const [setting, size] = preset === "figure-1-2" ? [end, line] : [line, end];
  return at(row[at(settings, setting)], size);
}

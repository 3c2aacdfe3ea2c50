import { drawQuestions, parseTask, rules, taskTakes, unseenCompositions, type Exam, type Task } from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";
import { modelIds, taskIds, type ModelId, type TaskId } from "../score-plot/measured.ts";
import { builderLines, demonstrations, figurePrompt, lastLines } from "./builder.ts";

export const presetIds = ["toy-rule", "build-the-prompt", "symbol-insertion", "seen-or-new"] as const;
export type PresetId = (typeof presetIds)[number];

export const ranges = {
  k: { min: 0, max: 32, step: 1, decimals: 0 },
  n: { min: 20, max: 200, step: 10, decimals: 0 },
  seed: { min: 1, max: 9, step: 1, decimals: 0 },
  windowK: { min: 0, max: 150, step: 1, decimals: 0 },
  exampleTokens: { min: 10, max: 100, step: 5, decimals: 0 },
  questionTokens: { min: 10, max: 100, step: 5, decimals: 0 },
} as const;

/** What is measured, and on which model. */
export interface Settings {
  model: ModelId;
  task: TaskId;
  k: number;
  n: number;
  described: boolean;
  symbols: "seen" | "unseen";
  labels: "true" | "shuffled";
  /** Names the set of questions. */
  seed: number;
}

/** A finished measurement. */
export interface Measurement {
  settings: Settings;
  right: number;
}

/** Which part of the longer prompt a reader has selected. */
export type Selection = "none" | "demonstrations" | "other";

/** All of the lab that is not computed. */
export interface FewShotState {
  preset: PresetId;
  settings: Settings;
  measurements: readonly Measurement[];
  selection: Selection;
  /** The lines of the prompt of Figure 2.1, as put together. */
  taskLine: boolean;
  shown: readonly number[];
  lastLine: number;
  windowK: number;
  exampleTokens: number;
  questionTokens: number;
  bet: number | null;
}

const settings: Settings = {
  model: "icl-5",
  task: "remove",
  k: 0,
  n: 100,
  described: false,
  symbols: "unseen",
  labels: "true",
  seed: 1,
};

/** Where each preset starts. */
export function startState(preset: PresetId): FewShotState {
  const first: Partial<Settings> = {
    "toy-rule": { task: "one-vowel" as const, n: 50 },
    "build-the-prompt": { task: "one-vowel" as const, n: 50 },
    "symbol-insertion": {},
    "seen-or-new": { k: 8, symbols: "seen" as const },
  }[preset];
  return {
    preset,
    settings: { ...settings, ...first },
    measurements: [],
    selection: "none",
    taskLine: false,
    shown: [],
    lastLine: 2,
    windowK: 10,
    exampleTokens: 20,
    questionTokens: 50,
    bet: null,
  };
}

/** The missions of the lab when it stands alone. */
export const missionEnds: Readonly<Record<PresetId, readonly { id: string; end: string }[]>> = {
  "toy-rule": [
    { id: "no-example", end: "measured(size=largest, K=0, n>=50)" },
    { id: "four-examples", end: "measured(size=largest, K=4, n>=50)" },
    { id: "what-differs", end: 'selection == "demonstrations"' },
  ],
  "build-the-prompt": [
    { id: "one-shot-prompt", end: 'taskLine && demonstrations == 1 && lastLine == "cheese =>"' },
    { id: "fill-the-window", end: "exampleTokens == 30 && questionTokens == 20 && K == 67" },
    {
      id: "zero-one-eight",
      end: "measured(size=largest, K=0, n>=50) && measured(size=largest, K=1, n>=50) && measured(size=largest, K=8, n>=50)",
    },
  ],
  "symbol-insertion": [
    {
      id: "none-and-eight",
      end: "measured(size=largest, K=0, n>=100) && measured(size=largest, K=8, n>=100)",
    },
    { id: "small-one", end: "measured(size=smallest, K=8, n>=100)" },
    { id: "shuffled", end: "measured(size=largest, K=8, labels=shuffled, n>=100)" },
  ],
  "seen-or-new": [
    { id: "seen-symbols", end: "measured(size=largest, K=8, symbols=seen, labels=true, n>=100)" },
    { id: "unseen-symbols", end: "measured(size=largest, K=8, symbols=unseen, labels=true, n>=100)" },
    { id: "shuffled-labels", end: "measured(size=largest, K=8, symbols=unseen, labels=shuffled, n>=100)" },
  ],
};

/** The preset of that name; `symbol-insertion` for a name the lab does not know. */
export function presetOf(name: string): PresetId {
  return presetIds.find((id) => id === name) ?? "symbol-insertion";
}

/** The tasks that a choice stands for, taken in turn. */
export function tasksOf(task: TaskId): readonly Task[] {
  if (task === "known") return Object.keys(rules).map(parseTask);
  return task === "unseen" ? unseenCompositions.map(parseTask) : [[task]];
}

/** Whether any input of the task has symbols in it, so that it matters which. */
export function hasSymbols(task: TaskId): boolean {
  return tasksOf(task).some((each) => ["symbols", "pair"].includes(taskTakes(each)));
}

/** What is truly measured: fewer than two examples cannot be shuffled, and a task without symbols has no choice of them. */
export function effectiveSettings(settings: Settings): Settings {
  return {
    ...settings,
    labels: settings.k > 1 ? settings.labels : "true",
    symbols: hasSymbols(settings.task) ? settings.symbols : "unseen",
  };
}

/** The exam that settings stand for. */
export function examOf(settings: Settings): Exam {
  const { task, k, described, symbols, labels, seed } = effectiveSettings(settings);
  return { tasks: tasksOf(task), examples: k, described, symbols, shuffled: labels === "shuffled", seed };
}

/** Keeps a measurement; one with the same settings replaces the earlier. */
export function addMeasurement(state: FewShotState, measurement: Measurement): FewShotState {
  const key = settingsKey(measurement.settings);
  const others = state.measurements.filter((known) => settingsKey(known.settings) !== key);
  return { ...state, measurements: [...others, measurement] };
}

/** The settings as text: two measurements of the same thing have the same. */
export function settingsKey({ model, task, k, n, described, symbols, labels, seed }: Settings): string {
  return [model, task, k, n, described, symbols, labels, seed].join(" ");
}

/** The first question of the settings, with and without its examples. */
export function samplePrompts(settings: Settings) {
  const k = settings.k === 0 ? 4 : settings.k;
  const [question] = drawQuestions(examOf({ ...settings, k }), 1);
  return {
    k,
    opening: question?.opening ?? "",
    examples: question?.examples ?? "",
    question: question?.question ?? "",
  };
}

/** What a selection of the longer prompt is. The last line end may be in it or not. */
export function judgeSelection({ opening, examples }: { opening: string; examples: string }, from: number, to: number) {
  if (from === to) return "none";
  const end = opening.length + examples.length;
  return from === opening.length && (to === end || to === end - 1) ? "demonstrations" : "other";
}

/** The state that missions are checked against. */
export function publishState(state: FewShotState): LabState {
  const { preset, windowK, exampleTokens, questionTokens } = state;
  const isBuilding = preset === "build-the-prompt";
  const built = {
    taskLine: state.taskLine,
    demonstrations: state.shown.length,
    lastLine: lastLines[state.lastLine] ?? "",
    exampleTokens,
    questionTokens,
  };
  const known = state.measurements
    .flatMap(({ settings: each }) => measuredKeys(each))
    .map((key) => [key, true] as const);
  return {
    values: {
      K: isBuilding ? windowK : state.settings.k,
      selection: state.selection,
      ...(isBuilding ? built : {}),
      ...Object.fromEntries(known),
    },
    seen: [],
  };
}

/** The numbers of questions that a mission may ask for. */
const thresholds = [50, 100];

/** How a measurement is published, from the shortest way to say it to the longest. Short ones mean true labels. */
function measuredKeys({ model, task, k, n, symbols, labels }: Settings): string[] {
  const ends: Partial<Record<ModelId, string>> = { [modelIds[0]]: "smallest", [modelIds[4]]: "largest" };
  const size = ends[model] ?? model;
  return thresholds
    .filter((least) => n >= least)
    .flatMap((least) => [
      ...(labels === "true" ? [`measured(size=${size}, K=${k}, n>=${least})`] : []),
      `measured(size=${size}, K=${k}, labels=${labels}, n>=${least})`,
      ...(hasSymbols(task)
        ? [`measured(size=${size}, K=${k}, symbols=${symbols}, labels=${labels}, n>=${least})`]
        : []),
    ]);
}

/** The text of the prompt as put together. */
export function builtPrompt({ taskLine, shown, lastLine }: FewShotState): string {
  const lines = [...(taskLine ? [figurePrompt] : []), ...demonstrations.filter((_, i) => shown.includes(i))];
  return builderLines([...lines, lastLines[lastLine] ?? ""]);
}

type LinkState = Omit<Settings, "described"> & { preset: PresetId; described: "yes" | "no" };

const fields: FragmentFields<LinkState> = {
  preset: choiceField(presetIds),
  model: choiceField(modelIds),
  task: choiceField(taskIds),
  k: numberField(ranges.k),
  n: numberField(ranges.n),
  described: choiceField(["yes", "no"] as const),
  symbols: choiceField(["seen", "unseen"] as const),
  labels: choiceField(["true", "shuffled"] as const),
  seed: numberField(ranges.seed),
};

/** Reads a link's fragment over the start of its preset; garbage is ignored. */
export function readLink(hash: string, fallback: PresetId): FewShotState {
  const { preset = fallback, described, ...link } = decodeFragment(hash, fields);
  const start = startState(preset);
  const words = described === undefined ? {} : { described: described === "yes" };
  return { ...start, settings: { ...start.settings, ...link, ...words } };
}

/** Writes what differs from the preset's start as a fragment. */
export function writeLink(state: FewShotState): string {
  const { preset, ...defaults } = toLink(startState(state.preset));
  return encodeFragment(toLink(state), fields, preset === "symbol-insertion" ? { preset, ...defaults } : defaults);
}

function toLink({ preset, settings: { described, ...rest } }: FewShotState): LinkState {
  return { preset, ...rest, described: described ? "yes" : "no" };
}

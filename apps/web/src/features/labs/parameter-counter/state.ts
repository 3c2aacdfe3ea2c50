import {
  GPT3_CONTEXT,
  GPT3_VOCABULARY,
  gpt3Sizes,
  linearLayerParameters,
  parameterCount,
  parameterParts,
  type Gpt3Size,
  type ParameterParts,
} from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import {
  choiceField,
  decodeFragment,
  encodeFragment,
  numberField,
  textField,
  type FragmentFields,
} from "../fragment.ts";

export const machines = ["line", "layer", "gpt"] as const;
export type Machine = (typeof machines)[number];

/** The symbols of y = 2x + 5 that can be marked, in the order of the formula. */
export const lineSymbols = ["y", "2", "x", "5"] as const;
export type LineSymbol = (typeof lineSymbols)[number];

export const dials = ["vocabSize", "contextLength", "layers", "dModel"] as const;
export type Dial = (typeof dials)[number];
export type GptShape = Readonly<Record<Dial, number>>;

/** How a formula writes each dial. */
export const dialSymbols: Readonly<Record<Dial, string>> = {
  vocabSize: "V",
  contextLength: "T",
  layers: "L",
  dModel: "d",
};

/** Whole numbers from 1. The largest shape stays far below 2^53 parameters. */
export const largest: GptShape = { vocabSize: 1_000_000, contextLength: 100_000, layers: 1000, dModel: 100_000 };
export const largestSide = 8;

export const missionEnds = [
  { id: "a-line", end: "total == 2" },
  { id: "gpt-2-small", end: "total == 124439808" },
  { id: "the-misprint", end: "total == 12853386240" },
] as const;

export const betOptions = ["deeper", "wider", "same"] as const;

export interface CounterState {
  machine: Machine;
  /** What the learner takes for a parameter of y = 2x + 5. */
  marked: readonly LineSymbol[];
  /** Of the linear layer. */
  inputs: number;
  outputs: number;
  shape: GptShape;
  /** The row of Table 2.1 that was laid out last, by what the paper prints as its size. */
  row: string | null;
  bet: number | null;
}

export const startState: CounterState = {
  machine: "line",
  marked: [],
  inputs: 3,
  outputs: 4,
  shape: { vocabSize: 256, contextLength: 128, layers: 2, dModel: 64 },
  row: null,
  bet: null,
};

/** True for what stays in the machine y = 2x + 5: the 2 and the 5. The x is fed in, the y comes out. */
export function isParameter(symbol: LineSymbol): boolean {
  return symbol === "2" || symbol === "5";
}

/** Marks a symbol, or takes the mark away. */
export function toggleSymbol(state: CounterState, symbol: LineSymbol): CounterState {
  const isMarked = state.marked.includes(symbol);
  const marked = lineSymbols.filter((each) => (each === symbol ? !isMarked : state.marked.includes(each)));
  return { ...state, marked };
}

/** Another value of a dial, kept a whole number within its range. */
export function turn(state: CounterState, dial: Dial, value: number): CounterState {
  const legal = Math.max(1, Math.min(largest[dial], Math.round(value)));
  return { ...state, shape: { ...state.shape, [dial]: legal } };
}

/** Sets the dials as a row of Table 2.1 prints them, misprint and all. */
export function layOut(state: CounterState, size: Gpt3Size): CounterState {
  const { layers, dModel } = size;
  const shape = { vocabSize: GPT3_VOCABULARY, contextLength: GPT3_CONTEXT, layers, dModel };
  return { ...state, machine: "gpt", shape, row: size.printed };
}

/** Parameters of the machine on show. In y = 2x + 5, those found so far. */
export function totalOf(state: CounterState): number {
  if (state.machine === "line") return state.marked.filter(isParameter).length;
  if (state.machine === "layer") return linearLayerParameters(state.inputs, state.outputs);
  return parameterCount(state.shape);
}

/** What the layers hold, as a share of all. */
export function layerShare(parts: ParameterParts): number {
  return (parts.attention + parts.feedForward + parts.layerNorms) / parts.total;
}

/** How many parameters twice the layers would add, and how many twice the width. */
export function growth(shape: GptShape): { deeper: number; wider: number } {
  const { total } = parameterParts(shape);
  return {
    deeper: parameterCount({ ...shape, layers: 2 * shape.layers }) - total,
    wider: parameterCount({ ...shape, dModel: 2 * shape.dModel }) - total,
  };
}

/** What Table D.1 prints is rounded to three or four digits, so half a per cent is within its rounding. */
const roundingOfD1 = 0.005;

/** The row of the paper that is being checked, and how far the count is from what D.1 prints, as a share. */
export function checkAgainstPaper(state: CounterState): { size: Gpt3Size; off: number; closes: boolean } | null {
  const size = gpt3Sizes.find(({ printed }) => printed === state.row);
  if (size === undefined) return null;
  const off = parameterCount(state.shape) / (size.millions * 1e6) - 1;
  return { size, off, closes: Math.abs(off) <= roundingOfD1 };
}

/** The state that missions are checked against. */
export function publishState(state: CounterState): LabState {
  const { inputs, outputs, machine, shape } = state;
  return { values: { machine, inputs, outputs, ...shape, total: totalOf(state) }, seen: [] };
}

interface LinkState {
  machine: Machine;
  marked: string;
  n: number;
  m: number;
  V: number;
  T: number;
  L: number;
  d: number;
  row: string;
}

const whole = (max: number) => numberField({ min: 1, max, decimals: 0 });

const fields: FragmentFields<LinkState> = {
  machine: choiceField(machines),
  marked: textField(lineSymbols.length),
  n: whole(largestSide),
  m: whole(largestSide),
  V: whole(largest.vocabSize),
  T: whole(largest.contextLength),
  L: whole(largest.layers),
  d: whole(largest.dModel),
  row: choiceField(["", ...gpt3Sizes.map(({ printed }) => printed)]),
};

/** Reads a link's fragment over the start; garbage is ignored. */
export function readLink(hash: string): Omit<CounterState, "bet"> {
  const { marked, n, m, V, T, L, d, row, machine } = { ...toLink(startState), ...decodeFragment(hash, fields) };
  return {
    machine,
    marked: lineSymbols.filter((symbol) => marked.includes(symbol)),
    inputs: n,
    outputs: m,
    shape: { vocabSize: V, contextLength: T, layers: L, dModel: d },
    row: row === "" ? null : row,
  };
}

/** Writes what differs from the start as a fragment. */
export function writeLink(state: CounterState): string {
  return encodeFragment(toLink(state), fields, toLink(startState));
}

function toLink({ machine, marked, inputs, outputs, shape, row }: CounterState): LinkState {
  const { vocabSize: V, contextLength: T, layers: L, dModel: d } = shape;
  return { machine, marked: marked.join(""), n: inputs, m: outputs, V, T, L, d, row: row ?? "" };
}

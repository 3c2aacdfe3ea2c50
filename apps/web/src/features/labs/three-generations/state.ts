import { generations, type Generation } from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";

export const rows = ["year", "parameters", "layers", "context", "objective", "data", "use"] as const;
export type Row = (typeof rows)[number];

/** The rows of numbers: the models can be put in their order. */
export const sortableRows = ["year", "parameters", "layers", "context"] as const satisfies readonly Row[];
export type SortableRow = (typeof sortableRows)[number];

/** The rows of which one doubled exactly twice. */
export const growingRows = ["parameters", "layers", "context"] as const satisfies readonly SortableRow[];
export type GrowingRow = (typeof growingRows)[number];

export type ModelId = Generation["id"];
export type Cell = `${ModelId} ${Row}`;

export const cells: readonly Cell[] = rows.flatMap((row) => generations.map(({ id }): Cell => `${id} ${row}`));

/** What the popular account has and no paper says. */
export const changedCells: readonly Cell[] = ["gpt-1 data", "gpt-2 use", "gpt-3 data"];

export const rulers = ["log", "linear"] as const;
export type Ruler = (typeof rulers)[number];

/** Of both ends of the measure, as powers of ten. */
export const measureRange = { min: 8, max: 12, step: 0.01, decimals: 2 } as const;

export const missionEnds = [
  {
    id: "flag-three",
    end: "papers && flags == 3 && flagged(gpt-1 data) && flagged(gpt-2 use) && flagged(gpt-3 data)",
  },
  { id: "read-growth", end: "abs(reading / 1496 - 1) <= 0.1" },
  { id: "doubled-twice", end: 'sortedBy == "context" && answer == "context"' },
] as const;

export const betOptions = ["none", "few", "some", "many"] as const;

export interface GenerationsState {
  /** Whether the column of the papers is shown. */
  papers: boolean;
  flags: readonly Cell[];
  ruler: Ruler;
  /** The ends of the measure, as powers of ten. */
  from: number;
  to: number;
  sortedBy: SortableRow;
  isDescending: boolean;
  /** The row that the learner points to. */
  answer: GrowingRow | null;
  bet: number | null;
}

export const startState: GenerationsState = {
  papers: false,
  flags: [],
  ruler: "log",
  from: 9,
  to: 10,
  sortedBy: "year",
  isDescending: false,
  answer: null,
  bet: null,
};

/** Plants a flag in a cell, or takes it out. */
export function toggleFlag(state: GenerationsState, cell: Cell): GenerationsState {
  const had = state.flags.includes(cell);
  return { ...state, flags: cells.filter((each) => (each === cell ? !had : state.flags.includes(each))) };
}

/** Puts the models in the order of a row, from small to large; once more, from large to small. */
export function sortBy(state: GenerationsState, row: SortableRow): GenerationsState {
  return { ...state, sortedBy: row, isDescending: state.sortedBy === row && !state.isDescending };
}

/** The number a model has in a row of numbers. */
export function valueIn(row: SortableRow, model: Generation): number {
  return row === "context" ? model.contextLength : model[row];
}

/** The models in the order asked for. */
export function sortedModels({ sortedBy, isDescending }: GenerationsState): readonly Generation[] {
  const sign = isDescending ? -1 : 1;
  return generations.toSorted((a, b) => sign * (valueIn(sortedBy, a) - valueIn(sortedBy, b)));
}

/** From each model to the next larger one, how many times as large: context gives [2, 2]. */
export function factorsOf(row: GrowingRow): number[] {
  const values = generations.map((model) => valueIn(row, model)).sort((a, b) => a - b);
  return values.slice(1).map((value, i) => value / (values[i] ?? NaN));
}

/** How many times as large the end of the measure is as its start. */
export function readingOf({ from, to }: GenerationsState): number {
  return 10 ** (to - from);
}

/** The state that missions are checked against. */
export function publishState(state: GenerationsState): LabState {
  const { papers, flags, sortedBy, answer } = state;
  const flagged = cells.map((cell) => [`flagged(${cell})`, flags.includes(cell)] as const);
  const values = { papers, flags: flags.length, reading: readingOf(state), sortedBy, ...Object.fromEntries(flagged) };
  return { values: answer === null ? values : { ...values, answer }, seen: [] };
}

interface LinkState {
  papers: "0" | "1";
  /** The flags as the bits of a number, the first cell the lowest. */
  flags: number;
  ruler: Ruler;
  from: number;
  to: number;
  sort: SortableRow;
  down: "0" | "1";
  answer: GrowingRow | "";
}

const fields: FragmentFields<LinkState> = {
  papers: choiceField(["0", "1"]),
  flags: numberField({ min: 0, max: 2 ** cells.length - 1, decimals: 0 }),
  ruler: choiceField(rulers),
  from: numberField(measureRange),
  to: numberField(measureRange),
  sort: choiceField(sortableRows),
  down: choiceField(["0", "1"]),
  answer: choiceField(["", ...growingRows]),
};

/** Reads a link's fragment over the start; garbage is ignored. */
export function readLink(hash: string): Omit<GenerationsState, "bet"> {
  const link = { ...toLink(startState), ...decodeFragment(hash, fields) };
  return {
    papers: link.papers === "1",
    flags: cells.filter((_, i) => Math.floor(link.flags / 2 ** i) % 2 === 1),
    ruler: link.ruler,
    from: link.from,
    to: link.to,
    sortedBy: link.sort,
    isDescending: link.down === "1",
    answer: link.answer === "" ? null : link.answer,
  };
}

/** Writes what differs from the start as a fragment. */
export function writeLink(state: GenerationsState): string {
  return encodeFragment(toLink(state), fields, toLink(startState));
}

function toLink({ papers, flags, ruler, from, to, sortedBy, isDescending, answer }: GenerationsState): LinkState {
  const bits = cells.reduce((sum, cell, i) => sum + (flags.includes(cell) ? 2 ** i : 0), 0);
  const [on, down] = [papers ? "1" : "0", isDescending ? "1" : "0"] as const;
  return { papers: on, flags: bits, ruler, from, to, sort: sortedBy, down, answer: answer ?? "" };
}

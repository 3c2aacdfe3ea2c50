import type { LabState, Locale } from "@fewshot/quiz";
import { decodeFragment, encodeFragment, type FragmentFields } from "../fragment.ts";

/** What the request leaves open: the five points of the lesson. */
export const openPoints = ["columns", "who", "unit", "order", "rows"] as const;
export type OpenPoint = (typeof openPoints)[number];

/** What it does say. Marking one of these is answered and does not count. */
export const saidPoints = ["distance", "region", "shape"] as const;
export type SaidPoint = (typeof saidPoints)[number];

/** All points in the order in which they are asked about. */
export const points = [
  "columns",
  "distance",
  "who",
  "unit",
  "region",
  "order",
  "shape",
  "rows",
] as const satisfies readonly (OpenPoint | SaidPoint)[];

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds: readonly { id: string; end: string }[] = [
  { id: "open-points", end: "marked(columns) && marked(who) && marked(unit) && marked(order) && marked(rows)" },
  { id: "own-version", end: "namedColumns >= 2 && exampleRows == 1" },
  { id: "apply-rubric", end: "rubricDone(own) && rubricDone(given)" },
];

/** The four lines of the rubric, and what we give the version that is shown. */
export const rubric = [
  { id: "a", ours: 1 },
  { id: "b", ours: 1 },
  { id: "c", ours: 0 },
  { id: "d", ours: 0 },
] as const;

export type Version = "own" | "given";

/** A learner's own request. */
export interface Draft {
  sentence: string;
  /** Column names in one line, with bars between them. */
  header: string;
  /** Sample rows, one a line, with bars between the cells. */
  rows: string;
}

/** A point for each line of the rubric; null where none was given yet. */
export type Scores = readonly (0 | 1 | null)[];

export interface RewriteState {
  marked: readonly OpenPoint[];
  draft: Draft;
  scores: Readonly<Record<Version, Scores>>;
}

const unscored: Scores = rubric.map(() => null);

export const startState: RewriteState = {
  marked: [],
  draft: { sentence: "", header: "", rows: "" },
  scores: { own: unscored, given: unscored },
};

/** Marks an open point, or takes its mark away. */
export function toggleMark(state: RewriteState, point: OpenPoint): RewriteState {
  const isMarked = state.marked.includes(point);
  return { ...state, marked: isMarked ? state.marked.filter((one) => one !== point) : [...state.marked, point] };
}

/** Gives a version a point, or none, for one line of the rubric. */
export function giveScore(state: RewriteState, version: Version, given: { line: number; score: 0 | 1 }): RewriteState {
  const scores = state.scores[version].map((score, line) => (line === given.line ? given.score : score));
  return { ...state, scores: { ...state.scores, [version]: scores } };
}

/** The cells of a line: what stands between bars, commas or tabs, without what is empty. */
function cellsOf(line: string): string[] {
  return line
    .split(/[|｜、，,\t]/u)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
}

/** The table that a draft describes. A row counts if it has a cell for every column; `uneven` rows do not. */
export function tableOf({ header, rows }: Draft): { columns: string[]; rows: string[][]; uneven: number } {
  const columns = [...new Set(cellsOf(header))];
  const lines = rows
    .split("\n")
    .map(cellsOf)
    .filter((cells) => cells.length > 0);
  const even = lines.filter((cells) => columns.length > 0 && cells.length === columns.length);
  return { columns, rows: even, uneven: lines.length - even.length };
}

/** How long a draft is: characters without blanks and bars in Chinese, words in English. */
export function lengthOf({ sentence, header, rows }: Draft, locale: Locale): number {
  const text = [sentence, header, rows].join(" ").replace(/[|｜]/gu, " ");
  return locale === "zh"
    ? [...text.replace(/\s/gu, "")].length
    : text.split(/\s+/u).filter((word) => word !== "").length;
}

/** The points of a version so far. */
export function sumOf(scores: Scores): number {
  return scores.reduce<number>((sum, score) => sum + (score ?? 0), 0);
}

const isComplete = (scores: Scores) => scores.every((score) => score !== null);

/** True if anything is written at all: an empty version has nothing to be scored. */
export function isWritten({ sentence, header, rows }: Draft): boolean {
  return [sentence, header, rows].some((text) => text.trim() !== "");
}

/** The state that missions are checked against. */
export function publishState({ marked, draft, scores }: RewriteState): LabState {
  const table = tableOf(draft);
  const marks = openPoints.map((point) => [`marked(${point})`, marked.includes(point)]);
  return {
    values: {
      ...Object.fromEntries(marks),
      namedColumns: table.columns.length,
      exampleRows: table.rows.length,
      "rubricDone(own)": isComplete(scores.own) && isWritten(draft),
      "rubricDone(given)": isComplete(scores.given),
    },
    seen: [],
  };
}

interface LinkState {
  /** A digit for each open point: 1 if it is marked. */
  marked: string;
  /** A digit for each line: 0 not scored, 1 no point, 2 a point. */
  given: string;
}

const digits = (pattern: RegExp) => ({
  parse: (text: string) => (pattern.test(text) ? text : undefined),
  format: (text: string) => text,
});

const fields: FragmentFields<LinkState> = { marked: digits(/^[01]{5}$/), given: digits(/^[0-2]{4}$/) };

const linkDefaults: LinkState = { marked: "00000", given: "0000" };

/** Reads a link's fragment; garbage is ignored. What was written by hand, and its score, are in no link. */
export function readLink(hash: string): RewriteState {
  const { marked, given } = { ...linkDefaults, ...decodeFragment(hash, fields) };
  const scoreOf = (digit: string) => (digit === "0" ? null : digit === "1" ? 0 : 1);
  return {
    ...startState,
    marked: openPoints.filter((_, i) => marked[i] === "1"),
    scores: { own: unscored, given: [...given].map(scoreOf) },
  };
}

/** Writes what differs from the start as a fragment. */
export function writeLink({ marked, scores }: RewriteState): string {
  const marks = openPoints.map((point) => (marked.includes(point) ? "1" : "0")).join("");
  const given = scores.given.map((score) => (score === null ? "0" : String(score + 1))).join("");
  return encodeFragment({ marked: marks, given }, fields, linkDefaults);
}

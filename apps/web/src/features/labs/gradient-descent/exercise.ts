import { runListing, type Update } from "./problem.ts";

/** The blanks of the exercise, in the order in which they are filled. */
export const blankIds = ["wAfter0", "wAfter1", "bAfter1", "wAfter2", "bAfter2"] as const;
export type BlankId = (typeof blankIds)[number];

/** What was typed into each blank; null: nothing yet. */
export type Answers = Readonly<Record<BlankId, number | null>>;

export const noAnswers: Answers = { wAfter0: null, wAfter1: null, bAfter1: null, wAfter2: null, bAfter2: null };

/** The exercise is worked at the listing's learning rate. */
export const exerciseRate = 0.01;

/** How far from the exact number an answer may be: it was worked from numbers rounded to four places. */
const tolerance = 0.001;

/** The three updates that are worked, faded and done alone. */
export const exerciseUpdates: readonly Update[] = runListing(exerciseRate).updates.slice(0, 3);

/** A blank taken apart: which parameter, after which update. */
export interface Blank {
  id: BlankId;
  name: "w" | "b";
  update: number;
  before: number;
  slope: number;
  /** The exact number that belongs there. */
  after: number;
}

/** Every blank with its numbers. */
export const blanks: readonly Blank[] = blankIds.map((id) => {
  const name = id.startsWith("w") ? "w" : "b";
  const number = Number(id.at(-1));
  const update = exerciseUpdates[number];
  if (update === undefined) throw new RangeError(`no update for ${id}`);
  return name === "w"
    ? { id, name, update: number, before: update.wBefore, slope: update.dw, after: update.w }
    : { id, name, update: number, before: update.bBefore, slope: update.db, after: update.b };
});

/** How an answer stands. All but `right` say where the reckoning left the road. */
export type Verdict = "right" | "sign" | "rate" | "step" | "off";

/** Judges one answer: right within 0.001 of the exact number, else the slip that leads to it, if it is a known one. */
export function verdictOf({ before, slope, after }: Blank, typed: number): Verdict {
  const isNear = (value: number, within: number) => Math.abs(typed - value) <= within;
  if (isNear(after, tolerance)) return "right";
  if (isNear(before + exerciseRate * slope, 0.002)) return "sign";
  if (isNear(before - slope, 0.05)) return "rate";
  if (isNear(Math.abs(exerciseRate * slope), 0.002)) return "step";
  return "off";
}

/** How many of the updates, from the first on, have all their blanks right: 0 to 3. */
export function solvedUpdates(answers: Answers): number {
  const open = blanks.find((blank) => !isRight(blank, answers));
  return open === undefined ? exerciseUpdates.length : open.update;
}

/** The blanks of one update that are right, and all that it has. */
export function filledOf(answers: Answers, update: number): { right: number; all: number } {
  const own = blanks.filter((blank) => blank.update === update);
  return { right: own.filter((blank) => isRight(blank, answers)).length, all: own.length };
}

function isRight(blank: Blank, answers: Answers): boolean {
  const typed = answers[blank.id];
  return typed !== null && verdictOf(blank, typed) === "right";
}

/** Uniform on [0, 1): the one source of chance of a generator. */
export type Random = () => number;

/** What is printed for a name: a number, or words (one wording for both languages, or two). */
export type Word = number | string | { zh: string; en: string };

/**
 * One question of a generator. `vars`: what the prompt and the options show. `why`: what the explanation shows besides.
 * `key`: the fields of the item's key that depend on the draw; typical wrong answers are added to those of the author.
 */
export interface Draw {
  vars: Record<string, Word>;
  why?: Record<string, Word>;
  key: {
    value?: number;
    tolerance?: number;
    correct?: string | string[];
    distractors?: Record<string, string>;
  };
}

/** Draws a question, or null for one that must not be asked: a tie, or a wrong way that leads to the right answer. */
export type Generator = (random: Random) => Draw | null;

/** One of several, each as likely. */
export function choose<Thing>(random: Random, things: readonly Thing[]): Thing {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new RangeError("there is nothing to choose from");
  return thing;
}

/** A whole number from `low` to `high`, both included. */
export const whole = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** `count` different things, in an order of their own. */
export function take<Thing>(random: Random, things: readonly Thing[], count: number): Thing[] {
  const left = [...things];
  return Array.from({ length: count }, () => {
    const thing = choose(random, left);
    left.splice(left.indexOf(thing), 1);
    return thing;
  });
}

/** Decimals without the dust of binary arithmetic: 0.1 + 0.2 is 0.3. */
export const tidy = (value: number): number => Number(value.toPrecision(12)) + 0;

/** A typical wrong answer and the misconception that leads to it. */
export type Wrong = readonly [value: number, tag: string];

/** A numeric question; null if a wrong way ends within the tolerance of the right answer. */
export function numericDraw(
  vars: Draw["vars"],
  { value, tolerance, wrong }: { value: number; tolerance: number; wrong: readonly Wrong[] },
): Draw | null {
  if (wrong.some(([other]) => !(Math.abs(other - value) > tolerance))) return null;
  // Where two wrong ways meet in one number, the first as written says why.
  const distractors = Object.fromEntries(wrong.toReversed().map(([other, tag]) => [String(tidy(other)), tag]));
  return { vars, key: { value: tidy(value), tolerance, distractors } };
}

/** An option as drawn; no tag: it is right. */
export interface DrawnOption {
  words: Word;
  tag?: string;
}

/** Options under the names a, b, c … in a drawn order, with the right ones. Null if two read alike. */
export function scatter(random: Random, options: readonly DrawnOption[]) {
  const placed = take(random, options, options.length).map((option, i) => ({
    ...option,
    id: String.fromCharCode("a".charCodeAt(0) + i),
  }));
  if (new Set(placed.map(({ words }) => JSON.stringify(words))).size < placed.length) return null;
  return {
    vars: Object.fromEntries(placed.map(({ id, words }) => [id, words])),
    right: placed.filter(({ tag }) => tag === undefined).map(({ id }) => id),
    distractors: Object.fromEntries(placed.flatMap(({ id, tag }) => (tag === undefined ? [] : [[id, tag]]))),
  };
}

/** A single-choice question whose options stand in a drawn order; exactly one of them has no tag. */
export function singleDraw(
  random: Random,
  { vars, why, options }: Pick<Draw, "vars" | "why"> & { options: readonly DrawnOption[] },
): Draw | null {
  const placed = scatter(random, options);
  const [correct, second] = placed?.right ?? [];
  if (!placed || correct === undefined || second !== undefined) return null;
  return { vars: { ...vars, ...placed.vars }, why: why ?? {}, key: { correct, distractors: placed.distractors } };
}

/** A share in per cent with one decimal, as the options print it. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

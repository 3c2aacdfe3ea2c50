import { heldOutNumbers, heldOutWords, seenSymbols, unseenSymbols } from "./held-out.ts";
import type { PythonRandom } from "./python-random.ts";
import { rules, type InputKind, type Rule, type Secret } from "./rules.ts";

/** Names of rules, applied from left to right. */
export type Task = readonly string[];

/** A line's input and the output that the rule makes of it. */
export interface EpisodeLine {
  given: string;
  wanted: string;
}

/** `opening`: the line that describes the task, with its line end, or "". `lines`: 33, all of one rule and secret. */
export interface Episode {
  opening: string;
  lines: readonly EpisodeLine[];
}

export interface EpisodeOptions {
  /** Whether a line that describes the task opens the episode. */
  described: boolean;
  /** Symbols that training showed, or never showed. Words and numbers are always held out. */
  symbols?: "seen" | "unseen";
}

/** What stands between input and output. */
export const SIGN = " = ";
/** Most examples before a question: the models read 512 bytes at once. */
export const MOST_EXAMPLES = 32;

const CONTEXT = 512;
const MOST_REPEATS = 200;
const LONGEST_WORD = 6;
const SHORTEST_WORD = 3;

const pools = Object.fromEntries(Object.entries(heldOutWords).map(([length, words]) => [length, words.split(" ")]));

/** The task written "one > two"; its rules are applied in that order. */
export const parseTask = (text: string): Task => text.split(" > ");

/** What kind of input a task reads: that of its first rule. */
export const taskTakes = (task: Task): InputKind => rulesOf(task)[0]?.takes ?? "word";

/** The line that may open an episode, without its line end. */
export const describeTask = (task: Task): string =>
  `${rulesOf(task)
    .map(({ words }) => words)
    .join(", ")}:`;

/**
 * An episode of 33 lines, 32 examples and a question, over words, numbers and (unless told otherwise) symbols that
 * training never showed. With the same stream it is the one that the models were measured with.
 *
 * @throws RangeError for a task with an unknown rule, or if 33 lines do not fit the models' 512 bytes.
 * @see packages/lm/training/incontext/episodes.py, whole_episode
 */
export function drawEpisode(task: Task, options: EpisodeOptions, random: PythonRandom): Episode {
  const opening = options.described ? `${describeTask(task)}\n` : "";
  let longest = random.integer(4, LONGEST_WORD);
  for (let tries = 0; tries < MOST_REPEATS; tries += 1) {
    const drawing = { task, random, longest, symbols: options.symbols === "seen" ? seenSymbols : unseenSymbols };
    const lines = drawLines(drawing, CONTEXT - 1 - opening.length);
    if (lines.length === MOST_EXAMPLES + 1) return { opening, lines };
    longest = Math.max(SHORTEST_WORD, longest - 1);
  }
  throw new RangeError(`33 lines of "${task.join(" > ")}" do not fit`);
}

interface Drawing {
  task: Task;
  random: PythonRandom;
  longest: number;
  symbols: string;
}

/** Lines with different inputs, until there are enough or they fill `bytes`. */
function drawLines(drawing: Drawing, bytes: number): EpisodeLine[] {
  const secrets = rulesOf(drawing.task).map((rule) => rule.draw(drawing.random));
  const lines = new Map<string, EpisodeLine>();
  let left = bytes;
  let repeats = 0;
  while (lines.size <= MOST_EXAMPLES && repeats < MOST_REPEATS) {
    const line = drawLine(drawing, secrets);
    if (lines.has(line.given)) {
      repeats += 1;
      continue;
    }
    left -= line.given.length + SIGN.length + line.wanted.length + 1;
    if (left < 0) break;
    lines.set(line.given, line);
  }
  return [...lines.values()];
}

/** One line with an output. Four times in five a letter that is to change is in the input, if a few tries find one. */
function drawLine(drawing: Drawing, secrets: readonly Secret[]): EpisodeLine {
  const { task, random } = drawing;
  let tries = random.random() < 0.8 ? 12 : 0;
  for (;;) {
    const given = drawInput(drawing);
    tries -= 1;
    if (tries > 0 && !touches(task, secrets, given)) continue;
    const wanted = rulesOf(task).reduce((text, rule, i) => rule.apply(text, secrets[i] ?? null), given);
    if (wanted !== "") return { given, wanted };
  }
}

function touches(task: Task, secrets: readonly Secret[], given: string): boolean {
  return task.every((name, i) => {
    const secret = secrets[i];
    return name !== "change" || !Array.isArray(secret) || given.includes(String(secret[0]));
  });
}

function drawInput({ task, random, longest, symbols }: Drawing): string {
  const kind = taskTakes(task);
  if (kind === "number") return String(drawNumber(random));
  if (kind === "pair") return `${drawNumber(random)}${random.choice(symbols)}${random.integer(1, 9)}`;
  const word = random.choice(pools[random.integer(SHORTEST_WORD, longest)] ?? []);
  if (kind === "word") return word;
  const gaps = Array.from({ length: word.length - 1 }, (_, i) => i + 1);
  const places = random.sample(gaps, random.integer(1, Math.min(3, gaps.length))).sort((a, b) => b - a);
  return places.reduce((text, place) => text.slice(0, place) + random.choice(symbols) + text.slice(place), word);
}

function drawNumber(random: PythonRandom): number {
  for (;;) {
    const number = random.integer(10, 99);
    if (heldOutNumbers.includes(number)) return number;
  }
}

function rulesOf(task: Task): Rule[] {
  return task.map((name) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) throw new RangeError(`there is no rule "${name}"`);
    return rule;
  });
}

import type { PythonRandom } from "./python-random.ts";

/** What an input is: letters; letters with symbols between; a two-digit number; a number, a symbol and a digit. */
export type InputKind = "word" | "symbols" | "number" | "pair";

/** What a rule draws anew for each episode. */
export type Secret = string | number | readonly [string, string] | ReadonlyMap<string, string> | null;

/** A rule that turns an input into an output; `words` describe it and never tell the secret. */
export interface Rule {
  words: string;
  takes: InputKind;
  draw(random: PythonRandom): Secret;
  apply(text: string, secret: Secret): string;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const VOWELS = "aeiou";
const SYMBOLS = /[^a-z0-9]/g;

const letters = (text: string, change: (letter: string) => string) => [...text].map(change).join("");
const reversed = (text: string) => [...text].reverse().join("");
const shifted = (text: string, by: number) =>
  letters(text, (c) => (LETTERS.includes(c) ? LETTERS.charAt((LETTERS.indexOf(c) + by + 26) % 26) : c));

function plain(words: string, rule: (text: string) => string, takes: InputKind = "word"): Rule {
  return { words, takes, draw: () => null, apply: rule };
}

/** A rule whose secret is a string. */
function lettered(
  words: string,
  rule: (text: string, secret: string) => string,
  { draw = oneLetter, takes = "word" as InputKind } = {},
): Rule {
  return { words, takes, draw, apply: (text, secret) => rule(text, String(secret)) };
}

function added(words: string, sign: 1 | -1): Rule {
  return {
    words,
    takes: "number",
    draw: (random) => random.integer(1, 9),
    apply: (text, secret) => String(Number(text) + sign * Number(secret)),
  };
}

function oneLetter(random: PythonRandom): string {
  return random.choice(LETTERS);
}

function affix(random: PythonRandom): string {
  const length = random.choice([1, 2]);
  return Array.from({ length }, () => random.choice(LETTERS)).join("");
}

function letterPair(random: PythonRandom): Secret {
  const [old = "", fresh = ""] = random.sample(LETTERS, 2);
  // Half of the letters that change are vowels, which most words have.
  return [random.random() < 0.5 ? random.choice(VOWELS.replace(fresh, "")) : old, fresh];
}

function vowelMap(random: PythonRandom): Secret {
  const drawn = random.sample(LETTERS, VOWELS.length);
  return new Map([...VOWELS].map((vowel, i) => [vowel, drawn[i] ?? ""]));
}

function numbersOf(text: string): [number, number] {
  const [left, right] = text.split(SYMBOLS);
  return [Number(left), Number(right)];
}

const changeLetter: Rule = {
  words: "change a letter",
  takes: "word",
  draw: letterPair,
  apply: (text, secret) => (Array.isArray(secret) ? text.replaceAll(String(secret[0]), String(secret[1])) : text),
};
const mapVowels: Rule = {
  words: "map vowels",
  takes: "word",
  draw: vowelMap,
  apply: (text, secret) => letters(text, (c) => (secret instanceof Map ? String(secret.get(c) ?? c) : c)),
};

/**
 * The rules that the in-context family was trained on, by name.
 *
 * @see packages/lm/training/incontext/tasks.py, which they follow name for name and draw for draw
 */
export const rules: Readonly<Record<string, Rule>> = {
  copy: plain("copy", (t) => t),
  reverse: plain("reverse", reversed),
  "cycle-left": plain("cycle left", (t) => t.slice(1) + t.slice(0, 1)),
  "cycle-right": plain("cycle right", (t) => t.slice(-1) + t.slice(0, -1)),
  "swap-ends": plain("swap ends", (t) => (t.length < 2 ? t : t.slice(-1) + t.slice(1, -1) + t.slice(0, 1))),
  twice: plain("twice", (t) => t + t),
  stretch: plain("double letters", (t) => letters(t, (c) => c + c)),
  first: plain("first", (t) => t.slice(0, 1)),
  last: plain("last", (t) => t.slice(-1)),
  "first-two": plain("first two", (t) => t.slice(0, 2)),
  "last-two": plain("last two", (t) => t.slice(-2)),
  "drop-first": plain("drop first", (t) => t.slice(1)),
  "drop-last": plain("drop last", (t) => t.slice(0, -1)),
  next: plain("next letters", (t) => shifted(t, 1)),
  previous: plain("letters before", (t) => shifted(t, -1)),
  "no-vowels": plain("no vowels", (t) => letters(t, (c) => (VOWELS.includes(c) ? "" : c))),
  ending: lettered("add ending", (t, s) => t + s, { draw: affix }),
  beginning: lettered("add beginning", (t, s) => s + t, { draw: affix }),
  change: changeLetter,
  "one-vowel": lettered("one vowel", (t, s) => letters(t, (c) => (VOWELS.includes(c) ? s : c))),
  "vowel-map": mapVowels,
  remove: plain("remove symbols", (t) => t.replace(SYMBOLS, ""), "symbols"),
  fill: lettered("fill symbols", (t, s) => t.replace(SYMBOLS, s), { takes: "symbols" }),
  count: plain("count symbols", (t) => String(t.match(SYMBOLS)?.length ?? 0), "symbols"),
  before: plain("before symbol", (t) => t.split(SYMBOLS)[0] ?? "", "symbols"),
  after: plain("after symbol", (t) => t.split(SYMBOLS).at(-1) ?? "", "symbols"),
  plus: added("add a number", 1),
  minus: added("take a number", -1),
  sum: plain("sum", (t) => String(numbersOf(t)[0] + numbersOf(t)[1]), "pair"),
  difference: plain("difference", (t) => String(numbersOf(t)[0] - numbersOf(t)[1]), "pair"),
  join: plain("join", (t) => t.replace(SYMBOLS, ""), "pair"),
};

import { z } from "zod";
import { BlankInput, EMPTY, invalid, isAbsent, type ClozeResponse } from "../outcome.ts";
import { parseNumber } from "../parse-number.ts";
import type { Problem } from "../result.ts";
import type { Kind } from "./kind.ts";
import { duplicateOptions, optionsIn, tagOf } from "./options.ts";
import { askFields, keyFields, Option, OptionId, Real } from "./shared.ts";

export const ClozeAsk = z.strictObject({
  kind: z.literal("cloze"),
  ...askFields,
  options: z.array(Option).min(2).max(12).optional(),
  blanks: z
    .array(z.strictObject({ id: OptionId, input: BlankInput }))
    .min(1)
    .max(8),
});
const BlankKey = z.union([
  z.strictObject({ correct: OptionId }),
  z.strictObject({ value: Real, tolerance: Real.min(0) }),
]);
export const ClozeKey = z.strictObject({
  kind: z.literal("cloze"),
  blanks: z.record(OptionId, BlankKey),
  ...keyFields,
});

export type ClozeAsk = z.infer<typeof ClozeAsk>;
export type ClozeKey = z.infer<typeof ClozeKey>;
type Blank = ClozeAsk["blanks"][number];
type BlankKey = z.infer<typeof BlankKey>;

const Raw = z.strictObject({ blanks: z.record(z.string(), z.string().max(200)) });

/** Where a blank stands in the text, as authored. */
const MARK = /\{\{([a-z0-9-]+)\}\}/g;
/** ① is one character before ②. */
const FIRST_NUMBER = 0x2460;
/** Rounding of the arithmetic, not of the learner. */
const ROUNDING = 1e-9;

const optionsOf = (ask: ClozeAsk): readonly Option[] => ask.options ?? [];
const isOption = (ask: ClozeAsk, id: string) => optionsOf(ask).some((option) => option.id === id);

function markProblems({ blanks, ...ask }: ClozeAsk): Problem[] {
  const ids = blanks.map(({ id }) => id);
  return (["zh", "en"] as const).flatMap((locale) => {
    const marks = [...ask[locale].matchAll(MARK)].map(([, id]) => id);
    const areSame = marks.length === ids.length && ids.every((id) => marks.includes(id));
    return areSame ? [] : [{ path: `ask.${locale}`, what: `must hold each of {{${ids.join("}}, {{")}}} once` }];
  });
}

function keyProblems(ask: ClozeAsk, key: ClozeKey): Problem[] {
  const known = new Set(ask.blanks.map(({ id }) => id));
  const strays = Object.keys(key.blanks).filter((id) => !known.has(id));
  return [
    ...strays.map((id) => ({ path: `key.blanks.${id}`, what: `there is no blank "${id}"` })),
    ...ask.blanks.flatMap((blank) => blankProblems(ask, blank, key.blanks[blank.id])),
  ];
}

function blankProblems(ask: ClozeAsk, { id, input }: Blank, key: BlankKey | undefined): Problem[] {
  const path = `key.blanks.${id}`;
  if (!key) return [{ path, what: "has no answer" }];
  if (input === "option") {
    const isKnown = "correct" in key && isOption(ask, key.correct);
    return isKnown ? [] : [{ path, what: "must name an option as correct" }];
  }
  return "value" in key ? [] : [{ path, what: "must be a value with its tolerance" }];
}

/** Whether an answer to a blank is the one a distractor speaks of: `blank:option`, `blank:>50` or `blank:<5`. */
function isMeant(entry: string, blank: string, answer: string): boolean {
  const test = entry.slice(blank.length + 1);
  if (!entry.startsWith(`${blank}:`)) return false;
  if (!/^[<>]/.test(test)) return test === answer;
  const typed = parseNumber(answer);
  const bound = Number(test.slice(1));
  return typed.ok && (test.startsWith(">") ? typed.value.value > bound : typed.value.value < bound);
}

function distractorProblems(ask: ClozeAsk, key: ClozeKey): Problem[] {
  return Object.keys(key.distractors).flatMap((entry) => {
    const [id = "", test = ""] = entry.split(":");
    const blank = ask.blanks.find((known) => known.id === id);
    const path = `key.distractors.${entry}`;
    const isTest = blank?.input === "option" ? isOption(ask, test) : /^[<>]-?\d+(\.\d+)?$/.test(test);
    if (!blank || !isTest) return [{ path, what: 'must be "blank:option", "blank:>number" or "blank:<number"' }];
    const right = key.blanks[id];
    return right && isRight(right, answerFor(right, test)) ? [{ path, what: "is right, not a distractor" }] : [];
  });
}

/** An answer that a distractor's test speaks of, to see that it is not the right one. */
const answerFor = (right: BlankKey, test: string): string =>
  "correct" in right ? test : String(Number(test.slice(1)) + (test.startsWith(">") ? ROUNDING : -ROUNDING));

function isRight(key: BlankKey, answer: string | undefined): boolean {
  if (answer === undefined) return false;
  if ("correct" in key) return key.correct === answer;
  const typed = parseNumber(answer);
  const slack = key.tolerance + ROUNDING * Math.max(1, Math.abs(key.value));
  return typed.ok && Math.abs(typed.value.value - key.value) <= slack;
}

const rightAnswers = (ask: ClozeAsk, key: ClozeKey): Record<string, string> =>
  Object.fromEntries(
    ask.blanks.map(({ id }) => {
      const right = key.blanks[id] as BlankKey;
      return [id, "correct" in right ? right.correct : String(right.value)];
    }),
  );

/** The text with its blanks numbered: "… with ①____ and ②____". */
const numbered = ({ blanks }: ClozeAsk, text: string): string =>
  text.replace(MARK, (_mark, id: string) => {
    const place = blanks.findIndex((blank) => blank.id === id);
    return `${String.fromCodePoint(FIRST_NUMBER + place)}____`;
  });

const optionProblem = (ask: ClozeAsk, answer: string) => (isOption(ask, answer) ? null : "unknown-option");

function numberProblem(answer: string) {
  const typed = parseNumber(answer);
  return typed.ok ? null : typed.error;
}

/**
 * Fill the blanks of a text, each with an option or a number. Of n blanks, h hold what is right:
 *
 *     share = h / n
 *
 * A blank that was left counts as a wrong one. The same option may stand in several blanks.
 */
export const cloze: Kind<ClozeAsk, ClozeKey, ClozeResponse> = {
  problems: (ask, key) => [
    ...duplicateOptions(optionsOf(ask)),
    ...markProblems(ask),
    ...keyProblems(ask, key),
    ...distractorProblems(ask, key),
  ],

  // Options stay as authored: they are shared by all blanks, and their order says nothing about which goes where.
  publicView: (ask, _seed, locale) => ({
    kind: "cloze",
    prompt: numbered(ask, ask[locale]),
    graded: ask.graded,
    options: optionsIn(optionsOf(ask), locale),
    blanks: ask.blanks,
  }),

  validate(ask, response) {
    if (isAbsent(response)) return EMPTY;
    const raw = Raw.safeParse(response);
    if (!raw.success) return invalid("malformed");
    const given = new Map(Object.entries(raw.data.blanks).filter(([, answer]) => answer.trim() !== ""));
    if (given.size === 0) return EMPTY;
    if ([...given.keys()].some((id) => !ask.blanks.some((blank) => blank.id === id))) return invalid("unknown-option");
    const filled: [string, string][] = [];
    for (const { id, input } of ask.blanks) {
      const answer = given.get(id);
      if (answer === undefined) continue;
      const problem = input === "option" ? optionProblem(ask, answer) : numberProblem(answer);
      if (problem) return invalid(problem);
      filled.push([id, answer]);
    }
    return { status: "ok", response: { blanks: Object.fromEntries(filled) } };
  },

  score: (ask, key, { blanks }) =>
    ask.blanks.filter(({ id }) => isRight(key.blanks[id] as BlankKey, blanks[id])).length / ask.blanks.length,

  feedback(ask, key, response) {
    const answers = Object.entries(response?.blanks ?? {});
    const meant = Object.keys(key.distractors).find((entry) =>
      answers.some(([blank, answer]) => isMeant(entry, blank, answer)),
    );
    return {
      correctAnswer: { kind: "cloze", blanks: rightAnswers(ask, key) },
      ...(meant !== undefined && tagOf(key.distractors, meant)),
    };
  },

  samples: (ask, key) => ({
    correct: [{ blanks: rightAnswers(ask, key) }],
    wrong: ask.blanks.map(({ id }) => {
      const { [id]: _left, ...others } = rightAnswers(ask, key);
      return { blanks: others };
    }),
    invalid: [{ blanks: { "no-such": "blank" } }, { blanks: [] }, { blanks: { [ask.blanks[0]?.id ?? ""]: 1 } }, "a"],
  }),
};

import { z } from "zod";
import { evaluateFormula, parseFormula } from "../formula.ts";
import { EMPTY, invalid, isAbsent, NumericInput, type NumericResponse } from "../outcome.ts";
import { parseNumber } from "../parse-number.ts";
import { seededRandom } from "../seeded.ts";
import { askFields, keyFields, Real } from "./shared.ts";
import type { Kind } from "./kind.ts";
import { numericProblems } from "./numeric-problems.ts";

const Variable = z.strictObject({ choose: z.array(Real).min(1).max(50) });
const VariableName = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, "must be a variable name such as n or batchSize");

export const NumericAsk = z.strictObject({
  kind: z.literal("numeric"),
  ...askFields,
  input: NumericInput.default("decimal"),
  vars: z.record(VariableName, Variable).optional(),
});
export const NumericKey = z.strictObject({
  kind: z.literal("numeric"),
  value: Real.optional(),
  formula: z.string().optional(),
  tolerance: Real.min(0),
  ...keyFields,
});

export type NumericAsk = z.infer<typeof NumericAsk>;
export type NumericKey = z.infer<typeof NumericKey>;

const Raw = z.strictObject({ text: z.string().max(200) });

/** Differences below this are rounding of the arithmetic, not of the learner. */
const roundingOf = (value: number) => 1e-9 * Math.max(1, Math.abs(value));

const isWithin = (value: number, target: number, tolerance: number) =>
  Math.abs(value - target) <= tolerance + roundingOf(target);

/**
 * What the typed text stands for. In a `percent` field 65.1 and 65.1% are one answer; in any other field 65% is 0.65.
 */
function valueOf(ask: NumericAsk, text: string): number {
  const typed = parseNumber(text);
  if (!typed.ok) return NaN;
  return typed.value.percent && ask.input !== "percent" ? typed.value.value / 100 : typed.value.value;
}

function rightValue(key: NumericKey): number {
  if (key.value === undefined) throw new RangeError("the item has variables: call instantiate(item, seed) first");
  return key.value;
}

/** The tag of the typical wrong value nearest to `value`, if one is within the tolerance. */
function nearestTag(key: NumericKey, value: number): { misconception?: string } {
  const near = Object.entries(key.distractors)
    .map(([wrong, tag]) => ({ tag, distance: Math.abs(Number(wrong) - value), wrong: Number(wrong) }))
    .filter(({ wrong }) => isWithin(value, wrong, key.tolerance) && !isWithin(wrong, rightValue(key), key.tolerance))
    .sort((a, b) => a.distance - b.distance);
  return near[0] ? { misconception: near[0].tag } : {};
}

/**
 * A number, right within a tolerance, possibly over variables drawn from the seed.
 * `score`, `feedback` and `samples` need a key that `fillNumeric` made, and throw a RangeError on an open formula.
 */
export const numeric: Kind<NumericAsk, NumericKey, NumericResponse> = {
  problems: numericProblems,

  publicView: (ask, seed, locale) => ({
    kind: "numeric",
    prompt: fillText(ask[locale], drawVariables(ask, seed)),
    graded: ask.graded,
    input: ask.input,
  }),

  validate(ask, response) {
    if (isAbsent(response)) return EMPTY;
    const raw = Raw.safeParse(response);
    if (!raw.success) return invalid("malformed");
    if (raw.data.text.trim() === "") return EMPTY;
    const typed = parseNumber(raw.data.text);
    if (!typed.ok) return invalid(typed.error);
    const isWhole = Number.isInteger(valueOf(ask, raw.data.text));
    return ask.input === "integer" && !isWhole ? invalid("not-an-integer") : { status: "ok", response: raw.data };
  },

  score: (ask, key, { text }) => (isWithin(valueOf(ask, text), rightValue(key), key.tolerance) ? 1 : 0),

  feedback(ask, key, response) {
    const value = rightValue(key);
    const given = response && valueOf(ask, response.text);
    const isWrong = given !== null && !isWithin(given, value, key.tolerance);
    return {
      correctAnswer: { kind: "numeric", value, tolerance: key.tolerance },
      ...(isWrong && nearestTag(key, given)),
    };
  },

  samples(ask, key) {
    const value = ask.input === "integer" ? Math.round(rightValue(key)) : rightValue(key);
    const far = Math.ceil(key.tolerance) + Math.max(1, Math.ceil(Math.abs(value)));
    return {
      correct: [{ text: String(value) }],
      wrong: [{ text: String(value + far) }, { text: String(value - far) }],
      invalid: [{ text: "many" }, { text: "1.234,5" }, { text: 5 }, { value: 5 }, 5],
    };
  },
};

/** The variables of an ask as the seed draws them: each name by itself, so a new variable moves no old one. */
function drawVariables(ask: NumericAsk, seed: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(ask.vars ?? {}).map(([name, { choose }]) => {
      const u = seededRandom(`draw|${seed}|${name}`)();
      return [name, choose[Math.floor(u * choose.length)] as number];
    }),
  );
}

const fillText = (text: string, variables: Record<string, number>): string =>
  text.replace(/\{\{(.*?)\}\}/gs, (mark, name: string) =>
    Object.hasOwn(variables, name) ? String(variables[name]) : mark,
  );

const evaluate = (source: string, variables: Record<string, number>): number => {
  const formula = parseFormula(source);
  return formula.ok ? evaluateFormula(formula.value, variables) : NaN;
};

/**
 * The same item with its variables drawn: no vars, no marks, a value for every formula. Idempotent.
 * Where two distractors meet in one value, a whole number goes before a formula (JavaScript lists such keys
 * first), then the first as written.
 */
export function fillNumeric(ask: NumericAsk, key: NumericKey, seed: string): { ask: NumericAsk; key: NumericKey } {
  const variables = drawVariables(ask, seed);
  const { vars: _drawn, ...rest } = ask;
  const { formula, ...fixed } = key;
  const distractors = new Map<string, string>();
  for (const [source, tag] of Object.entries(key.distractors)) {
    const wrong = String(evaluate(source, variables));
    if (!distractors.has(wrong)) distractors.set(wrong, tag);
  }
  return {
    ask: { ...rest, zh: fillText(ask.zh, variables), en: fillText(ask.en, variables) },
    key: {
      ...fixed,
      value: formula === undefined ? rightValue(key) : evaluate(formula, variables),
      distractors: Object.fromEntries(distractors),
    },
  };
}

import { evaluateFormula, parseFormula, variablesOf, type Formula } from "../formula.ts";
import type { Problem } from "../result.ts";
import type { NumericAsk, NumericKey } from "./numeric.ts";

const MAX_DRAWS = 10_000;

type Draw = Record<string, number>;

/** Every combination of values the variables can take. */
function drawsOf(ask: NumericAsk): Draw[] {
  let draws: Draw[] = [{}];
  for (const [name, { choose }] of Object.entries(ask.vars ?? {})) {
    draws = draws.flatMap((draw) => choose.map((value) => ({ ...draw, [name]: value })));
    if (draws.length > MAX_DRAWS) return [];
  }
  return draws;
}

/** `{{name}}` marks that are no variable, and variables one language does not show. */
function textProblems(ask: NumericAsk): Problem[] {
  const names = Object.keys(ask.vars ?? {});
  return (["zh", "en"] as const).flatMap((locale) => {
    const shown = [...ask[locale].matchAll(/\{\{(.*?)\}\}/gs)].map((mark) => mark[1] ?? "");
    const path = `ask.${locale}`;
    return [
      ...shown.filter((name) => !names.includes(name)).map((name) => ({ path, what: `{{${name}}} is not in vars` })),
      ...names.filter((name) => !shown.includes(name)).map((name) => ({ path, what: `never shows {{${name}}}` })),
    ];
  });
}

/** A formula that does not parse, reads an unknown variable, or is not finite for some draw. */
function formulaProblems(source: string, path: string, draws: readonly Draw[]): Problem[] {
  const parsed = parseFormula(source);
  if (!parsed.ok) return [{ path, what: `${parsed.error.what} (character ${parsed.error.at + 1})` }];
  const unknown = variablesOf(parsed.value).filter((name) => !draws.every((draw) => Object.hasOwn(draw, name)));
  if (unknown.length > 0) return unknown.map((name) => ({ path, what: `"${name}" is not in vars` }));
  const broken = draws.find((draw) => Number.isNaN(evaluateFormula(parsed.value, draw)));
  return broken ? [{ path, what: `is not a number for ${JSON.stringify(broken)}` }] : [];
}

/** Right answers that a learner who types whole numbers cannot give. */
function wholeProblems(ask: NumericAsk, key: NumericKey, draws: readonly Draw[]): Problem[] {
  if (ask.input !== "integer") return [];
  const parsed = key.formula === undefined ? null : parseFormula(key.formula);
  const valueOf = (draw: Draw) => (parsed?.ok ? evaluateFormula(parsed.value as Formula, draw) : (key.value ?? NaN));
  const broken = draws.find((draw) => Math.abs(valueOf(draw) - Math.round(valueOf(draw))) > 1e-9);
  return broken ? [{ path: "key", what: "the input is a whole number and the right answer is not" }] : [];
}

/** What is wrong between the ask and the key of a numeric item. */
export function numericProblems(ask: NumericAsk, key: NumericKey): Problem[] {
  const draws = drawsOf(ask);
  if (draws.length === 0) return [{ path: "ask.vars", what: `more than ${MAX_DRAWS} different draws` }];
  if ((key.value === undefined) === (key.formula === undefined)) {
    return [{ path: "key", what: "needs either a value or a formula" }];
  }
  const wrong = Object.keys(key.distractors).flatMap((source) =>
    formulaProblems(source, `key.distractors.${source}`, draws),
  );
  const right = key.formula === undefined ? [] : formulaProblems(key.formula, "key.formula", draws);
  if (right.length > 0) return [...textProblems(ask), ...right, ...wrong];
  return [...textProblems(ask), ...wholeProblems(ask, key, draws), ...wrong];
}

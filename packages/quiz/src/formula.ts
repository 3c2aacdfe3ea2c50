import { evaluateExpression } from "./evaluate-expression.ts";
import type { ExpressionError } from "./expression-tokens.ts";
import { nodesOf, parseExpression, type Expression } from "./parse-expression.ts";
import { err, type Result } from "./result.ts";

/** Arithmetic over named variables. Only `parseFormula` makes one. */
export type Formula = Expression & { readonly formula?: never };

const FUNCTIONS = ["abs", "exp", "ln", "sqrt"];
const ARITHMETIC = ["+", "-", "*", "/", "**"];

const isArithmetic = (node: Expression): boolean => {
  if (node.type === "literal") return typeof node.value === "number";
  if (node.type === "unary") return node.operator === "-";
  if (node.type === "binary") return ARITHMETIC.includes(node.operator);
  return node.type !== "call";
};

/**
 * Parse arithmetic: `+ - * / **`, signs, parentheses, decimal and scientific numbers, variables, and `abs`, `exp`,
 * `ln`, `sqrt` of one argument. As in Python, `**` binds to the right and tighter than a sign: -2 ** 2 is -4.
 * Total; nothing is ever run as code.
 */
export function parseFormula(text: string): Result<Formula, ExpressionError> {
  const parsed = parseExpression(text, FUNCTIONS);
  if (!parsed.ok) return parsed;
  const alien = nodesOf(parsed.value).find((node) => !isArithmetic(node));
  if (!alien) return parsed;
  return err({ at: alien.at, what: alien.type === "call" ? `there is no function "${alien.name}"` : "not arithmetic" });
}

/** Names of the variables a formula reads, each once. */
export const variablesOf = (formula: Formula): string[] => [
  ...new Set(nodesOf(formula).flatMap((node) => (node.type === "name" ? [node.name] : []))),
];

/** The value of a formula, or NaN if a variable is missing or the result is not a finite number. */
export function evaluateFormula(formula: Formula, variables: Readonly<Record<string, number>>): number {
  const value = evaluateExpression(formula, {
    name: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    call: () => undefined,
  });
  return typeof value === "number" ? value : NaN;
}

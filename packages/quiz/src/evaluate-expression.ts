import type { BinaryOperator, Expression, Scalar, UnaryOperator } from "./parse-expression.ts";

/** `undefined`: not known, or a type mistake. It spreads as in Kleene's logic, so it can never make a whole true. */
export type Value = Scalar | undefined;

/** How names and calls are resolved. */
export type Scope = {
  name(name: string): Value;
  call(name: string, args: string): Value;
};

const FUNCTIONS: Record<string, (x: number) => number> = {
  abs: Math.abs,
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
};

/** Numbers are equal within this distance: states of labs carry rounding. */
const CLOSE = 1e-9;

const finite = (x: number): number | undefined => (Number.isFinite(x) ? x : undefined);

/** Whether two values are equal, numbers to 1e-9; `undefined` if their types differ or one is unknown. */
export function isEqual(a: Value, b: Value): boolean | undefined {
  if (a === undefined || typeof a !== typeof b) return undefined;
  return typeof a === "number" ? a === b || Math.abs(a - (b as number)) <= CLOSE : a === b;
}

function and(a: Value, b: Value): Value {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : undefined;
}

const not = (a: Value): Value => (typeof a === "boolean" ? !a : undefined);

function arithmetic(operator: BinaryOperator, a: number, b: number): Value {
  switch (operator) {
    case "+":
      return finite(a + b);
    case "-":
      return finite(a - b);
    case "*":
      return finite(a * b);
    case "/":
      return finite(a / b);
    case "**":
      return finite(a ** b);
    default:
      return order(operator, a, b);
  }
}

function order(operator: BinaryOperator, a: number, b: number): Value {
  if (operator === "<") return a < b;
  if (operator === "<=") return a <= b;
  if (operator === ">") return a > b;
  return operator === ">=" ? a >= b : undefined;
}

function binary(operator: BinaryOperator, a: Value, b: Value): Value {
  switch (operator) {
    case "&&":
      return and(a, b);
    case "||":
      return not(and(not(a), not(b)));
    case "==":
      return isEqual(a, b);
    case "!=":
      return not(isEqual(a, b));
    default:
      return typeof a === "number" && typeof b === "number" ? arithmetic(operator, a, b) : undefined;
  }
}

function unary(operator: UnaryOperator, operand: Value): Value {
  if (operator === "!") return not(operand);
  return typeof operand === "number" ? -operand : undefined;
}

const apply = (name: string, argument: Value): Value =>
  typeof argument === "number" ? finite(FUNCTIONS[name]?.(argument) ?? NaN) : undefined;

/** Evaluate an expression. Total: a mistake gives `undefined`, never an exception. */
export function evaluateExpression(expression: Expression, scope: Scope): Value {
  switch (expression.type) {
    case "literal":
      return expression.value;
    case "name":
      return scope.name(expression.name);
    case "call":
      return scope.call(expression.name, expression.args);
    case "apply":
      return apply(expression.function, evaluateExpression(expression.argument, scope));
    case "unary":
      return unary(expression.operator, evaluateExpression(expression.operand, scope));
    case "binary":
      return binary(
        expression.operator,
        evaluateExpression(expression.left, scope),
        evaluateExpression(expression.right, scope),
      );
  }
}

import { tokenize, type ExpressionError, type Token } from "./expression-tokens.ts";
import { err, ok, type Result } from "./result.ts";

export type UnaryOperator = "-" | "!";
export type BinaryOperator = "||" | "&&" | "<" | "<=" | ">" | ">=" | "==" | "!=" | "+" | "-" | "*" | "/" | "**";
export type Scalar = number | boolean | string;

/** A parsed expression. Plain data; `at` is the offset in the source. */
export type Expression = { at: number } & (
  | { type: "literal"; value: Scalar }
  | { type: "name"; name: string }
  | { type: "call"; name: string; args: string }
  | { type: "apply"; function: string; argument: Expression }
  | { type: "unary"; operator: UnaryOperator; operand: Expression }
  | { type: "binary"; operator: BinaryOperator; left: Expression; right: Expression }
);

const MAX_LENGTH = 500;
const MAX_DEPTH = 40;

/** Loosest first. `**` is not here: it binds to the right and tighter than a sign. */
const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["<", "<=", ">", ">=", "==", "!="],
  ["+", "-"],
  ["*", "/"],
];
const COMPARISON = 2;

/** Thrown inside this file only, to leave the recursion; `parseExpression` turns it into a result. */
class Stop extends Error {
  constructor(readonly error: ExpressionError) {
    super(error.what);
  }
}

class Parser {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly functions: readonly string[],
  ) {}

  whole(): Expression {
    const expression = this.level(0);
    if (this.token.type !== "end") throw this.stop("an operator such as && is missing here");
    return expression;
  }

  private level(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.sign();
    let left = this.level(level + 1);
    for (let count = 0; this.isOperator(operators); count += 1) {
      if (level === COMPARISON && count > 0) throw this.stop("comparisons cannot be chained; join them with &&");
      const { at, operator } = this.take();
      left = { type: "binary", operator: operator as BinaryOperator, left, right: this.level(level + 1), at };
    }
    return left;
  }

  private sign(): Expression {
    if (!this.isOperator(["-", "!"])) return this.power();
    const { at, operator } = this.take();
    return this.deeper(() => ({ type: "unary", operator: operator as UnaryOperator, operand: this.sign(), at }));
  }

  private power(): Expression {
    const left = this.leaf();
    if (!this.isOperator(["**"])) return left;
    const { at } = this.take();
    return this.deeper(() => ({ type: "binary", operator: "**", left, right: this.sign(), at }));
  }

  private leaf(): Expression {
    const { token } = this;
    if (this.isOperator(["("])) return this.parenthesised();
    if (token.type === "end") throw this.stop("something is missing at the end");
    if (token.type === "operator") throw this.stop(`a value is missing before "${token.text}"`);
    this.position += 1;
    if (token.type === "call") return { type: "call", name: token.name, args: token.args, at: token.at };
    if (token.type !== "name") return { type: "literal", value: token.value, at: token.at };
    if (token.text === "true" || token.text === "false") {
      return { type: "literal", value: token.text === "true", at: token.at };
    }
    if (!this.functions.includes(token.text) || !this.isOperator(["("])) {
      return { type: "name", name: token.text, at: token.at };
    }
    return { type: "apply", function: token.text, argument: this.parenthesised(), at: token.at };
  }

  private parenthesised(): Expression {
    const { at } = this.take();
    const inner = this.deeper(() => this.level(0));
    if (!this.isOperator([")"])) throw new Stop({ at, what: "this parenthesis is never closed" });
    this.take();
    return inner;
  }

  private deeper(parse: () => Expression): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw this.stop(`nested more than ${MAX_DEPTH} deep`);
    const expression = parse();
    this.depth -= 1;
    return expression;
  }

  private get token(): Token {
    return this.tokens[this.position] ?? { type: "end", at: 0 };
  }

  private isOperator(operators: readonly string[]): boolean {
    return this.token.type === "operator" && operators.includes(this.token.text);
  }

  private take(): { at: number; operator: string } {
    const { token } = this;
    this.position += 1;
    return { at: token.at, operator: token.type === "operator" ? token.text : "" };
  }

  private stop(what: string): Stop {
    return new Stop({ at: this.token.at, what });
  }
}

/**
 * Parse an expression of the closed language that formulas and mission ends share: `||`, `&&`, comparisons,
 * `+ - * / **`, signs and `!`, parentheses, numbers, "strings", true, false, names, calls. Total: never throws.
 *
 * @param functions - Names whose argument is arithmetic; any other call keeps its argument as text.
 */
export function parseExpression(text: string, functions: readonly string[]): Result<Expression, ExpressionError> {
  if (text.length > MAX_LENGTH) return err({ at: MAX_LENGTH, what: `longer than ${MAX_LENGTH} characters` });
  const tokens = tokenize(text, functions);
  if (!Array.isArray(tokens)) return err(tokens);
  try {
    return ok(new Parser(tokens, functions).whole());
  } catch (stop) {
    if (stop instanceof Stop) return err(stop.error);
    throw stop;
  }
}

/** Every node of an expression, itself first. */
export function nodesOf(expression: Expression): Expression[] {
  switch (expression.type) {
    case "literal":
    case "name":
    case "call":
      return [expression];
    case "apply":
      return [expression, ...nodesOf(expression.argument)];
    case "unary":
      return [expression, ...nodesOf(expression.operand)];
    case "binary":
      return [expression, ...nodesOf(expression.left), ...nodesOf(expression.right)];
  }
}

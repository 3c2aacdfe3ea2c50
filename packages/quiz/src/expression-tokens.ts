/** What is wrong with an expression, and at which offset of its text (0-based, UTF-16 units). */
export type ExpressionError = { at: number; what: string };

export type Token = { at: number } & (
  | { type: "number"; value: number }
  | { type: "string"; value: string }
  | { type: "name"; text: string }
  /** A call whose arguments are not arithmetic: `args` is the text between the outer parentheses. */
  | { type: "call"; name: string; args: string }
  | { type: "operator"; text: string }
  | { type: "end" }
);

type Scanned = { token: Token; next: number } | ExpressionError;

const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z][A-Za-z0-9_]*/y;
const STRING = /"([^"]*)"/y;
const OPERATOR = /\*\*|&&|\|\||<=|>=|==|!=|[-+*/()<>!]/y;
const SPACE = /\s*/y;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Offset just after the parenthesis that closes the one at `open`, or -1. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

function scanName(text: string, at: number, functions: readonly string[]): Scanned | null {
  const name = match(NAME, text, at)?.[0];
  if (name === undefined) return null;
  const open = at + name.length;
  if (text[open] !== "(" || functions.includes(name)) return { token: { type: "name", text: name, at }, next: open };
  const next = closing(text, open);
  if (next === -1) return { at: open, what: "this parenthesis is never closed" };
  return { token: { type: "call", name, args: text.slice(open + 1, next - 1), at }, next };
}

function scan(text: string, at: number, functions: readonly string[]): Scanned {
  if (at >= text.length) return { token: { type: "end", at }, next: at };
  const number = match(NUMBER, text, at)?.[0];
  if (number !== undefined) return { token: { type: "number", value: Number(number), at }, next: at + number.length };
  const name = scanName(text, at, functions);
  if (name) return name;
  const string = match(STRING, text, at);
  if (string) return { token: { type: "string", value: string[1] ?? "", at }, next: at + string[0].length };
  const operator = match(OPERATOR, text, at)?.[0];
  if (operator !== undefined) return { token: { type: "operator", text: operator, at }, next: at + operator.length };
  return { at, what: `"${text.charAt(at)}" has no meaning here` };
}

/**
 * Split an expression into tokens, the last of type `end`.
 *
 * @param functions - Names that take one arithmetic argument; any other call keeps its arguments as text.
 */
export function tokenize(text: string, functions: readonly string[]): Token[] | ExpressionError {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const scanned = scan(text, at + (match(SPACE, text, at)?.[0].length ?? 0), functions);
    if ("what" in scanned) return scanned;
    tokens.push(scanned.token);
    if (scanned.token.type === "end") return tokens;
    at = scanned.next;
  }
}

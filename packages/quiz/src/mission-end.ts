import { evaluateExpression, isEqual } from "./evaluate-expression.ts";
import type { ExpressionError } from "./expression-tokens.ts";
import { nodesOf, parseExpression, type Expression, type Scalar } from "./parse-expression.ts";
import { err, ok, type Result } from "./result.ts";

/** What a lab publishes for its missions. `seen` holds one record for each situation the learner has produced. */
export type LabState = {
  values: Readonly<Record<string, Scalar>>;
  seen: readonly Readonly<Record<string, Scalar>>[];
};

type Field = { name: string; value: Scalar };

/** A parsed mission end. Plain data. Only `parseEnd` makes one. */
export type EndExpression = { expression: Expression; seen: Readonly<Record<string, Field[]>> };

const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const FIELD = /^\s*([A-Za-z][A-Za-z0-9_]*)\s*=\s*(?:"([^"]*)"|([A-Za-z0-9._+-]+))\s*$/;

function fieldValue(bare: string): Scalar {
  if (NUMBER.test(bare)) return Number(bare);
  return bare === "true" || bare === "false" ? bare === "true" : bare;
}

/** The fields of `seen(a=1, b=hf)`, or null if that is not what the text says. */
function parseFields(args: string): Field[] | null {
  const fields = args.split(",").map((part) => {
    const [, name, quoted, bare = ""] = FIELD.exec(part) ?? [];
    return name === undefined ? null : { name, value: quoted ?? fieldValue(bare) };
  });
  return fields.every((field) => field !== null) ? fields : null;
}

/** The key under which a lab publishes a call: single spaces, none at the parentheses, one after a comma. */
const canonicalCall = (name: string, args: string): string =>
  `${name}(${args.trim().replace(/\s+/g, " ").replace(/ ?, ?/g, ", ")})`;

/**
 * Parse the end state of a mission, such as `samples >= 1000 && abs(frequency(top) - probability(top)) <= 0.05`.
 *
 * `||`, `&&`, `!`, comparisons, arithmetic and `abs(x)` mean what they look like. A bare name is a published value; a
 * string is quoted (`order == "llama.cpp"`). `seen(T=2, order=hf)` asks whether one published record has all these
 * fields. Any other call, `distinct(firstToken over seeds)`, is a published value under that very text.
 * Total: a mistake is returned with its offset.
 */
export function parseEnd(text: string): Result<EndExpression, ExpressionError> {
  const parsed = parseExpression(text, ["abs"]);
  if (!parsed.ok) return parsed;
  const seen: Record<string, Field[]> = {};
  for (const node of nodesOf(parsed.value)) {
    if (node.type !== "call" || node.name !== "seen") continue;
    const fields = parseFields(node.args);
    if (!fields) return err({ at: node.at, what: "seen(…) takes fields such as seen(order=hf, T=2)" });
    seen[node.args] = fields;
  }
  if (canBeTrue(parsed.value)) return ok({ expression: parsed.value, seen });
  return err({ at: parsed.value.at, what: "an end state is a comparison or something true or false" });
}

/** Whether the outermost node can yield true: a sum or a number never ends a mission. */
function canBeTrue(expression: Expression): boolean {
  if (expression.type === "binary") return !["+", "-", "*", "/", "**"].includes(expression.operator);
  if (expression.type === "unary") return expression.operator === "!";
  if (expression.type === "literal") return typeof expression.value === "boolean";
  return expression.type !== "apply";
}

/** The published values an end state reads, by canonical text, each once; `seen` is not among them. */
export const valuesRead = (end: EndExpression): string[] => [
  ...new Set(
    nodesOf(end.expression).flatMap((node) => {
      if (node.type === "name") return [node.name];
      return node.type === "call" && node.name !== "seen" ? [canonicalCall(node.name, node.args)] : [];
    }),
  ),
];

/**
 * Whether the lab has reached the end state. Total. A value that is not published, or is of the wrong type, is unknown,
 * and what depends on it cannot complete a mission, not even by negation. Numbers are equal to within 1e-9.
 */
export function evaluateEnd(end: EndExpression, state: LabState): boolean {
  const published = (key: string) => (Object.hasOwn(state.values, key) ? state.values[key] : undefined);
  const wasSeen = (fields: readonly Field[]) =>
    state.seen.some((record) =>
      fields.every(({ name, value }) => Object.hasOwn(record, name) && isEqual(record[name], value) === true),
    );
  const value = evaluateExpression(end.expression, {
    name: published,
    call(name, args) {
      if (name !== "seen") return published(canonicalCall(name, args));
      const fields = end.seen[args];
      return fields && wasSeen(fields);
    },
  });
  return value === true;
}

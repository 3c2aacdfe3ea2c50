import { drawToken } from "./sampling.ts";

/** Probabilities of two-token outputs, shape [first][second], summing to 1. */
export type JointTable = readonly (readonly number[])[];

/**
 * What independent drawing makes of a joint table: the product of its two marginals.
 *
 * @param dependence - 0 draws both at once, blind to each other; 1 one at a time (the table itself); between, a mixture.
 * @throws RangeError if `dependence` is outside [0, 1].
 */
export function drawnJointly(joint: JointTable, dependence: number): number[][] {
  if (!(dependence >= 0 && dependence <= 1)) throw new RangeError(`dependence must be in [0, 1], got ${dependence}`);
  const { rows, columns } = marginals(joint);
  return joint.map((row, i) => row.map((p, j) => dependence * p + (1 - dependence) * rows[i]! * columns[j]!));
}

/**
 * Writes one output: a first token, then a second that looks at the first with probability `dependence`.
 *
 * @param dependence - As for `drawnJointly`, whose table these outputs follow.
 * @param rng - Uniform on [0, 1), called twice.
 * @returns Indices of the two tokens.
 */
export function drawPair(joint: JointTable, dependence: number, rng: () => number): [first: number, second: number] {
  const { rows, columns } = marginals(joint);
  const draw = (shares: readonly number[]) =>
    drawToken(
      shares.map((prob, id) => ({ id, prob })),
      rng(),
    );
  const first = draw(rows);
  const seen = joint[first]!.map((p) => p / rows[first]!);
  return [first, draw(columns.map((p, j) => dependence * seen[j]! + (1 - dependence) * p))];
}

/**
 * The share of outputs that independent drawing makes and that never occur, as an exact fraction in lowest terms.
 *
 * @param counts - How often each two-token output occurs, shape [first][second], integers >= 0. 6 : 1 gives 12/49.
 * @throws RangeError if nothing occurs.
 */
export function impossibleShare(counts: JointTable): { numerator: number; denominator: number } {
  const { rows, columns } = marginals(counts);
  const total = rows.reduce((a, b) => a + b, 0);
  if (!(total > 0)) throw new RangeError("no output occurs");
  let mixed = 0;
  counts.forEach((row, i) => row.forEach((count, j) => (mixed += count === 0 ? rows[i]! * columns[j]! : 0)));
  const divisor = greatestCommonDivisor(mixed, total ** 2);
  return { numerator: mixed / divisor, denominator: total ** 2 / divisor };
}

/** The output of greedy decoding, both at once or one after the other: indices of the tokens, ties by smaller index. */
export function greedyPair(joint: JointTable, mode: "parallel" | "autoregressive"): [first: number, second: number] {
  const { rows, columns } = marginals(joint);
  const first = rows.indexOf(Math.max(...rows));
  const seconds = mode === "parallel" ? columns : joint[first]!;
  return [first, seconds.indexOf(Math.max(...seconds))];
}

/** Tokens pushed through a model to write n tokens from one: n with a cache, n(n + 1)/2 without. */
export function tokensPushed(n: number, cached: boolean): number {
  return cached ? n : (n * (n + 1)) / 2;
}

function marginals(table: JointTable): { rows: number[]; columns: number[] } {
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  return { rows, columns };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

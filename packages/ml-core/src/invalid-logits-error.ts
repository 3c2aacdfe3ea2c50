/** What is wrong with the logits: there are none, one is NaN or +Infinity, or all of them are -Infinity. */
export type LogitsProblem = "empty" | "not-a-number" | "nothing-possible";

const MESSAGES: Record<LogitsProblem, string> = {
  empty: "there are no logits",
  "not-a-number": "a logit is NaN or +Infinity, so the logits describe no distribution",
  "nothing-possible": "all logits are -Infinity, so no token is possible",
};

/** Thrown for logits that describe no distribution. A sign of a broken model, never of a setting. */
export class InvalidLogitsError extends Error {
  override readonly name = "InvalidLogitsError";
  readonly problem: LogitsProblem;

  constructor(problem: LogitsProblem) {
    super(MESSAGES[problem]);
    this.problem = problem;
  }
}

/**
 * A private float64 copy of logits that do describe a distribution.
 *
 * @throws InvalidLogitsError otherwise.
 */
export function copyLogits(logits: ArrayLike<number>): Float64Array {
  if (logits.length === 0) throw new InvalidLogitsError("empty");
  const copy = new Float64Array(logits);
  let isPossible = false;
  for (const logit of copy) {
    if (!(logit < Infinity)) throw new InvalidLogitsError("not-a-number");
    if (logit > -Infinity) isPossible = true;
  }
  if (!isPossible) throw new InvalidLogitsError("nothing-possible");
  return copy;
}

/** One exercise: given the context (its last token is this position's input), fill in the answer. */
export interface TrainingPair<T> {
  context: readonly T[];
  answer: T;
}

/**
 * The exercises of a text under teacher forcing: the answers are the text moved by one, with the end token last.
 *
 * @param tokens - n tokens. In a packed stream put the end token of the text before in front: one exercise more.
 * @returns n pairs, by position.
 */
export function trainingPairs<T>(tokens: readonly T[], endToken: T): TrainingPair<T>[] {
  return tokens.map((_, t) => ({
    context: tokens.slice(0, t + 1),
    answer: t + 1 < tokens.length ? tokens[t + 1]! : endToken,
  }));
}

/** Causal mask, shape [n][n]: whether row's position may look at column's. True on and left of the diagonal. */
export function causalMask(n: number): boolean[][] {
  return Array.from({ length: n }, (_, row) => Array.from({ length: n }, (_, column) => column <= row));
}

/**
 * Where inputs first change when teacher forcing is off and each position reads what the model wrote before it.
 *
 * @param own - `own[t]` is the token the model wrote for position t, whose answer is `tokens[t + 1]`.
 * @returns The position, counted from 0 (never 0 itself), or null if the model wrote the text.
 */
export function firstChangedInput<T>(tokens: readonly T[], own: readonly T[]): number | null {
  const at = tokens.findIndex((token, t) => t > 0 && own[t - 1] !== token);
  return at === -1 ? null : at;
}
